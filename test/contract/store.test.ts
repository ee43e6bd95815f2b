/** What a store promises to acts, whatever database it is. */
import {describe, expect, it} from 'vitest';
import {onEveryDatabase, start} from '../support/rig.ts';
import {storeKinds} from '../support/stores.ts';
import {call} from '../../packages/server/src/store/act.ts';
import {announce} from '../../packages/server/src/store/act.ts';
import {migrate, newestVersion} from '../../packages/server/src/store/migrate.ts';
import {statement} from '../../packages/server/src/store/statement.ts';
import {ensureThread, findThread, takeSeat} from '../../packages/server/src/store/threads.ts';
import type {Change} from '../../packages/server/src/store/act.ts';

const thread = (id: string) => ({space: 'default', id, pageUrl: null, pageTitle: null, now: start});
const pretend = statement((db, p: {version: number}) => db.insertInto('migration').values({version: p.version, applied_at: 0}));
const forget = statement((db, p: {version: number}) => db.deleteFrom('migration').where('version', '=', p.version));

onEveryDatabase('a store', (rig) => {
  const there = async (id: string) => (await rig().store.peek(() => findThread.first({space: 'default', id}))) !== undefined;
  const makes = (id: string, then: () => void = () => undefined) => rig().store.write(function* act() {
    yield* ensureThread.all(thread(id));
    then();
    return id;
  });
  const fails = () => { throw new Error('no'); };

  it('keeps all of an act or nothing; of many at once each fails alone', async () => {
    const outcomes = await Promise.allSettled(Array.from({length: 30}, (_, n) => makes(`store/${n}`, n % 3 ? undefined : fails)));
    expect(outcomes.map(({status}) => status)).toEqual(Array.from({length: 30}, (_, n) => (n % 3 ? 'fulfilled' : 'rejected')));
    for (let n = 0; n < 30; n += 1) expect([n, await there(`store/${n}`)]).toEqual([n, n % 3 !== 0]);
  });

  it('keeps nothing of an act whose statement the database refuses', async () => {
    const broken = rig().store.write(function* act() {
      yield* ensureThread.all(thread('store/broken'));
      yield* call(pretend.call({version: 1}));
    });
    await expect(broken).rejects.toThrow();
    expect(await there('store/broken')).toBe(false);
    expect(await makes('store/after')).toBe('store/after');
  });

  it('tells what an act announced after its commit, and nothing of one that failed', async () => {
    const told: Change[] = [];
    let heard: (() => void) | undefined;
    const stop = rig().store.listen({changed: (change) => { told.push(change); heard?.(); }, missed: () => { heard?.(); }});
    if (rig().store.kind === 'postgres') await new Promise<void>((resolve) => { heard = resolve; });
    const says = (topic: string, then: () => void = () => undefined) => rig().store.write(function* act() {
      yield* announce({topic, sequence: 1});
      then();
    });
    await says('refused', fails).catch(() => undefined);
    await says('done');
    while (!told.length) await new Promise<void>((resolve) => { heard = resolve; });
    stop();
    expect(told).toEqual([{topic: 'done', sequence: 1}]);
  });

  it('gives each of many that take a seat at once their own', async () => {
    await makes('store/seats');
    const seats = await Promise.all(Array.from({length: 40}, () =>
      rig().store.write(function* act() { return (yield* takeSeat.first({space: 'default', id: 'store/seats'}))?.next_seq; })));
    expect(seats.toSorted((one, other) => Number(one) - Number(other))).toEqual(Array.from({length: 40}, (_, n) => n + 2));
  });

  describe('of another version', () => {
    it('is left alone where it is newer than the program', async () => {
      await rig().store.write(() => pretend.all({version: newestVersion + 1}));
      await expect(migrate(rig().store, start)).rejects.toThrow('newer program');
      await rig().store.write(() => forget.all({version: newestVersion + 1}));
    });
    it('is brought up to date once, however many programs start together', async () => {
      const again = rig().opened.again;
      const stores = again ? await Promise.all([again(), again(), again()]) : [rig().store];
      for (const store of stores) await migrate(store, start);
      expect(await there('store/1')).toBe(true);
    });
  });
});

describe.each(storeKinds)('a store that is closed ($name)', ({open, skipped}) => {
  it.skipIf(skipped)('refuses what comes after that', async () => {
    const {store, close} = await open();
    await close();
    await expect(store.write(function* act() { yield* ensureThread.all(thread('store/late')); })).rejects.toThrow();
  });
});
