import type {Schema} from '@shurkum/contract';
import {tellThread} from '../acts/comment-states.ts';
import {othersComment} from '../acts/own-comment.ts';
import {countSupport, dropSupport} from '../store/comments.ts';
import type {Write} from './operation.ts';

export const unsupportComment: Write<'unsupportComment'> = {
  kind: 'write',
  prepare: ({space, person, path: {commentId}}) => ({
    *act() {
      const {comment, thread} = yield* othersComment(space, commentId, person);
      const dropped = yield* dropSupport.first({comment: commentId, person: person.key});
      const counted = dropped && (yield* countSupport.first({id: commentId, change: -1}));
      if (counted) yield* tellThread(thread.key, 0);
      const support: Schema<'Support'> = {supported: false, supports: counted?.supports ?? comment.supports};
      return {status: 200, json: JSON.stringify(support)};
    },
  }),
};
