/**
 * A write happens once for each key. The key's row is written first and commits with the effect; whoever comes second
 * waits for it and gets the first answer, or is told that the key was used for something else.
 */
import type {Act} from './act.ts';
import {statement} from './statement.ts';
import {Refusal} from '../domain/refusal.ts';

export type Once = {space: string; person: string; operation: string; key: string; hash: string; now: number};
export type Answered = {status: number; json: string};

const keptFor = 35 * 24 * 60 * 60_000;

type Key = {space: string; person: string; operation: string; key: string};

const claim = statement((db, p: Once) =>
  db.insertInto('idempotency')
    .values({space: p.space, person: p.person, operation: p.operation, key: p.key, hash: p.hash, status: null, reply: null, created_at: p.now})
    .onConflict((conflict) => conflict.columns(['space', 'person', 'operation', 'key']).doNothing()).returning('key'));

const settle = statement((db, p: Key & {status: number; reply: string}) =>
  db.updateTable('idempotency').set({status: p.status, reply: p.reply})
    .where('space', '=', p.space).where('person', '=', p.person).where('operation', '=', p.operation).where('key', '=', p.key));

const find = statement((db, p: Key) =>
  db.selectFrom('idempotency').select(['hash', 'status', 'reply'])
    .where('space', '=', p.space).where('person', '=', p.person).where('operation', '=', p.operation).where('key', '=', p.key));

const purge = statement((db, p: {before: number}) => db.deleteFrom('idempotency').where('created_at', '<', p.before));

export function* happenOnce(once: Once, act: () => Act<Answered>): Act<Answered> {
  const {space, person, operation, key} = once;
  const mine = yield* claim.first(once);
  if (!mine) {
    const found = yield* find.first({space, person, operation, key});
    if (found?.hash !== once.hash) throw new Refusal('idempotency-key-reused');
    return {status: found.status ?? 200, json: found.reply ?? ''};
  }
  const answered = yield* act();
  yield* settle.all({space, person, operation, key, status: answered.status, reply: answered.json});
  return answered;
}

export const forgetOldKeys = (now: number): Act<unknown[]> => purge.all({before: now - keptFor});
