/** A comment as its author sees it, after an act of theirs. */
import {editableUntil} from '../domain/comment.ts';
import type {CommentState} from '../domain/comment.ts';
import {Refusal} from '../domain/refusal.ts';
import {myCommentJson} from '../replies/comment-json.ts';
import type {Act} from '../store/act.ts';
import {findComment} from '../store/comments.ts';
import {oneComment} from './comment-pages.ts';

export function* myComment(space: string, id: string, now: number): Act<string> {
  const row = yield* findComment.first({space, id});
  if (!row) throw new Refusal('not-found');
  const json = yield* oneComment({space, threadId: row.thread_id, thread: row.thread}, row);
  return myCommentJson(json, row.source, editableUntil(row.state as CommentState, row.created_at, now));
}
