import type {Schema} from '@shurkum/contract';
import {checkInHand, firstAnswer} from '../domain/decision.ts';
import {Refusal} from '../domain/refusal.ts';
import {instant} from '../replies/comment-json.ts';
import {changeOfSuggestion} from '../staff/change-suggestion.ts';
import type {StaffWrite} from './operation.ts';

export const publishAnswer: StaffWrite<'publishAnswer'> = {
  kind: 'staff-write',
  prepare: (asked) => changeOfSuggestion(asked, 'answer published', (row, now) => {
    checkInHand(row);
    if (row.draft === null) throw new Refusal('no-draft');
    const answer: Schema<'OfficialAnswer'> = {...JSON.parse(row.draft) as Schema<'OfficialAnswer'>, date: instant(now)};
    const {display: {timeZone}, week} = asked.space;
    return {change: {draft: null, ...firstAnswer(row, now, timeZone, week)}, updates: [{kind: 'answer', public: true, content: {answer}}]};
  }),
};
