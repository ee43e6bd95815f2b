/** A page of 100 comments: from the cache and not, beside a bare server that answers the same bytes from memory. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {startSite} from '../support/site.ts';
import {floor, load, percent, report} from './measure.ts';
import {stocked, stockThread} from './stock.ts';

/** Different places to begin a page of 100: none of them has been read before. */
async function unreadPages(api: string, count: number): Promise<string[]> {
  const cursors: string[] = [];
  let cursor = '';
  while (cursors.length < count) {
    const response = await fetch(`${api}/comments?thread=long&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
    const {nextCursor} = await response.json() as {nextCursor: string | null};
    if (!nextCursor) throw new Error('The thread is too short for this measurement.');
    cursor = nextCursor;
    cursors.push(cursor);
  }
  return cursors.map((each) => `/v1/default/comments?thread=long&limit=100&cursor=${each}`);
}

export async function measureReads(database: string, scratch: string): Promise<void> {
  await stocked(database, async (store) => {
    await stockThread(store, 'page', 300);
    await stockThread(store, 'long', 60_000);
  });
  const site = await startSite({database, env: {LOG_LEVEL: 'silent'}});
  const path = '/v1/default/comments?thread=page&limit=100';
  const bytes = Buffer.from(await (await fetch(site.origin + path)).arrayBuffer());
  const file = join(scratch, 'page.json');
  writeFileSync(file, bytes);
  const bare = await floor('test/bench/floors/bytes.ts', file);
  await load({url: bare.url, duration: 1});
  const bottom = await load({url: bare.url});
  await load({url: site.origin + path, duration: 1});
  const warm = await load({url: site.origin + path});
  const pages = await unreadPages(site.api, 6000);
  const cold = await load({url: site.origin, amount: pages.length, requests: pages.map((page) => ({method: 'GET' as const, path: page}))});
  await bare.stop();
  await site.stop();
  report('bare node:http, the same bytes', `${bottom.perSecond.toFixed(0)}/s of ${bytes.byteLength} bytes`, null);
  report('100 comments, warm', `${warm.perSecond.toFixed(0)}/s, p99 ${warm.p99} ms, ${percent(warm.perSecond, bottom.perSecond)}`,
    warm.refused === 0 && warm.perSecond >= 0.4 * bottom.perSecond, '≥ 40 %');
  report('100 comments, cold', `${cold.perSecond.toFixed(0)}/s, p99 ${cold.p99} ms, ${percent(cold.perSecond, bottom.perSecond)}`,
    cold.refused === 0 && cold.perSecond >= 0.05 * bottom.perSecond, '≥ 5 %');
}
