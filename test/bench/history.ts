/** What a read costs at a thousand rows and at a million: the acts themselves, without the cache in front of them. */
import {readSpace} from '../../packages/server/src/spaces.ts';
import {topPage} from '../../packages/server/src/acts/comment-pages.ts';
import {readPoll} from '../../packages/server/src/acts/polls.ts';
import {openStore} from '../../packages/server/src/node.ts';
import {findThread, threadCounts} from '../../packages/server/src/store/threads.ts';
import {median, report} from './measure.ts';
import {stocked, stockPoll, stockThread} from './stock.ts';

const turns = 400;
const sorts = ['newest', 'oldest', 'most-supported'] as const;

/** The median of both, taken in turns so that noise falls on both alike, in microseconds. */
async function beside(small: () => Promise<unknown>, large: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [index, read] of [small, large].entries()) {
      const from = performance.now();
      await read();
      times[index]?.push((performance.now() - from) * 1000);
    }
  }
  return [median(times[0].slice(50)), median(times[1].slice(50))];
}

export async function measureHistory(database: string): Promise<void> {
  await stocked(database, async (store) => {
    await stockThread(store, 'small', 1000);
    await stockThread(store, 'large', 1_000_000);
    await stockPoll(store, 'small', 1000);
    await stockPoll(store, 'large', 1_000_000);
  });
  const store = await openStore(database);
  const space = await readSpace(store, 'default');
  if (!space) throw new Error('The space is not there.');
  const page = async (threadId: string, sort: (typeof sorts)[number]) => {
    const thread = await store.peek(() => findThread.first({space: 'default', id: threadId}));
    return () => store.read(() => topPage({space: 'default', threadId, thread: thread?.key ?? 0}, sort, 20, undefined));
  };
  const told = (name: string, [small, large]: [number, number]) => {
    report(name, `${small.toFixed(0)} µs at 1,000, ${large.toFixed(0)} µs at 1,000,000`, large <= 1.5 * small, `≤ 1.5 × (${(large / small).toFixed(2)} ×)`);
  };
  for (const sort of sorts) told(`first page, ${sort}`, await beside(await page('small', sort), await page('large', sort)));
  const count = (id: string) => () => store.read(() => threadCounts([id], {space: 'default'}));
  told('a count', await beside(count('small'), count('large')));
  const tally = (id: string) => () => store.read(() => readPoll(space, id));
  told('a tally', await beside(tally('small'), tally('large')));
  await store.close();
}
