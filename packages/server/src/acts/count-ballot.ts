/** A ballot is kept and counted in one act: one row a voter by constraint, and the tally moves by the difference. */
import {checkBallot} from '../domain/ballot.ts';
import type {Answer} from '../domain/ballot.ts';
import {statusOf, tallyIsPublic} from '../domain/poll.ts';
import type {Poll} from '../domain/poll.ts';
import type {Level} from '../domain/person.ts';
import {Refusal} from '../domain/refusal.ts';
import {tallyChange} from '../domain/tally.ts';
import {pollTopic} from '../domain/topic.ts';
import type {Space} from '../spaces.ts';
import {announce} from '../store/act.ts';
import type {Act} from '../store/act.ts';
import {changeBallot, countBallot, countOption, takeBallot} from '../store/polls.ts';

export type Vote = {
  voter: string; level: Level; answers: readonly Answer[]; now: number;
  /** Asked again once the poll's row is this act's: waiting for it takes time. */
  clock: () => Date;
};

/** Whether this person may vote in this poll now at all. */
export function checkOpen(poll: Poll, level: Level, now: number): void {
  const status = statusOf(poll, now);
  if (status === 'scheduled') throw new Refusal('poll-not-open');
  if (status !== 'open') throw new Refusal('poll-closed');
  if (level === 'guest' && !poll.guests) throw new Refusal('person-needed');
}

/** How many people have answered now. */
function* moveTally(space: Space, poll: Poll, before: readonly Answer[], after: readonly Answer[], people: 0 | 1, {now, clock}: Vote): Act<number> {
  const shown = tallyIsPublic(poll, now) ? 1 : 0;
  const counted = yield* countBallot.first({key: poll.key, people, shown});
  if (!counted) throw new Error('A poll that was there is gone.');
  if (counted.closes_at !== null && clock().getTime() >= counted.closes_at) throw new Refusal('poll-closed');
  for (const change of tallyChange(poll.questions, before, after)) yield* countOption.all({poll: poll.key, ...change});
  if (shown) yield* announce({topic: pollTopic(space.id, poll.id), sequence: counted.sequence});
  return counted.people;
}

/** What a vote has changed: the poll's row is this act's until it commits. */
export type Counted = {answers: Answer[]; people: number};

/** Casts or changes a ballot. The same one again changes nothing, and gives undefined. */
export function* countVote(space: Space, poll: Poll, vote: Vote): Act<Counted | undefined> {
  const {voter, level, answers: given, now} = vote;
  checkOpen(poll, level, now);
  const answers = checkBallot(poll.questions, given);
  const text = JSON.stringify(answers);
  const taken = yield* takeBallot.first({poll: poll.key, voter, answers: text, now});
  if (!taken) throw new Error('A ballot was neither there nor made.');
  if (taken.revision === 1) return {answers, people: yield* moveTally(space, poll, [], answers, 1, vote)};
  if (taken.answers === text) return undefined;
  if (!poll.changeable) throw new Refusal('ballot-final');
  yield* changeBallot.all({poll: poll.key, voter, answers: text, now});
  return {answers, people: yield* moveTally(space, poll, JSON.parse(taken.answers) as Answer[], answers, 0, vote)};
}
