import type {Schema} from '@shurkum/contract';
import {checkInHand, checkText} from '../domain/decision.ts';
import {parseText} from '../domain/text.ts';
import {instant} from '../replies/comment-json.ts';
import {agencyIn, changeOfSuggestion} from '../staff/change-suggestion.ts';
import type {StaffWrite} from './operation.ts';

export const saveAnswer: StaffWrite<'saveAnswer'> = {
  kind: 'staff-write',
  prepare(asked) {
    const {agencyId, role, text, link} = asked.body;
    checkText(text);
    return changeOfSuggestion(asked, 'answer saved', (row, now) => {
      checkInHand(row);
      const {name: agency} = agencyIn(asked.space, agencyId);
      const draft: Schema<'OfficialAnswer'> = {agency, role, date: instant(now), body: parseText(text), ...(link && {link})};
      return {change: {draft: JSON.stringify(draft)}};
    });
  },
};
