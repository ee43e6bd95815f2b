/** What an answer lacks, how it is sent, and what becomes of it when its options are moved or given points. Comes once the card stands. */
import type {ProblemKind} from '@shurkum/client';
import type {Answer, Question} from './poll-card.model.ts';

export const given = (answer: Answer): number => (answer.points ?? []).reduce((sum, {points}) => sum + points, 0);
export const pointsOf = (answer: Answer, optionId: string): number => answer.points?.find((one) => one.optionId === optionId)?.points ?? 0;

const optionIds = ({options}: Question) => options.map(({id}) => id);

/** Every option in its place: first those that were ranked, then the others as the question names them. */
export function order(question: Question, {optionIds: ranked = []}: Answer): string[] {
  return [...ranked, ...optionIds(question).filter((id) => !ranked.includes(id))];
}

/** Whether the order is the question's own. */
export const unmoved = (question: Question, answer: Answer): boolean => order(question, answer).every((id, index) => id === question.options[index]?.id);

/** What an answer still lacks, in the contract's words; the server has the last one. An order nobody chose is no answer. */
export function lacking(question: Question, answer: Answer): ProblemKind | null {
  const {kind, min = 1, max = Infinity} = question;
  const count = answer.optionIds?.length ?? 0;
  if (kind === 'rating') return answer.rating === undefined ? 'missing-answer' : null;
  if (kind === 'points') return given(answer) === question.points ? null : 'wrong-points';
  if (kind !== 'multiple') return count ? null : 'missing-answer';
  if (count < min) return count ? 'too-few-choices' : 'missing-answer';
  return count > max ? 'too-many-choices' : null;
}

/** What is sent: a ranking no longer than the question asks, points only where there are some. */
export function sendable({kind, max}: Question, answer: Answer): Answer {
  if (kind === 'points') return {...answer, points: answer.points?.filter(({points}) => points)};
  return kind === 'rating' ? answer : {...answer, optionIds: (answer.optionIds ?? []).slice(0, kind === 'ranking' ? max : undefined)};
}

/** An option one place up (-1) or down (1); at the end of the list it stays. */
export function moved(question: Question, answer: Answer, optionId: string, by: -1 | 1): Answer {
  const places = order(question, answer);
  const from = places.indexOf(optionId);
  const other = places[from + by];
  if (from < 0 || other === undefined) return answer;
  [places[from], places[from + by]] = [other, optionId];
  return {questionId: question.id, optionIds: places};
}

/** More or fewer points for an option, never below none nor beyond what there is to give. */
export function pointed(question: Question, answer: Answer, optionId: string, by: number): Answer {
  const room = (question.points ?? 0) - given(answer);
  const points = optionIds(question).map((id) =>
    ({optionId: id, points: id === optionId ? Math.max(0, pointsOf(answer, id) + Math.min(by, room)) : pointsOf(answer, id)}));
  return {questionId: question.id, points};
}
