import {checkText} from '../domain/decision.ts';
import {changeOfSuggestion} from '../staff/change-suggestion.ts';
import type {StaffWrite} from './operation.ts';

export const addNote: StaffWrite<'addNote'> = {
  kind: 'staff-write',
  prepare(asked) {
    const {text} = asked.body;
    checkText(text);
    return changeOfSuggestion(asked, 'note', () => ({updates: [{kind: 'note', public: false, content: {text}}]}));
  },
};
