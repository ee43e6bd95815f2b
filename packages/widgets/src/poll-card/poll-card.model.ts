/** Questions about a poll that can be answered by thinking alone. */
import type {Schema} from '@shurkum/contract';
import type {ProblemKind} from '@shurkum/client';

export type Poll = Schema<'Poll'>;
export type Question = Schema<'Question'>;
export type Answer = Schema<'Answer'>;
export type Tally = Schema<'Tally'>;
export type BallotView = Schema<'BallotView'>;
/** What a person has chosen so far, by question. */
export type Choices = Readonly<Record<string, Answer>>;
/** One line of the results; `share` is between 0 and 1. */
export type Result = {optionId: string; people: number; score: number; share: number};

const optionIds = ({options}: Question) => options.map(({id}) => id);

/** The answer as it stands before anything was chosen: a ranking begins in the order of the options, points at none. */
export function beginning(question: Question): Answer {
  const questionId = question.id;
  if (question.kind === 'ranking') return {questionId, optionIds: optionIds(question)};
  if (question.kind === 'points') return {questionId, points: optionIds(question).map((optionId) => ({optionId, points: 0}))};
  return question.kind === 'rating' ? {questionId} : {questionId, optionIds: []};
}

/** A chosen or unchosen option; where only one may be chosen it takes the place of the other. */
export function chosen(question: Question, answer: Answer, optionId: string, on: boolean): Answer {
  if (question.kind !== 'multiple') return {...answer, optionIds: [optionId]};
  const others = (answer.optionIds ?? []).filter((id) => id !== optionId);
  return {...answer, optionIds: on ? [...others, optionId] : others};
}

/** An option one place up (-1) or down (1); at the end of the list it stays. */
export function moved(answer: Answer, optionId: string, by: -1 | 1): Answer {
  const order = [...answer.optionIds ?? []];
  const from = order.indexOf(optionId);
  const other = order[from + by];
  if (from < 0 || other === undefined) return answer;
  [order[from], order[from + by]] = [other, optionId];
  return {...answer, optionIds: order};
}

export const given = (answer: Answer): number => (answer.points ?? []).reduce((sum, {points}) => sum + points, 0);
export const pointsOf = (answer: Answer, optionId: string): number => answer.points?.find((one) => one.optionId === optionId)?.points ?? 0;

/** More or fewer points for an option, never below none nor beyond what there is to give. */
export function pointed(question: Question, answer: Answer, optionId: string, by: number): Answer {
  const room = (question.points ?? 0) - given(answer);
  const points = (answer.points ?? []).map((one) =>
    (one.optionId === optionId ? {optionId, points: Math.max(0, one.points + Math.min(by, room))} : one));
  return {...answer, points};
}

/** What an answer still lacks, in the contract's words; the server has the last one. */
export function lacking(question: Question, answer: Answer): ProblemKind | null {
  const count = answer.optionIds?.length ?? 0;
  if (question.kind === 'rating') return answer.rating === undefined ? 'missing-answer' : null;
  if (question.kind === 'points') return given(answer) === question.points ? null : 'wrong-points';
  if (question.kind === 'ranking') return null;
  if (question.kind !== 'multiple') return count ? null : 'missing-answer';
  if (count < (question.min ?? 1)) return count ? 'too-few-choices' : 'missing-answer';
  return count > (question.max ?? Infinity) ? 'too-many-choices' : null;
}

/** What is sent: a ranking no longer than the question asks, points only where there are some. */
export function sendable(question: Question, answer: Answer): Answer {
  if (question.kind === 'ranking') return {...answer, optionIds: answer.optionIds?.slice(0, question.max)};
  return question.kind === 'points' ? {...answer, points: answer.points?.filter(({points}) => points)} : answer;
}

/** A ballot's answer filled up to what the editors draw, so that it can be changed. */
export function reopened(question: Question, answer: Answer): Answer {
  const start = beginning(question);
  if (question.kind === 'points') return {...start, points: start.points?.map(({optionId}) => ({optionId, points: pointsOf(answer, optionId)}))};
  if (question.kind !== 'ranking') return answer;
  const ranked = answer.optionIds ?? [];
  return {...start, optionIds: [...ranked, ...optionIds(question).filter((id) => !ranked.includes(id))]};
}

const weighed = ({kind}: Question) => kind === 'ranking' || kind === 'points';

/** Results in the order of the options. Of people where one chooses; of all points given where one weighs. */
export function results(question: Question, tally: Tally): Result[] {
  const counted = tally.questions.find(({questionId}) => questionId === question.id)?.options ?? [];
  const whole = weighed(question) ? counted.reduce((sum, {score}) => sum + score, 0) : tally.people;
  return counted.map((one) => ({...one, share: whole ? (weighed(question) ? one.score : one.people) / whole : 0}));
}

/** The mean of a rating, or null where nobody has rated. */
export function average(question: Question, tally: Tally): number | null {
  const steps = results(question, tally);
  const people = steps.reduce((sum, step) => sum + step.people, 0);
  return people ? steps.reduce((sum, step) => sum + step.people * Number(step.optionId), 0) / people : null;
}

/** Whether an option is in my ballot (for a rating: whether it is the step I gave). */
export const isMine = (answer: Answer | undefined, optionId: string): boolean => !!answer
  && (answer.rating === undefined ? !!answer.optionIds?.includes(optionId) || pointsOf(answer, optionId) > 0 : `${answer.rating}` === optionId);

/** The tally this reader may see: their own view of it comes first. */
export const visibleTally = (poll: Poll, mine: BallotView | null | undefined): Tally | null => mine?.tally ?? poll.tally;

/** Milliseconds until the poll opens or closes, and so must be read again; null where nothing is to come. */
export function untilTurn(poll: Poll, now: number): number | null {
  const turn = poll.status === 'scheduled' ? poll.opensAt : poll.status === 'open' ? poll.closesAt : null;
  return turn === null ? null : Math.max(0, Date.parse(turn) - now);
}
