import {describe, expect, it} from 'vitest';
import {startPageServer} from '../page.ts';
import {createHub} from './hub.ts';
import {sequenceReader} from './sequences.ts';
import type {Listener} from '../store/store.ts';

describe('the hub', () => {
  it('keeps so many streams and topics and no more', async () => {
    const {store, close} = await startPageServer();
    const hub = createHub(store, sequenceReader(store), {streams: 3, topics: 4});
    const [one, two] = [hub.watch(['thread default a', 'thread default b']), hub.watch(['thread default a'])];
    expect([hub.hasRoom(2), hub.hasRoom(3)]).toEqual([true, false]);
    expect(await hub.watch(['1', '2', '3']).next(1000)).toBeUndefined();
    const three = hub.watch(['thread default c']);
    expect(hub.hasRoom(1)).toBe(false);
    expect(await hub.watch(['thread default a']).next(1000)).toBeUndefined();
    two.end();
    two.end();
    expect(hub.hasRoom(1)).toBe(true);
    one.end();
    three.end();
    expect(hub.hasRoom(4)).toBe(true);
    await close();
  });

  it('looks again at everything watched with few statements, a few at a time, and once however often it is asked', async () => {
    const {store, close} = await startPageServer();
    let peeks = 0;
    let listener: Listener | undefined;
    const counting = {...store, peek: <T>(act: Parameters<typeof store.peek<T>>[0]) => {
      peeks += 1;
      return store.peek(act);
    }, listen: (each: Listener) => {
      listener = each;
      return () => undefined;
    }};
    const hub = createHub(counting, sequenceReader(counting));
    const topics = Array.from({length: 10_000}, (_, n) => `thread default t${n}`);
    const watcher = hub.watch(topics);
    expect((await watcher.next(5000))?.length).toBe(10_000);
    expect(peeks).toBe(40);
    let turns = 0;
    const ticking = setInterval(() => { turns += 1; }, 0);
    for (let n = 0; n < 100; n += 1) listener?.missed();
    while (peeks < 120) await new Promise((resolve) => { setTimeout(resolve, 1); });
    clearInterval(ticking);
    expect([peeks, turns > 20]).toEqual([120, true]);
    hub.end();
    await close();
  });
});
