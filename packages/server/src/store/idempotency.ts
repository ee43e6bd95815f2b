/**
 * A write happens once for each key. The key's row commits with the effect: whoever comes later gets the first answer,
 * or is told that the key was used for something else. Of two at the same moment the slower one cannot write its row;
 * all it did is undone, and it starts again as the later one.
 */
import type {Act} from './act.ts';
import {statement} from './statement.ts';
import {Refusal} from '../domain/refusal.ts';
import {Overtaken} from './store.ts';

export type Once = {space: string; person: string; operation: string; key: string; hash: string};
export type Answered = {status: number; json: string};

const keptFor = 35 * 24 * 60 * 60_000;

type Key = {space: string; person: string; operation: string; key: string};

const keep = statement((db, p: Once & {status: number; reply: string; now: number}) =>
  db.insertInto('idempotency')
    .values({space: p.space, person: p.person, operation: p.operation, key: p.key, hash: p.hash, status: p.status, reply: p.reply, created_at: p.now})
    .onConflict((conflict) => conflict.columns(['person', 'key', 'operation', 'space']).doNothing()).returning('key'));

const find = statement((db, p: Key) =>
  db.selectFrom('idempotency').select(['hash', 'status', 'reply'])
    .where('space', '=', p.space).where('person', '=', p.person).where('operation', '=', p.operation).where('key', '=', p.key));

const purge = statement((db, p: {before: number}) => db.deleteFrom('idempotency').where('created_at', '<', p.before));

/** The clock is read here, inside the transaction, and not when the request came: see `Deed`. */
export function* happenOnce(once: Once, clock: () => Date, act: (now: number) => Act<Answered>): Act<Answered> {
  const now = clock().getTime();
  const found = yield* find.first({space: once.space, person: once.person, operation: once.operation, key: once.key});
  if (found) {
    if (found.hash !== once.hash) throw new Refusal('idempotency-key-reused');
    return {status: found.status, json: found.reply};
  }
  const answered = yield* act(now);
  const kept = yield* keep.first({...once, now, status: answered.status, reply: answered.json});
  if (!kept) throw new Overtaken();
  return answered;
}

export const forgetOldKeys = (now: number): Act<unknown[]> => purge.all({before: now - keptFor});
