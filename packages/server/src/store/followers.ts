/** Statements on who follows what, by which address. */
import {sql} from 'kysely';
import type {Selectable, SqlBool} from 'kysely';
import {rowOf, statement} from './statement.ts';
import type {FollowerTable} from './schema-suggestions.ts';

export type FollowerRow = Selectable<FollowerTable>;

/** Written out, so that the indexes that hold nothing else are used. */
const pending = sql<SqlBool>`state = 'pending'`;
const confirmed = sql<SqlBool>`state = 'confirmed'`;

const columns = ['id', 'proposal', 'person', 'address', 'address_key', 'language', 'state', 'asked_at', 'created_at'] as const;

/** Nothing comes back where the address is there already. */
export const insertFollower = statement((db, row: Omit<FollowerRow, 'key'>) =>
  db.insertInto('follower').values(rowOf(row, columns))
    .onConflict((conflict) => conflict.columns(['proposal', 'address_key']).doNothing()).returning('key'));

export const findFollower = statement((db, p: {id: string}) => db.selectFrom('follower').selectAll().where('id', '=', p.id));

export const followerBy = statement((db, p: {proposal: number; addressKey: string}) =>
  db.selectFrom('follower').select(['id', 'state', 'asked_at']).where('proposal', '=', p.proposal).where('address_key', '=', p.addressKey));

export const askAgain = statement((db, p: {id: string; language: string | null; now: number}) =>
  db.updateTable('follower').set({asked_at: p.now, language: p.language}).where('id', '=', p.id));

/**
 * The messages that asked an address lately and were not answered, anywhere in its space: the key of an address is the space's
 * own. Messages are counted, not what they ask for, which may be asked again and again.
 */
export const questionsTo = statement((db, p: {addressKey: string; since: number; limit: number}) =>
  db.selectFrom('follower').innerJoin('outbox', 'outbox.follower', 'follower.id').select('outbox.key')
    .where('follower.address_key', '=', p.addressKey).where(sql<SqlBool>`follower.state = 'pending'`)
    .where('outbox.mail', '=', 'confirm').where('outbox.created_at', '>', p.since).limit(p.limit));

/** How often somebody asked lately. Asking is counted, not what came of it, which would tell whether an address follows already. */
export const askedLately = statement((db, p: {space: string; person: string; since: number; limit: number}) =>
  db.selectFrom('idempotency').select('key').where('person', '=', p.person).where('space', '=', p.space)
    .where('operation', '=', 'followProposal').where('created_at', '>', p.since).limit(p.limit));

export const setConfirmed = statement((db, p: {id: string}) =>
  db.updateTable('follower').set({state: 'confirmed'}).where('id', '=', p.id).where(pending).returning('key'));

/** What is left of a follower: an id that no longer leads to anybody, so that its link says so again. */
export const eraseFollower = statement((db, p: {id: string}) =>
  db.updateTable('follower').set((eb) => ({state: 'stopped', address: '', address_key: eb.ref('id'), person: '', language: null})).where('id', '=', p.id));

export const confirmedCount = statement((db, p: {proposal: number}) =>
  db.selectFrom('follower').select((eb) => eb.fn.countAll<number>().as('count')).where('proposal', '=', p.proposal).where(confirmed));

export const moveFollowers = statement((db, p: {from: number; into: number}) =>
  db.updateTable('follower').set({proposal: p.into}).where('proposal', '=', p.from).where('state', '!=', 'stopped')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('follower as there').select('there.key')
      .where('there.proposal', '=', p.into).whereRef('there.address_key', '=', 'follower.address_key')))));

/** An address that follows one and is not confirmed for the other is confirmed for it too. */
export const confirmMoved = statement((db, p: {from: number; into: number}) =>
  db.updateTable('follower').set({state: 'confirmed'}).where('proposal', '=', p.into).where(pending)
    .where((eb) => eb.exists(eb.selectFrom('follower as there').select('there.key').where('there.proposal', '=', p.from)
      .where('there.state', '=', 'confirmed').whereRef('there.address_key', '=', 'follower.address_key'))));

/** Addresses that nobody confirmed are not kept. */
export const forgetPending = statement((db, p: {before: number}) =>
  db.deleteFrom('follower').where(pending).where('asked_at', '<', p.before).returning('id'));
