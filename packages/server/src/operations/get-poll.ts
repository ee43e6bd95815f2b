import type {Schema} from '@shurkum/contract';
import {readPoll} from '../acts/polls.ts';
import {nextTurn, statusOf, tallyIsPublic} from '../domain/poll.ts';
import type {Poll} from '../domain/poll.ts';
import {Refusal} from '../domain/refusal.ts';
import {instant} from '../replies/comment-json.ts';
import {pollVersion} from '../store/polls.ts';
import type {PublicRead} from './operation.ts';

function publicPoll(poll: Poll, tally: Schema<'Tally'>, now: number): Schema<'Poll'> {
  const {id, title, asker, questions, timeZone, resultRule, changeable, guests, quorum, sequence} = poll;
  const status = statusOf(poll, now);
  return {
    id, status, title, asker, questions, opensAt: instant(poll.opens), closesAt: poll.closes === null ? null : instant(poll.closes),
    timeZone, resultRule, changeable, guests, quorum, outcome: status === 'answered' ? poll.outcome : null,
    tally: tallyIsPublic(poll, now) ? tally : null, sequence,
  };
}

export const getPoll: PublicRead<'getPoll'> = {
  kind: 'public',
  *version({space, now, path}) {
    const row = yield* pollVersion.first({space: space.id, id: path.pollId});
    if (!row) throw new Refusal('not-found');
    const status = statusOf({opens: row.opens_at, closes: row.closes_at, outcome: row.outcome as never}, now);
    return `${space.version}.${row.version}.${status}`;
  },
  *answer({space, now, path: {pollId}}) {
    const {poll, tally} = yield* readPoll(space, pollId);
    const {display, languages} = space;
    return {json: JSON.stringify({poll: publicPoll(poll, tally, now), display, languages}), stampNow: true, until: nextTurn(poll, now)};
  },
};
