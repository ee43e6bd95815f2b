/** Questions about a poll that can be answered by thinking alone, before anybody has voted. */
import type {Schema} from '@shurkum/contract';

export type Poll = Schema<'Poll'>;
export type Question = Schema<'Question'>;
export type Answer = Schema<'Answer'>;
export type Tally = Schema<'Tally'>;
export type BallotView = Schema<'BallotView'>;
/** What a person has chosen so far, by question. */
export type Choices = Readonly<Record<string, Answer>>;

/** Whether the question is answered by choosing among its options; every other kind has an editor of its own. */
export const choosing = ({kind}: Question): boolean => kind === 'single' || kind === 'multiple' || kind === 'yes-no-abstain';

/** A chosen or unchosen option; where only one may be chosen it takes the place of the other. */
export function chosen(question: Question, answer: Answer, optionId: string, on: boolean): Answer {
  const others = question.kind === 'multiple' ? (answer.optionIds ?? []).filter((id) => id !== optionId) : [];
  return {questionId: question.id, optionIds: on ? [...others, optionId] : others};
}

/** The tally this reader may see: their own view of it comes first. */
export const visibleTally = (poll: Poll, mine: BallotView | null | undefined): Tally | null => mine?.tally ?? poll.tally;

/** Whether an open poll can be shown and answered by its ballot alone: one plain choice, open to everyone. */
const plain = ({status, guests, quorum, questions}: Poll): boolean =>
  status === 'open' && guests && !quorum && questions.every(({kind}) => kind === 'single' || kind === 'yes-no-abstain');

/** What is needed now beyond a plain open ballot: anything at all, editors, results. */
export function needs(poll: Poll | undefined, mine: BallotView | null | undefined, turnedTo: () => boolean): [boolean, boolean, boolean] {
  if (!poll) return [false, false, false];
  const results = !!(visibleTally(poll, mine) ?? poll.outcome);
  return [results || !plain(poll) || !!mine?.ballot || turnedTo(), !poll.questions.every(choosing), results];
}

/** Milliseconds until the poll opens or closes, and so must be read again; null where nothing is to come. */
export function untilTurn(poll: Poll, now: number): number | null {
  const turn = poll.status === 'scheduled' ? poll.opensAt : poll.status === 'open' ? poll.closesAt : null;
  return turn === null ? null : Math.max(0, Date.parse(turn) - now);
}
