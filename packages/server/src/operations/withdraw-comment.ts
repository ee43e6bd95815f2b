import {changeState} from '../acts/comment-states.ts';
import {myComment} from '../acts/my-comment.ts';
import {ownComment} from '../acts/own-comment.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Write} from './operation.ts';

export const withdrawComment: Write<'withdrawComment'> = {
  kind: 'write',
  prepare: ({space, person, path: {commentId}}) => ({
    *act(now) {
      const {comment} = yield* ownComment(space, commentId, person);
      if (comment.state === 'rejected' || comment.state === 'removed') throw new Refusal('not-editable');
      if (comment.state !== 'withdrawn') yield* changeState(comment, 'withdrawn', null);
      return {status: 200, json: yield* myComment(space.id, commentId, now)};
    },
  }),
};
