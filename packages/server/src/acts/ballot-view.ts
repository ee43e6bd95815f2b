/** How a person stands in a poll: their ballot, whether they may vote, and the tally if they may see it. */
import type {Schema} from '@shurkum/contract';
import {hindrance, maySeeTally} from '../domain/poll.ts';
import type {Poll} from '../domain/poll.ts';
import type {Person} from '../domain/person.ts';
import {tallyOf} from '../domain/tally.ts';
import {instant} from '../replies/comment-json.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findBallot, tallyRows} from '../store/polls.ts';
import type {Counted} from './count-ballot.ts';
import {readPoll} from './polls.ts';

type View = Schema<'BallotView'>;

function viewJson(poll: Poll, person: Person, ballot: View['ballot'], tally: View['tally'], now: number): string {
  const reason = hindrance(poll, person.level, ballot !== null, now);
  const view: View = {ballot, mayVote: reason === null, reason, tally: maySeeTally(poll, ballot !== null, now) ? tally : null};
  return JSON.stringify(view);
}

export function* ballotView(space: Space, pollId: string, person: Person, voter: string, now: number): Act<string> {
  const {poll, tally} = yield* readPoll(space, pollId);
  const row = yield* findBallot.first({poll: poll.key, voter});
  const ballot = row ? {answers: JSON.parse(row.answers) as Schema<'Answer'>[], castAt: instant(row.cast_at)} : null;
  return viewJson(poll, person, ballot, tally, now);
}

/** The same right after a vote, by the act that counted it. */
export function* viewAfterVote(poll: Poll, person: Person, {answers, people}: Counted, now: number): Act<string> {
  const tally = maySeeTally(poll, true, now) ? tallyOf(poll.questions, people, yield* tallyRows.all({poll: poll.key})) : null;
  return viewJson(poll, person, {answers, castAt: instant(now)}, tally, now);
}
