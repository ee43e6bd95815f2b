/** SQLite compiled to WebAssembly, in memory: the same rules where the page itself runs the server. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type {Database, PreparedStatement, Sqlite3Static} from '@sqlite.org/sqlite-wasm';
import type {Row, Value} from './act.ts';
import {migrate} from './migrate.ts';
import type {Store} from './store.ts';
import {syncStore} from './sync-store.ts';
import type {SyncDatabase} from './sync-store.ts';

function facade(db: Database, {capi}: Sqlite3Static): SyncDatabase {
  const prepared = new Map<string, PreparedStatement>();
  const prepare = (text: string) => {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    all(text, values) {
      const statement = prepare(text);
      try {
        if (values.length) statement.bind(values as Value[]);
        const rows: Row[] = [];
        while (statement.step()) rows.push(statement.get({}) as Row);
        return rows;
      } finally {
        statement.reset(true);
      }
    },
    get inTransaction() { return !capi.sqlite3_get_autocommit(db); },
    isUnavailable: () => false,
    isBusy: () => false,
    close() {
      for (const statement of prepared.values()) statement.finalize();
      db.close();
    },
  };
}

const soon = (flush: () => void) => { queueMicrotask(flush); };

let loading: Promise<{sqlite: Sqlite3Static; image: Uint8Array}> | undefined;

/** Loads SQLite and migrates once; every database after the first is a copy of that image. */
const load = () => (loading ??= (async () => {
  const sqlite = await sqlite3InitModule();
  // A refused constraint is an answer here, not news for the console.
  sqlite.config.warn = () => undefined;
  const db = new sqlite.oo1.DB(':memory:');
  await migrate(syncStore(facade(db, sqlite), {soon}), 0);
  const image = sqlite.capi.sqlite3_js_db_export(db);
  db.close();
  return {sqlite, image};
})());

export async function openInPage(): Promise<Store> {
  const {sqlite, image} = await load();
  const {capi, wasm, oo1} = sqlite;
  const db = new oo1.DB(':memory:');
  const bytes = wasm.allocFromTypedArray(image);
  const code = capi.sqlite3_deserialize(db, 'main', bytes, image.byteLength, image.byteLength,
    capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE);
  db.checkRc(code);
  db.exec('pragma foreign_keys = on');
  return syncStore(facade(db, sqlite), {soon});
}
