import {checkVisibility} from '../domain/decision.ts';
import {changeOfSuggestion} from '../staff/change-suggestion.ts';
import type {StaffWrite} from './operation.ts';

export const decideSuggestion: StaffWrite<'decideSuggestion'> = {
  kind: 'staff-write',
  prepare: (asked) => changeOfSuggestion(asked, asked.body.visibility, (row) => {
    const {visibility, reason} = asked.body;
    checkVisibility(row, asked.body);
    if (row.visibility === visibility) return undefined;
    return {
      change: {visibility, reason: reason ?? null}, reason,
      updates: [{kind: visibility, public: true, content: reason ? {reason} : {}}],
    };
  }),
};
