/** How a person stands in a poll: their ballot, whether they may vote, and the tally if they may see it. */
import type {Schema} from '@shurkum/contract';
import {hindrance, maySeeTally} from '../domain/poll.ts';
import type {Person} from '../domain/person.ts';
import {instant} from '../replies/comment-json.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findBallot} from '../store/polls.ts';
import {readPoll} from './polls.ts';

export function* ballotView(space: Space, pollId: string, person: Person, voter: string, now: number): Act<string> {
  const {poll, tally} = yield* readPoll(space, pollId);
  const row = yield* findBallot.first({poll: poll.key, voter});
  const reason = hindrance(poll, person.level, row !== undefined, now);
  const view: Schema<'BallotView'> = {
    ballot: row ? {answers: JSON.parse(row.answers) as Schema<'Answer'>[], castAt: instant(row.cast_at)} : null,
    mayVote: reason === null, reason,
    tally: maySeeTally(poll, row !== undefined, now) ? tally : null,
  };
  return JSON.stringify(view);
}
