/** A comment that somebody means by its id, as far as they may know of it. */
import type {Person} from '../domain/person.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findComment} from '../store/comments.ts';
import type {CommentRow} from '../store/comments.ts';
import {holdThread} from '../store/threads.ts';
import type {ThreadRow} from '../store/threads.ts';
import {checkThere} from './threads.ts';

export type Meant = {comment: CommentRow & {thread_id: string}; thread: ThreadRow};

/** The comment with its thread's row taken; what this person may not see is not there. */
export function* meantComment(space: Space, id: string, person: Person): Act<Meant> {
  const glimpse = yield* findComment.first({space: space.id, id});
  const thread = glimpse && (yield* holdThread.first({key: glimpse.thread}));
  // Read again: only now does nobody else change it.
  const comment = thread && (yield* findComment.first({space: space.id, id}));
  if (!comment || (!comment.listed && comment.author !== person.key)) throw new Refusal('not-found');
  yield* checkThere(space, [comment.thread_id]);
  return {comment, thread};
}

/** The same, for what only its author may do. */
export function* ownComment(space: Space, id: string, person: Person): Act<Meant> {
  const meant = yield* meantComment(space, id, person);
  if (meant.comment.author !== person.key) throw new Refusal('not-allowed');
  return meant;
}

/** The same, for what everybody but its author may do, while it is published. */
export function* othersComment(space: Space, id: string, person: Person): Act<Meant> {
  const meant = yield* meantComment(space, id, person);
  if (meant.comment.author === person.key) throw new Refusal('not-allowed');
  if (meant.comment.state !== 'published') throw new Refusal('parent-gone');
  return meant;
}
