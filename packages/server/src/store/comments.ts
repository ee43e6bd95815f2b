/** Statements on comments: how they are written. How they are listed stands in `comment-lists.ts`, how they stand above each other in `comment-lines.ts`. */
import {rowOf, statement} from './statement.ts';
import type {CommentTable} from './schema.ts';

export type CommentRow = CommentTable;

const columns = [
  'id', 'thread', 'seq', 'root', 'parent', 'parent_id', 'path', 'author', 'name', 'tint', 'official', 'state', 'reason', 'source',
  'body', 'revision', 'supports', 'reply_count', 'listed', 'listed_children', 'pinned', 'answer', 'created_at', 'edited_at',
] as const satisfies readonly (keyof CommentTable)[];

export const insertComment = statement((db, row: CommentTable) => db.insertInto('comment').values(rowOf(row, columns)));

export const findComment = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('comment').innerJoin('thread', 'thread.key', 'comment.thread')
    .selectAll('comment').select('thread.id as thread_id')
    .where('comment.id', '=', p.id).where('thread.space', '=', p.space));

/** Its state and whether it is listed, always together. */
export const setState = statement((db, p: {id: string; state: string; reason: string | null; listed: number; pinned: number}) =>
  db.updateTable('comment')
    .set({state: p.state, reason: p.reason, listed: p.listed as 0 | 1, pinned: p.pinned as 0 | 1}).where('id', '=', p.id));

export const setText = statement((db, p: {id: string; source: string; body: string; now: number}) =>
  db.updateTable('comment').set((eb) => ({source: p.source, body: p.body, edited_at: p.now, revision: eb('revision', '+', 1)})).where('id', '=', p.id));

export const setAnswer = statement((db, p: {id: string; answer: string | null}) =>
  db.updateTable('comment').set({answer: p.answer}).where('id', '=', p.id));

export const setPinned = statement((db, p: {id: string; pinned: number}) =>
  db.updateTable('comment').set({pinned: p.pinned as 0 | 1}).where('id', '=', p.id));

/** One listed child more under a comment that is published itself. */
export const countChild = statement((db, p: {thread: number; seq: number}) =>
  db.updateTable('comment').set((eb) => ({listed_children: eb('listed_children', '+', 1)}))
    .where('thread', '=', p.thread).where('seq', '=', p.seq));

/** A reply to this comment that waits for review, if there is one. */
export const heldBelow = statement((db, p: {thread: number; seq: number}) =>
  db.selectFrom('comment').select('seq').where('thread', '=', p.thread).where('parent', '=', p.seq)
    .where((eb) => eb('state', '=', eb.val('held'))).limit(1));

export const countReplies = statement((db, p: {thread: number; seq: number; change: number}) =>
  db.updateTable('comment').set((eb) => ({reply_count: eb('reply_count', '+', p.change)}))
    .where('thread', '=', p.thread).where('seq', '=', p.seq));

export const countSupport = statement((db, p: {id: string; change: number}) =>
  db.updateTable('comment').set((eb) => ({supports: eb('supports', '+', p.change)}))
    .where('id', '=', p.id).returning('supports'));

export const addSupport = statement((db, p: {comment: string; person: string; thread: number; now: number}) =>
  db.insertInto('support').values({comment: p.comment, person: p.person, thread: p.thread, created_at: p.now})
    .onConflict((conflict) => conflict.columns(['comment', 'person']).doNothing()).returning('comment'));

export const dropSupport = statement((db, p: {comment: string; person: string}) =>
  db.deleteFrom('support').where('comment', '=', p.comment).where('person', '=', p.person).returning('comment'));

export const addReport = statement((db, p: {comment: string; person: string; reason: string; note: string | null; now: number}) =>
  db.insertInto('report').values({comment: p.comment, person: p.person, reason: p.reason, note: p.note, created_at: p.now})
    .onConflict((conflict) => conflict.columns(['comment', 'person']).doNothing()));

export const pinnedCount = statement((db, p: {thread: number}) =>
  db.selectFrom('comment').select('seq').where('thread', '=', p.thread).where('pinned', '=', 1).limit(11));
