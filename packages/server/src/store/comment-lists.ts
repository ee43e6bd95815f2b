/**
 * Statements that list comments. Each reads along an index that holds only what it lists, from where the page before
 * ended; the values in the conditions are literals, since a partial index is used only where they match its own.
 */
import {sql} from 'kysely';
import type {ExpressionBuilder} from 'kysely';
import {listStatement, statement} from './statement.ts';
import type {Builder} from './dialects.ts';
import type {Tables} from './schema.ts';

export type ListedRow = {
  id: string; seq: number; root: number; parent_id: string | null; path: string; author: string; name: string | null; tint: number;
  official: string | null; state: string; reason: string | null; body: string; supports: number; reply_count: number;
  listed_children: number; pinned: number; answer: string | null; created_at: number; edited_at: number | null;
};

const columns = ['comment.id', 'comment.seq', 'comment.root', 'comment.parent_id', 'comment.path', 'comment.author', 'comment.name',
  'comment.tint', 'comment.official', 'comment.state', 'comment.reason', 'comment.body', 'comment.supports', 'comment.reply_count',
  'comment.listed_children', 'comment.pinned', 'comment.answer', 'comment.created_at', 'comment.edited_at'] as const;

/** Where a comment stands in its thread's lists. Nobody outside is told: the gaps would count what is hidden. */
export type Place = {seq: number; path: string; author: string};
export const placeOf = statement((db, p: {thread: number; id: string}) =>
  db.selectFrom('comment').select(['seq', 'path', 'author']).where('id', '=', p.id).where('thread', '=', p.thread));

const topLevel = (db: Builder, thread: number) =>
  db.selectFrom('comment').select(columns).where('thread', '=', thread)
    .where((eb) => eb.and([eb('root', '=', eb.lit(0)), eb('listed', '=', eb.lit(1)), eb('pinned', '=', eb.lit(0))]));

const after = (column: 'created_at' | 'supports', direction: '<' | '>', value: number, seq: number) =>
  (eb: ExpressionBuilder<Tables, 'comment'>) =>
    eb(eb.refTuple(column, 'seq'), direction, eb.tuple(value, seq));

type Page = {thread: number; value: number; seq: number; limit: number};

export const newest = statement((db, p: Page) => topLevel(db, p.thread)
  .where(after('created_at', '<', p.value, p.seq)).orderBy('created_at', 'desc').orderBy('seq', 'desc').limit(p.limit));

export const oldest = statement((db, p: Page) => topLevel(db, p.thread)
  .where(after('created_at', '>', p.value, p.seq)).orderBy('created_at').orderBy('seq').limit(p.limit));

export const mostSupported = statement((db, p: Page) => topLevel(db, p.thread)
  .where(after('supports', '<', p.value, p.seq)).orderBy('supports', 'desc').orderBy('seq', 'desc').limit(p.limit));

export const pinned = statement((db, p: {thread: number}) =>
  db.selectFrom('comment').select(columns).where('thread', '=', p.thread)
    .where((eb) => eb.and([eb('root', '=', eb.lit(0)), eb('listed', '=', eb.lit(1)), eb('pinned', '=', eb.lit(1))]))
    .orderBy('seq').limit(10));

export const repliesAfter = statement((db, p: {thread: number; root: number; path: string; limit: number}) =>
  db.selectFrom('comment').select(columns).where('thread', '=', p.thread).where('root', '=', p.root)
    .where((eb) => eb.and([eb('root', '>', eb.lit(0)), eb('listed', '=', eb.lit(1))]))
    .where('path', '>', p.path).orderBy('path').limit(p.limit));

/** The first replies of several top-level comments, and one more of each to know whether there are others. */
export const firstRepliesShown = 3;
export const firstReplies = listStatement((db, roots, p: {thread: number}) =>
  db.selectFrom('comment as top')
    .innerJoin('comment', (join) => join.onRef('comment.root', '=', 'top.seq').onRef('comment.thread', '=', 'top.thread'))
    .select(columns).where('top.thread', '=', p.thread).where('top.seq', 'in', roots as number[])
    .where((eb) => eb.and([eb('comment.root', '>', eb.lit(0)), eb('comment.listed', '=', eb.lit(1))]))
    .where('comment.path', '<=', (eb) => eb.fn.coalesce(
      eb.selectFrom('comment as ahead').select('ahead.path')
        .whereRef('ahead.thread', '=', 'top.thread').whereRef('ahead.root', '=', 'top.seq')
        .where((inner) => inner.and([inner('ahead.root', '>', inner.lit(0)), inner('ahead.listed', '=', inner.lit(1))]))
        .orderBy('ahead.path').limit(sql.lit(1)).offset(sql.lit(firstRepliesShown)),
      sql.lit('~')))
    .orderBy('comment.root').orderBy('comment.path'));

export const mine = statement((db, p: {thread: number; author: string; seq: number; limit: number}) =>
  db.selectFrom('comment').select(columns).select('comment.source').where('thread', '=', p.thread).where('author', '=', p.author)
    .where('seq', '<', p.seq).orderBy('seq', 'desc').limit(p.limit));

export const mySupports = statement((db, p: {thread: number; person: string; before: number; comment: string; limit: number}) =>
  db.selectFrom('support').innerJoin('comment', 'comment.id', 'support.comment')
    .select(['support.comment', 'support.created_at']).where('support.thread', '=', p.thread).where('support.person', '=', p.person)
    .where('comment.state', '=', 'published')
    .where((eb) => eb(eb.refTuple('support.created_at', 'support.comment'), '<', eb.tuple(p.before, p.comment)))
    .orderBy('support.created_at', 'desc').orderBy('support.comment', 'desc').limit(p.limit));
