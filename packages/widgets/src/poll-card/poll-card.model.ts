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

export const given = (answer: Answer): number => (answer.points ?? []).reduce((sum, {points}) => sum + points, 0);
export const pointsOf = (answer: Answer, optionId: string): number => answer.points?.find((one) => one.optionId === optionId)?.points ?? 0;

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

/** The tally this reader may see: their own view of it comes first. */
export const visibleTally = (poll: Poll, mine: BallotView | null | undefined): Tally | null => mine?.tally ?? poll.tally;

/** Milliseconds until the poll opens or closes, and so must be read again; null where nothing is to come. */
export function untilTurn(poll: Poll, now: number): number | null {
  const turn = poll.status === 'scheduled' ? poll.opensAt : poll.status === 'open' ? poll.closesAt : null;
  return turn === null ? null : Math.max(0, Date.parse(turn) - now);
}
