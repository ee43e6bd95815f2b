import {confirmFollower, followerOf} from '../acts/followers.ts';
import type {Write} from './operation.ts';

export const confirmFollow: Write<'confirmFollow'> = {
  kind: 'write',
  async prepare({hmac, space, body: {token}}) {
    const id = await followerOf(hmac, space, 'confirm', token);
    return {
      actor: `follower:${id}`,
      *act(now) {
        return {status: 200, json: JSON.stringify(yield* confirmFollower(space, id, now))};
      },
    };
  },
};
