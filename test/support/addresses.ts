/** Addresses of empty databases, for truths that are told of whole processes: always a file, and PostgreSQL where there is one. */
import {randomUUID} from 'node:crypto';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import pg from 'pg';
import {inject} from 'vitest';
import {folder} from './shurkum.ts';

export type Opened = {url: string; remove: () => Promise<void>};
export type Address = {name: string; skipped: string; open: () => Promise<Opened>};

const sqlite: Address = {
  name: 'SQLite', skipped: '',
  async open() {
    const where = folder();
    return {url: join(where, 'shurkum.db'), remove: () => rm(where, {recursive: true, force: true})};
  },
};

async function postgresDatabase(server: string): Promise<Opened> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const run = async (text: string) => {
    const client = new pg.Client({connectionString: server});
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {url: url.href, remove: () => run(`drop database if exists ${name} with (force)`)};
}

const server = inject('postgresUrl');

export const addresses: Address[] = [
  sqlite,
  {name: 'PostgreSQL', skipped: server ? '' : inject('postgresSkipped'), open: () => postgresDatabase(server ?? '')},
];
