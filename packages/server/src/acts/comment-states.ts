/**
 * A comment changes its state, and everything that is counted from states changes with it: the thread's and the
 * conversation's published comments, and, up the line of ancestors, which tombstones still hold a place.
 */
import {isListed} from '../domain/comment.ts';
import type {CommentState, ReasonCode} from '../domain/comment.ts';
import {threadTopic} from '../domain/topic.ts';
import {announce} from '../store/act.ts';
import type {Act} from '../store/act.ts';
import {oneChildFewer, oneChildMore} from '../store/comment-lines.ts';
import {countReplies, setState} from '../store/comments.ts';
import type {CommentRow} from '../store/comments.ts';
import {bumpThread} from '../store/threads.ts';
import {touchDiscussion} from './proposal-search.ts';

/** Everyone may see that something changed here. */
export function* tellThread(thread: number, published: number): Act<void> {
  const row = yield* bumpThread.first({key: thread, published});
  if (!row) return;
  yield* announce({topic: threadTopic(row.space, row.id), sequence: row.sequence});
  yield* touchDiscussion(row.space, row.id);
}

/** Moves a comment to another state. Its thread's row must have been taken by this act. */
export function* changeState(comment: CommentRow, state: CommentState, reason: ReasonCode | null): Act<void> {
  const listed = isListed(state, comment.listed_children) ? 1 : 0;
  const pinned = state === 'published' ? comment.pinned : 0;
  yield* setState.all({id: comment.id, state, reason, listed, pinned});
  const published = Number(state === 'published') - Number(comment.state === 'published');
  if (published && comment.root) yield* countReplies.all({thread: comment.thread, seq: comment.root, change: published});
  if (listed !== comment.listed && comment.parent) {
    yield* (listed ? oneChildMore : oneChildFewer).all({thread: comment.thread, parent: comment.parent});
  }
  if (listed || comment.listed) yield* tellThread(comment.thread, published);
}
