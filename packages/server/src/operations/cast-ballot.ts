import {ballotView, viewAfterVote} from '../acts/ballot-view.ts';
import {countVote} from '../acts/count-ballot.ts';
import {findPollOr404} from '../acts/polls.ts';
import {voterKey} from '../identity/voters.ts';
import type {Write} from './operation.ts';

export const castBallot: Write<'castBallot'> = {
  kind: 'write',
  async prepare({services, space, hmac, person, path: {pollId}, body: {answers}}) {
    const voter = await voterKey(hmac, space, pollId, person);
    return {
      // The act's own row must not tie a person to a ballot any more than the ballot does.
      actor: voter,
      *act(now) {
        const poll = yield* findPollOr404(space, pollId);
        const counted = yield* countVote(space, poll, {voter, level: person.level, answers, now, clock: services.clock});
        const json = counted ? yield* viewAfterVote(poll, person, counted, now) : yield* ballotView(space, pollId, person, voter, now);
        return {status: 200, json};
      },
    };
  },
};
