/** PostgreSQL: each act in a transaction of its own, started again where the database says that two met. */
import pg from 'pg';
import type {Act, Change, Row} from './act.ts';
import {migrate} from './migrate.ts';
import {postgresFeed} from './postgres-feed.ts';
import type {Feed} from './postgres-feed.ts';
import {Overtaken, Unavailable} from './store.ts';
import type {Store} from './store.ts';

/** Serialization failure, deadlock. */
const meetings = new Set(['40001', '40P01']);
/** Connection, resources, operator's doing, system: the classes of SQLSTATE that say "not now". */
const unavailableClasses = new Set(['08', '53', '57', '58', '25']);
const triesAtMost = 5;

type Coded = {code?: string} | null;

const isUnavailable = (error: unknown) => {
  const code = (error as Coded)?.code;
  if (error instanceof Unavailable || code === undefined) return error instanceof Error && /timeout|terminated|ended/i.test(error.message);
  return unavailableClasses.has(code.slice(0, 2)) || code.startsWith('E');
};

// Counts and instants stay below 2^53.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((text: string) => unknown) =>
    (oid === 20 ? Number : pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

async function run<T>(client: pg.ClientBase | pg.Pool, act: Act<T>, changes?: Change[]): Promise<T> {
  let step = act.next();
  while (!step.done) {
    let rows: Row[] = [];
    if ('call' in step.value) {
      const {call} = step.value;
      const {name, text} = call.compiled('postgres');
      const reply = await client.query<Row>({text, values: call.values('postgres'), ...(name ? {name} : {})});
      rows = reply.rows;
    } else changes?.push(step.value.change);
    step = act.next(rows);
  }
  return step.value;
}

async function inTransaction<T>(pool: pg.Pool, begin: string, act: Act<T>, changes?: Change[]): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const value = await run(client, act, changes);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((lost: unknown) => { broken = lost as Error; });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUnavailable(error) ? new Unavailable('The database cannot be used now.', {cause: error}) : error;
  }
}

async function write<T>(pool: pg.Pool, feed: Feed, act: () => Act<T>, tries = 1): Promise<T> {
  const changes: Change[] = [];
  try {
    const value = await inTransaction(pool, 'begin', act(), changes);
    feed.tell(changes);
    return value;
  } catch (error) {
    const again = error instanceof Overtaken || meetings.has((error as Coded)?.code ?? '');
    if (tries < triesAtMost && again) return write(pool, feed, act, tries + 1);
    throw error;
  }
}

export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({connectionString: url, max: 10, types, connectionTimeoutMillis: 5000, statement_timeout: 15_000});
  // A connection that dies while idle is replaced at its next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  const feed = postgresFeed(url, pool);
  const store: Store = {
    kind: 'postgres',
    read: (act) => attempt(() => inTransaction(pool, 'begin isolation level repeatable read read only', act())),
    peek: (act) => attempt(() => run(pool, act())),
    write: (act) => attempt(() => write(pool, feed, act)),
    listen: (listener) => feed.listen(listener),
    async close() {
      await feed.close();
      await pool.end();
    },
  };
  try {
    await migrate(store, Date.now());
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
