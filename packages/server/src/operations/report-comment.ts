import type {Schema} from '@shurkum/contract';
import {othersComment} from '../acts/own-comment.ts';
import {addReport} from '../store/comments.ts';
import type {Write} from './operation.ts';

export const reportComment: Write<'reportComment'> = {
  kind: 'write',
  prepare: ({space, person, path: {commentId}, body: {reason, note}}) => ({
    *act(now) {
      yield* othersComment(space, commentId, person);
      yield* addReport.all({comment: commentId, person: person.key, reason, note: note ?? null, now});
      const report: Schema<'Report'> = {reported: true};
      return {status: 201, json: JSON.stringify(report)};
    },
  }),
};
