/** Statements on threads. A write in a thread takes its row first, so that writes in one thread follow each other. */
import {listStatement, statement} from './statement.ts';

export type ThreadRow = {
  key: number; id: string; state: string | null; policy: string | null;
  published: number; sequence: number; next_seq: number;
};

const columns = ['key', 'id', 'state', 'policy', 'published', 'sequence', 'next_seq'] as const;

export const findThread = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('thread').select(columns).where('space', '=', p.space).where('id', '=', p.id));

export const threadSequence = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('thread').select(['key', 'sequence']).where('space', '=', p.space).where('id', '=', p.id));

export const threadCounts = listStatement((db, ids, p: {space: string}) =>
  db.selectFrom('thread').select(['id', 'published', 'sequence']).where('space', '=', p.space).where('id', 'in', ids as string[]));

export const threadSequences = listStatement((db, ids, p: {space: string}) =>
  db.selectFrom('thread').select(['id', 'sequence']).where('space', '=', p.space).where('id', 'in', ids as string[]));

/** Makes the thread where it is not yet; a page is kept from whoever came first. */
export const ensureThread = statement((db, p: {space: string; id: string; pageUrl: string | null; pageTitle: string | null; now: number}) =>
  db.insertInto('thread')
    .values({space: p.space, id: p.id, state: null, policy: null, published: 0, next_seq: 1, sequence: 0,
      page_url: p.pageUrl, page_title: p.pageTitle, created_at: p.now})
    .onConflict((conflict) => conflict.columns(['space', 'id']).doNothing()));

/** Takes the thread's row for this act, and its next sequence number. */
export const takeSeat = statement((db, p: {space: string; id: string}) =>
  db.updateTable('thread').set((eb) => ({next_seq: eb('next_seq', '+', 1)}))
    .where('space', '=', p.space).where('id', '=', p.id).returning(columns));

/** The same for a comment that is published at once where the thread is open: then it is counted in the same stroke. */
export const takeCountedSeat = statement((db, p: {space: string; id: string; usual: string}) =>
  db.updateTable('thread').set((eb) => {
    const shown = eb.case().when(eb(eb.fn.coalesce('state', eb.val(p.usual)), '=', 'open')).then(eb.lit(1)).else(eb.lit(0)).end();
    return {next_seq: eb('next_seq', '+', 1), sequence: eb('sequence', '+', shown), published: eb('published', '+', shown)};
  }).where('space', '=', p.space).where('id', '=', p.id).returning(columns));

/** Takes the thread's row for this act, without changing it. */
export const holdThread = statement((db, p: {key: number}) =>
  db.updateTable('thread').set((eb) => ({next_seq: eb.ref('next_seq')})).where('key', '=', p.key).returning(columns));

/** Something everyone may see has changed. */
export const bumpThread = statement((db, p: {key: number; published: number}) =>
  db.updateTable('thread')
    .set((eb) => ({sequence: eb('sequence', '+', 1), published: eb('published', '+', p.published)}))
    .where('key', '=', p.key).returning(['space', 'id', 'sequence', 'published']));

export const changeThread = statement((db, p: {key: number; state: string | null; policy: string | null}) =>
  db.updateTable('thread').set((eb) => ({state: p.state, policy: p.policy, sequence: eb('sequence', '+', 1)}))
    .where('key', '=', p.key).returning(['space', 'id', 'sequence']));
