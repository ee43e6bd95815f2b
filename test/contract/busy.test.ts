/** Another process holds the file: whoever does not write notices nothing, whoever writes waits and is not lost. */
import {statSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createSpace} from '@shurkum/server';
import {openStore} from '@shurkum/server/node';
import {addresses} from '../support/addresses.ts';
import type {Opened} from '../support/addresses.ts';
import {Rig, spaceDefinition, type} from '../support/rig.ts';
import type {Guest} from '../support/rig.ts';

describe('a file that another process writes to', () => {
  let place: Opened, rig: Rig, guest: Guest, other: DatabaseSync;
  beforeAll(async () => {
    place = await addresses[0]!.open();
    const store = await openStore(place.url);
    rig = new Rig({store, close: () => store.close()});
    await createSpace(store, spaceDefinition('default'));
    guest = await rig.guest();
    other = new DatabaseSync(place.url);
  });
  afterAll(async () => {
    other.close();
    await rig.store.close();
    await place.remove();
  });
  const post = (text: string) => guest.send('POST', '/comments', {threadId: 'busy/one', text});
  /** The longest time in which nothing else got its turn. */
  async function longestWait(during: Promise<unknown>): Promise<number> {
    let ended = false, longest = 0;
    void during.finally(() => { ended = true; });
    for (let last = performance.now(); !ended; last = performance.now()) {
      await rig.api(new Request('https://api.example/healthz'));
      await rig.get('/thread?id=busy/one');
      await new Promise((resolve) => { setTimeout(resolve, 1); });
      longest = Math.max(longest, performance.now() - last);
    }
    return longest;
  }

  it('keeps writes waiting and nobody else, and does them in the end', async () => {
    other.exec('begin immediate');
    const writes = Promise.all(Array.from({length: 5}, (_, n) => post(`waited ${n}`)));
    setTimeout(() => { other.exec('commit'); }, 700);
    expect(await longestWait(writes)).toBeLessThan(250);
    expect((await writes).map(({status}) => status)).toEqual(Array(5).fill(201));
    expect((await rig.get('/thread?id=busy/one')).body.thread.commentCount).toBe(5);
  });

  it('is said to be unavailable after a while, with when to come again', async () => {
    other.exec('begin immediate');
    const write = post('too long');
    expect(await longestWait(write)).toBeLessThan(250);
    other.exec('commit');
    const {status, body, headers} = await write;
    expect([status, body.type, headers.get('retry-after')]).toEqual([503, type('unavailable'), '2']);
    expect((await post('again')).status).toBe(201);
  });

  it('is nobody’s to read but its owner’s', () => {
    for (const name of ['', '-wal', '-shm']) expect([name, statSync(place.url + name).mode & 0o777]).toEqual([name, 0o600]);
  });
});
