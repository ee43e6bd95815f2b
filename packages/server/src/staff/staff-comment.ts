/** A comment in an official's hands: whatever its state, with its thread's row taken. */
import {Refusal} from '../domain/refusal.ts';
import type {Act} from '../store/act.ts';
import {findComment} from '../store/comments.ts';
import type {CommentRow} from '../store/comments.ts';
import {holdThread} from '../store/threads.ts';

export function* staffComment(space: string, id: string): Act<CommentRow> {
  const glimpse = yield* findComment.first({space, id});
  if (glimpse) yield* holdThread.first({key: glimpse.thread});
  const comment = glimpse && (yield* findComment.first({space, id}));
  if (!comment) throw new Refusal('not-found');
  return comment;
}
