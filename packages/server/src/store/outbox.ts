/** Statements on what is to be told: a notice an update, and a row of the outbox each message to somebody. */
import {sql} from 'kysely';
import type {Selectable, SqlBool} from 'kysely';
import {rowOf, statement} from './statement.ts';
import type {NoticeTable, OutboxTable} from './schema-suggestions.ts';

export type NoticeRow = Selectable<NoticeTable>;
export type OutboxRow = Selectable<OutboxTable>;

const waiting = sql<SqlBool>`state = 'waiting'`;
const confirmed = sql<SqlBool>`state = 'confirmed'`;

export const insertNotice = statement((db, row: Omit<NoticeRow, 'key'>) =>
  db.insertInto('notice').values(rowOf(row, ['proposal', 'update_id', 'through', 'created_at'])));

export const oldestNotice = statement((db, _: Record<never, never>) => db.selectFrom('notice').select('key').orderBy('key').limit(1));

/** Takes the notice for this act; nothing comes back where another process has finished it. */
export const takeNotice = statement((db, p: {key: number}) =>
  db.updateTable('notice').set((eb) => ({through: eb.ref('through')})).where('key', '=', p.key).returningAll());

export const turnPage = statement((db, p: {key: number; through: number}) =>
  db.updateTable('notice').set({through: p.through}).where('key', '=', p.key));

export const dropNotice = statement((db, p: {key: number}) => db.deleteFrom('notice').where('key', '=', p.key));

/** The last follower of a page, of which there may be fewer. */
export const endOfPage = statement((db, p: {proposal: number; after: number; skip: number}) =>
  db.selectFrom('follower').select('key').where('proposal', '=', p.proposal).where(confirmed).where('key', '>', p.after)
    .orderBy('key').limit(1).offset(p.skip));

export type Message = 'confirm' | 'received' | 'update';
export type NewMessage = {space: string; follower: string; updateId: string; mail: Message; now: number};

/** One row a follower of the page. Whoever has a message about this update already gets no other. */
export const tellPage = statement((db, p: {space: string; proposal: number; updateId: string; after: number; through: number; now: number}) =>
  db.insertInto('outbox')
    .columns(['space', 'follower', 'update_id', 'mail', 'state', 'attempts', 'due_at', 'created_at', 'sent_at'])
    .expression((eb) => eb.selectFrom('follower').select((row) => [
      row.cast<string>(row.val(p.space), 'text').as('space'), 'follower.id as follower', row.cast<string>(row.val(p.updateId), 'text').as('update_id'),
      sql.lit('update').as('mail'), sql.lit('waiting').as('state'), sql.lit(0).as('attempts'),
      row.cast<number>(row.val(p.now), 'bigint').as('due_at'), row.cast<number>(row.val(p.now), 'bigint').as('created_at'), sql<null>`null`.as('sent_at'),
    ]).where('follower.proposal', '=', p.proposal).where(confirmed).where('follower.key', '>', p.after).where('follower.key', '<=', p.through))
    .onConflict((conflict) => conflict.columns(['follower', 'update_id']).doNothing()));

export const putInOutbox = statement((db, p: NewMessage) =>
  db.insertInto('outbox')
    .values({space: p.space, follower: p.follower, update_id: p.updateId, mail: p.mail, state: 'waiting', attempts: 0, due_at: p.now, created_at: p.now, sent_at: null})
    .onConflict((conflict) => conflict.columns(['follower', 'update_id']).doNothing()));

export const dueMessages = statement((db, p: {now: number; limit: number}) =>
  db.selectFrom('outbox').selectAll().where(waiting).where('due_at', '<=', p.now).orderBy('due_at').orderBy('key').limit(p.limit));

/** Of two processes that saw it due, the first puts its due time ahead, and the other no longer finds it as it was. */
export const claimMessage = statement((db, p: {key: number; due: number; until: number}) =>
  db.updateTable('outbox').set((eb) => ({due_at: p.until, attempts: eb('attempts', '+', 1)}))
    .where('key', '=', p.key).where(waiting).where('due_at', '=', p.due).returningAll());

export const putOff = statement((db, p: {key: number; due: number}) =>
  db.updateTable('outbox').set({due_at: p.due}).where('key', '=', p.key).where(waiting));

/** `sent` or `failed`, for good. The row stays a while, so that nothing is told twice. */
export const settleMessage = statement((db, p: {key: number; state: string; now: number}) =>
  db.updateTable('outbox').set({state: p.state, sent_at: p.now}).where('key', '=', p.key));

export const dropMessage = statement((db, p: {key: number}) => db.deleteFrom('outbox').where('key', '=', p.key));

/** Whoever stopped following is told nothing more, not even what waits. */
export const dropMessagesTo = statement((db, p: {follower: string}) =>
  db.deleteFrom('outbox').where('follower', '=', p.follower).where(waiting));

export const forgetMessages = statement((db, p: {waitingBefore: number; settledBefore: number}) =>
  db.deleteFrom('outbox').where((eb) => eb.or([
    eb.and([waiting, eb('created_at', '<', p.waitingBefore)]), eb('sent_at', '<', p.settledBefore),
  ])));
