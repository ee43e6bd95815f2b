/** The databases the same suite runs on. Each opening is a database of its own, gone when it is closed. */
import {mkdtempSync, rmSync} from 'node:fs';
import {randomBytes} from 'node:crypto';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';
import {inject} from 'vitest';
import type {Store} from '@shurkum/server';
import {openStore} from '@shurkum/server/node';
import {startPageServer} from '@shurkum/server/page';

export type Opened = {
  store: Store;
  /** A second process's view: another store on the same database. Not in the page, which has one. */
  again?: () => Promise<Store>;
  close: () => Promise<void>;
};

export type Database = {name: string; skipped?: string; open: () => Promise<Opened>};

/** Opens stores on one address and closes all of them together, then whatever held them. */
async function opened(url: string, gone: () => Promise<void> | void): Promise<Opened> {
  const stores: Store[] = [];
  const again = async () => {
    const store = await openStore(url);
    stores.push(store);
    return store;
  };
  const store = await again();
  return {store, again, close: async () => {
    await Promise.all(stores.map((each) => each.close()));
    await gone();
  }};
}

const file: Database = {name: 'SQLite in a file', open: () => {
  const folder = mkdtempSync(join(tmpdir(), 'shurkum-sqlite-'));
  return opened(join(folder, 'test.db'), () => { rmSync(folder, {recursive: true, force: true}); });
}};

const page: Database = {name: 'SQLite in the page', open: async () => {
  const {store, close} = await startPageServer({space: {id: 'unused'}});
  return {store, close};
}};

async function administer(url: string, text: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query(text).finally(() => client.end());
}

const url = inject('postgresUrl');
const postgres: Database = {
  name: 'PostgreSQL', ...(url ? {} : {skipped: inject('postgresSkipped')}),
  open: async () => {
    const admin = url ?? '';
    const name = `shurkum_${randomBytes(8).toString('hex')}`;
    await administer(admin, `create database ${name}`);
    const mine = new URL(admin);
    mine.pathname = `/${name}`;
    return opened(mine.href, () => administer(admin, `drop database ${name} with (force)`));
  },
};

export const databases: readonly Database[] = [file, page, postgres];
