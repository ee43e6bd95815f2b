/** What becomes of an answer when its options are moved or given points. Loaded with their editors. */
import {given} from './poll-card.model.ts';
import type {Answer, Question} from './poll-card.model.ts';

/** An option one place up (-1) or down (1); at the end of the list it stays. */
export function moved(answer: Answer, optionId: string, by: -1 | 1): Answer {
  const order = [...answer.optionIds ?? []];
  const from = order.indexOf(optionId);
  const other = order[from + by];
  if (from < 0 || other === undefined) return answer;
  [order[from], order[from + by]] = [other, optionId];
  return {...answer, optionIds: order};
}

/** More or fewer points for an option, never below none nor beyond what there is to give. */
export function pointed(question: Question, answer: Answer, optionId: string, by: number): Answer {
  const room = (question.points ?? 0) - given(answer);
  const points = (answer.points ?? []).map((one) =>
    (one.optionId === optionId ? {optionId, points: Math.max(0, one.points + Math.min(by, room))} : one));
  return {...answer, points};
}
