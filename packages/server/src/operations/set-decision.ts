import type {Schema} from '@shurkum/contract';
import {checkDecision, checkText, firstAnswer} from '../domain/decision.ts';
import {isFinal} from '../domain/proposal.ts';
import {parseText} from '../domain/text.ts';
import {instant} from '../replies/comment-json.ts';
import {agencyIn, changeOfSuggestion} from '../staff/change-suggestion.ts';
import type {Space} from '../spaces.ts';
import type {StaffWrite} from './operation.ts';

function decisionOf(space: Space, change: Schema<'DecisionChange'>, now: number): Schema<'Decision'> {
  const {decision: state, reason = null, text, agencyId, transferredTo = null, link = null} = change;
  return {
    state, reason, body: text === undefined ? null : parseText(text), agency: agencyId === undefined ? null : agencyIn(space, agencyId),
    at: instant(now), transferredTo, mergedInto: null, link,
  };
}

export const setDecision: StaffWrite<'setDecision'> = {
  kind: 'staff-write',
  prepare(asked) {
    const {space, body} = asked;
    checkText(body.text);
    return changeOfSuggestion(asked, `decision ${body.decision}`, (row, now) => {
      checkDecision(row, body);
      const decision = decisionOf(space, body, now);
      const answered = isFinal(body.decision) ? firstAnswer(row, now, space.display.timeZone, space.week) : {};
      return {
        change: {decision: body.decision, decided: JSON.stringify(decision), decided_at: now, ...answered},
        updates: [{kind: 'decision', public: true, content: {decision}}], reason: body.reason,
      };
    });
  },
};
