/** The site on PostgreSQL, as two processes behind one address would run it. */
import {randomUUID} from 'node:crypto';
import pg from 'pg';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {Guest} from '../support/people.ts';
import {startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';

const server = inject('postgresUrl');
const secret = 'kept-quiet';
const thread = 'blog/2026-11-open-data';
const name = `site_${randomUUID().replaceAll('-', '')}`;

async function run(sql: string): Promise<void> {
  const client = new pg.Client({connectionString: server!});
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Reads a stream until it says `words`. */
async function hears(stream: Response, words: RegExp): Promise<string> {
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  while (!words.test(heard)) {
    const {value, done} = await reader.read();
    if (done) throw new Error(`The stream ended after: ${heard}`);
    heard += value;
  }
  await reader.cancel();
  return heard;
}

describe.skipIf(!server)('two processes on one PostgreSQL', () => {
  let one: RunningSite, other: RunningSite;
  beforeAll(async () => {
    await run(`create database ${name}`);
    const database = Object.assign(new URL(server!), {pathname: `/${name}`, password: secret}).href;
    one = await startSite({database});
    other = await startSite({database});
  });
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await run(`drop database ${name}`);
  });

  it('show the same sample content, written once', async () => {
    const read = async (site: RunningSite) => (await fetch(`${site.api}/thread?id=${thread}`)).json() as Promise<{thread: {commentCount: number}}>;
    const [here, there] = await Promise.all([read(one), read(other)]);
    expect(here.thread.commentCount).toBeLessThan(30);
    expect(there).toEqual(here);
  });

  it('tell each other’s readers of a new comment', async () => {
    const stream = await fetch(`${other.api}/watch?thread=${thread}`);
    const before = ((await (await fetch(`${other.api}/thread?id=${thread}`)).json()) as {thread: {sequence: number}}).thread.sequence;
    const heard = hears(stream, new RegExp(`"sequence": ?${before + 1}\\b`));
    expect((await new Guest(one.api).act('POST', '/comments', {threadId: thread, text: 'من عملية أخرى'})).status).toBe(201);
    expect(await heard).not.toContain('من عملية أخرى');
  });

  it('keep the password of the database to themselves', () => {
    expect(one.said()).toContain(name);
    expect(one.said() + one.complained()).not.toContain(secret);
  });
});
