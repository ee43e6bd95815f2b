/** A comment comes into a thread: its seat, its place in the conversation, and all that is counted from it. */
import type {CommentState, ReasonCode, ThreadState} from '../domain/comment.ts';
import {isListed, tintOf} from '../domain/comment.ts';
import {pathBelow} from '../domain/path.ts';
import {Refusal} from '../domain/refusal.ts';
import {parseText} from '../domain/text.ts';
import {threadTopic} from '../domain/topic.ts';
import {announce} from '../store/act.ts';
import type {Act} from '../store/act.ts';
import {countChild, countReplies, findComment, insertComment} from '../store/comments.ts';
import type {CommentRow} from '../store/comments.ts';
import {ensureThread, takeCountedSeat, takeSeat} from '../store/threads.ts';
import type {ThreadRow} from '../store/threads.ts';
import {touchDiscussion} from './proposal-search.ts';

export type Seat = {space: string; threadId: string; page: {url: string | null; title: string | null}; now: number};

type Take = (values: {space: string; id: string}) => Act<ThreadRow | undefined>;

function* seatBy(take: Take, {space, threadId, page, now}: Seat): Act<ThreadRow> {
  const taken = yield* take({space, id: threadId});
  if (taken) return taken;
  yield* ensureThread.all({space, id: threadId, pageUrl: page.url, pageTitle: page.title, now});
  const made = yield* take({space, id: threadId});
  if (!made) throw new Error('A thread that was just made is not there.');
  return made;
}

/** The thread's row, taken for this act and made where it is not yet; `next_seq - 1` is the seat. */
export const seatIn = (seat: Seat): Act<ThreadRow> => seatBy((values) => takeSeat.first(values), seat);

/** The same for one comment, which is counted already if the thread is open; `usual` is the space's own state. */
export const countedSeatIn = (seat: Seat, usual: ThreadState): Act<ThreadRow> =>
  seatBy((values) => takeCountedSeat.first({...values, usual}), seat);

export type NewComment = {
  id: string; author: string; name: string | null; official?: string | null; text: string; parentId: string | null;
  state: CommentState; reason: ReasonCode | null; now: number;
};

/** The comment that is answered: published, in this thread; whatever it may otherwise be, it is gone. */
function* parentOf(space: string, thread: ThreadRow, parentId: string): Act<CommentRow> {
  const parent = yield* findComment.first({space, id: parentId});
  if (!parent || parent.thread !== thread.key || parent.state !== 'published') {
    throw new Refusal('parent-gone', [{pointer: '/parentId', code: 'gone'}]);
  }
  return parent;
}

/** Puts a comment on its seat (of `countedSeatIn`), published exactly where the thread is open. */
export function* placeComment(space: string, thread: ThreadRow, comment: NewComment): Act<CommentRow> {
  const {id, author, name, text, state, reason, now} = comment;
  const parent = comment.parentId === null ? null : yield* parentOf(space, thread, comment.parentId);
  const seq = thread.next_seq - 1;
  const listed = isListed(state, 0) ? 1 : 0;
  const row: CommentRow = {
    id, thread: thread.key, seq, root: parent ? parent.root || parent.seq : 0, parent: parent?.seq ?? 0, parent_id: parent?.id ?? null,
    path: parent ? pathBelow(parent.path, seq) : '', author, name, tint: tintOf(author), official: comment.official ?? null,
    state, reason, source: text, body: JSON.stringify(parseText(text)), revision: 1, supports: 0, reply_count: 0,
    listed, listed_children: 0, pinned: 0, answer: null, created_at: now, edited_at: null,
  };
  yield* insertComment.all(row);
  if (!listed) return row;
  if (row.root) yield* countReplies.all({thread: thread.key, seq: row.root, change: 1});
  if (row.parent) yield* countChild.all({thread: thread.key, seq: row.parent});
  yield* announce({topic: threadTopic(space, thread.id), sequence: thread.sequence});
  yield* touchDiscussion(space, thread.id);
  return row;
}
