/** Brings a database up to this code, one transaction a step, and refuses one that is already ahead of it. */
import {sql} from 'kysely';
import type {Compilable, Kysely} from 'kysely';
import {builderFor} from './dialects.ts';
import type {Dialect} from './dialects.ts';
import {call} from './act.ts';
import type {Act, Call, Value} from './act.ts';
import {discussionsAndPolls} from './migrations/001-discussions-and-polls.ts';
import {revisions} from './migrations/002-revisions.ts';
import {suggestions} from './migrations/003-suggestions.ts';
import {search} from './migrations/004-search.ts';
import type {Store} from './store.ts';

/** In order, for ever: a step that was released is never changed. */
const steps: ((schema: Kysely<unknown>['schema'], dialect: Dialect) => Compilable[])[] = [discussionsAndPolls, revisions, suggestions, search];

export const newestVersion = steps.length;

export class TooNew extends Error {
  constructor(found: number) {
    super(`The database is at version ${found}, this program knows versions up to ${newestVersion}. Start a newer program.`);
  }
}

const once = (query: Compilable): Call => {
  const {sql: text, parameters} = query.compile();
  return {compiled: () => ({text, name: ''}), values: () => [...parameters] as Value[]};
};

/** Does the next step that is missing, if any; true once nothing is left to do. */
function* migrateOnce(dialect: Dialect, now: number): Act<boolean> {
  const db = builderFor(dialect);
  // Processes that start together take turns; SQLite's write lock does the same by itself.
  if (dialect === 'postgres') yield* call(once({compile: () => sql`select pg_advisory_xact_lock(7387583)`.compile(db)}));
  yield* call(once(db.schema.createTable('migration').ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('applied_at', dialect === 'sqlite' ? 'integer' : 'bigint', (column) => column.notNull())));
  const rows = yield* call<{version: number}>(once(db.selectFrom('migration').select('version').orderBy('version', 'desc').limit(1)));
  const found = rows[0]?.version ?? 0;
  if (found > newestVersion) throw new TooNew(found);
  const step = steps[found];
  if (!step) return true;
  for (const query of step(db.schema, dialect)) yield* call(once(query));
  yield* call(once(db.insertInto('migration').values({version: found + 1, applied_at: now})));
  return found + 1 === newestVersion;
}

export async function migrate(store: Store, now: number): Promise<void> {
  while (!await store.write(() => migrateOnce(store.kind, now))) continue;
}
