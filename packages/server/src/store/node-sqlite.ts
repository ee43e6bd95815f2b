/** SQLite in a file, durable on power loss, through Node's own binding. */
import {closeSync, mkdirSync, openSync} from 'node:fs';
import {dirname} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import type {StatementSync} from 'node:sqlite';
import type {Row, Value} from './act.ts';
import {migrate} from './migrate.ts';
import type {Store} from './store.ts';
import {syncStore} from './sync-store.ts';
import type {SyncDatabase} from './sync-store.ts';

/** SQLITE_BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN: the database, not the statement. */
const unavailableCodes = new Set([5, 6, 7, 8, 10, 11, 13, 14]);
const busyCodes = new Set([5, 6]);
/** Opening may wait long; afterwards SQLite waits no longer than nobody notices (milliseconds), and the store tries again. */
const openingPatience = 5000;
const patience = 4;
/** How often the file is asked whether another process wrote, while somebody watches. */
const lookEvery = 500;

const codeOf = (error: unknown): number => ((error as {errcode?: number} | null)?.errcode ?? 0) & 0xff;

/** Only its owner may read the file; what SQLite puts beside it gets the same permissions. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), {recursive: true});
  closeSync(openSync(file, 'a', 0o600));
}

function openDatabase(file: string): SyncDatabase {
  if (file !== ':memory:') makeFile(file);
  const db = new DatabaseSync(file, {timeout: openingPatience, enableForeignKeyConstraints: true});
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000; pragma wal_autocheckpoint = 8000;');
  // Each act has a savepoint, whose undo pages would otherwise be written to a temporary file: most of all that was written.
  db.exec(`pragma temp_store = memory; pragma busy_timeout = ${patience}`);
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string) => {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    all: (text, values: readonly Value[]) => prepare(text).all(...values) as Row[],
    get inTransaction() { return db.isTransaction; },
    isUnavailable: (error) => unavailableCodes.has(codeOf(error)),
    isBusy: (error) => busyCodes.has(codeOf(error)),
    close: () => { db.close(); },
  };
}

/** `data_version` changes when another connection has committed, and only then. */
const lookOutFor = (db: SyncDatabase) => (missed: () => void): (() => void) => {
  const version = () => db.all('pragma data_version', [])[0]?.['data_version'];
  let seen = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === seen) return;
    seen = now;
    missed();
  }, lookEvery);
  timer.unref();
  return () => { clearInterval(timer); };
};

export async function openFile(file: string): Promise<Store> {
  const db = openDatabase(file);
  const store = syncStore(db, {soon: (flush) => { setImmediate(flush); }, lookOut: lookOutFor(db)});
  try {
    await migrate(store, Date.now());
  } catch (error) {
    db.close();
    throw error;
  }
  return store;
}
