import type {Schema} from '@shurkum/contract';
import {tellThread} from '../acts/comment-states.ts';
import {othersComment} from '../acts/own-comment.ts';
import {stateOf} from '../acts/threads.ts';
import {Refusal} from '../domain/refusal.ts';
import {addSupport, countSupport} from '../store/comments.ts';
import type {Write} from './operation.ts';

export const supportComment: Write<'supportComment'> = {
  kind: 'write',
  prepare: ({space, person, path: {commentId}}) => ({
    *act(now) {
      const {comment, thread} = yield* othersComment(space, commentId, person);
      if (stateOf(space, thread) === 'closed') throw new Refusal('thread-closed');
      const added = yield* addSupport.first({comment: commentId, person: person.key, thread: thread.key, now});
      const counted = added && (yield* countSupport.first({id: commentId, change: 1}));
      if (counted) yield* tellThread(thread.key, 0);
      const support: Schema<'Support'> = {supported: true, supports: counted?.supports ?? comment.supports};
      return {status: 200, json: JSON.stringify(support)};
    },
  }),
};
