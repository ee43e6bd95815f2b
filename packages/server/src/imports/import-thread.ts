/**
 * Brings a discussion held elsewhere into a thread, whole or not at all. Counts and places are worked out from the file,
 * which is the same as placing its comments one by one, but costs one statement a comment.
 */
import {seatIn} from '../acts/place-comment.ts';
import {tellThread} from '../acts/comment-states.ts';
import {tintOf} from '../domain/comment.ts';
import {pathBelow} from '../domain/path.ts';
import {parseText} from '../domain/text.ts';
import type {Act} from '../store/act.ts';
import {insertComment} from '../store/comments.ts';
import type {CommentRow} from '../store/comments.ts';
import {insertUnnamedCommentSupports} from '../store/imports.ts';
import {statement} from '../store/statement.ts';
import type {ImportedComment} from './thread-file.ts';

export type ThreadImport = {
  space: string;
  threadId: string;
  comments: readonly ImportedComment[];
  /** The person key that stands for an author of the file. */
  personOf: (author: string) => string;
  newId: () => string;
  now: number;
  /** Whether to add to a thread that has comments already. */
  append: boolean;
  done: (count: number) => void;
};

const takeSeats = statement((db, p: {key: number; more: number}) =>
  db.updateTable('thread').set((eb) => ({next_seq: eb('next_seq', '+', p.more)})).where('key', '=', p.key));

/** Each comment's row, before what is counted below it. */
function place(comment: ImportedComment, id: string, seq: number, author: string, parent: CommentRow | undefined, thread: number): CommentRow {
  return {
    id, thread, seq, root: parent ? parent.root || parent.seq : 0, parent: parent?.seq ?? 0, parent_id: parent?.id ?? null,
    path: parent ? pathBelow(parent.path, seq) : '', author, name: comment.author, tint: tintOf(author), official: comment.official ?? null,
    state: 'published', reason: null, source: comment.text, body: JSON.stringify(parseText(comment.text)), revision: 1,
    supports: comment.supports ?? 0, reply_count: 0, listed: 1, listed_children: 0, pinned: 0, answer: null, created_at: comment.createdAt, edited_at: null,
  };
}

function rowsOf({comments, personOf, newId}: ThreadImport, thread: number, firstSeq: number): CommentRow[] {
  const byNumber = new Map<number, CommentRow>();
  const bySeq = new Map<number, CommentRow>();
  return comments.map((comment, index) => {
    const parent = comment.parent === null ? undefined : byNumber.get(comment.parent);
    const row = place(comment, newId(), firstSeq + index, personOf(comment.author), parent, thread);
    if (parent) parent.listed_children += 1;
    const root = bySeq.get(row.root);
    if (root) root.reply_count += 1;
    byNumber.set(comment.n, row);
    bySeq.set(row.seq, row);
    return row;
  });
}

/** How many comments the thread had already: nothing is stored if there are some and `append` is false. */
export function* importThread(asked: ThreadImport): Act<{before: number}> {
  const {space, threadId, comments, now, append, done} = asked;
  const thread = yield* seatIn({space, threadId, page: {url: null, title: null}, now});
  const before = thread.next_seq - 2;
  if ((before > 0 && !append) || !comments.length) return {before};
  yield* takeSeats.all({key: thread.key, more: comments.length - 1});
  for (const [index, row] of rowsOf(asked, thread.key, thread.next_seq - 1).entries()) {
    yield* insertComment.all(row);
    if (row.supports) yield* insertUnnamedCommentSupports.all({comment: row.id, thread: row.thread, from: 'import:', count: row.supports, now: row.created_at});
    done(index + 1);
  }
  yield* tellThread(thread.key, comments.length);
  return {before};
}
