import {followerOf, stopFollower} from '../acts/followers.ts';
import type {Write} from './operation.ts';

export const unfollowProposal: Write<'unfollowProposal'> = {
  kind: 'write',
  async prepare({hmac, space, body: {token}}) {
    const id = await followerOf(hmac, space, 'stop', token);
    return {
      actor: `follower:${id}`,
      *act() {
        return {status: 200, json: JSON.stringify(yield* stopFollower(id))};
      },
    };
  },
};
