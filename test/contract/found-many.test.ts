/** A search that finds more than is looked up row by row: the same answers, got by another way. */
import {beforeAll, expect, it} from 'vitest';
import {placeProposal} from '../../packages/server/src/acts/proposal-changes.ts';
import {referenceOf} from '../../packages/server/src/domain/reference.ts';
import {fewAtMost} from '../../packages/server/src/store/proposal-lists.ts';
import {findProposal} from '../../packages/server/src/store/proposals.ts';
import {propose, useParticipation} from '../support/proposals.ts';
import {onEveryDatabase} from '../support/rig.ts';

const count = fewAtMost + 100;
type Page = {items: {reference: string; title: string; supports: number; decision: {state: string}}[]; nextCursor: string | null};

onEveryDatabase('a search that finds many', (rig) => {
  beforeAll(async () => {
    await useParticipation(rig());
    const first = await propose(rig(), await rig().guest(), {title: 'Bridge for everybody', source: 'Over the wadi.'});
    const row = await rig().store.read(() => findProposal.first({space: 'default', reference: first}));
    await rig().store.write(function* act() {
      for (let n = 0; n < count; n += 1) {
        const {key: _, ...made} = {
          ...row!, reference: referenceOf(String(n).padStart(10, '0')), title: n % 1000 ? `Crossing ${n}` : `Bridge ${n}`, source: 'A bridge over the wadi.',
          decision: n % 500 ? 'open' : 'under-review', supports: n % 7, published_at: rig().now + n, updated_at: rig().now - n,
        };
        yield* placeProposal(rig().services, made, {updates: [], now: rig().now});
      }
    });
  }, 180_000);

  const page = async (query: string): Promise<Page> => {
    const {status, body} = await rig().get(`/proposals?${query}`);
    expect(status).toBe(200);
    return body as Page;
  };

  it('says that it counts no further', async () => {
    expect((await rig().get('/proposals/counts?q=bridge')).body).toMatchObject({exact: false});
    expect((await rig().get('/proposals/counts?q=bridge')).body.total).toBeGreaterThan(fewAtMost);
    expect((await rig().get('/proposals/counts')).body).toMatchObject({exact: true, total: count + 1});
  });

  it('walks in any order, by any filter, each once', async () => {
    const lists = [['sort=newest', 250], ['sort=most-supported', 250], ['sort=recently-updated', 250], ['sort=due-soon', 250],
      ['decision=under-review', 9], ['sort=newest&decision=under-review', 9]] as const;
    for (const [query, expected] of lists) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null && seen.length < 250) {
        const {items, nextCursor}: Page = await page(`q=bridge&limit=50&${query}${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...items.map(({reference}) => reference));
        cursor = nextCursor;
      }
      expect([query, seen.length, new Set(seen).size]).toEqual([query, expected, expected]);
    }
    expect((await page('q=over wadi&sort=most-supported&limit=100')).items.every(({supports}) => supports === 6)).toBe(true);
  });

  it('puts titles first and goes on with texts', async () => {
    const titles = (await page('q=bridge&limit=10')).items.map(({title}) => title);
    expect(titles).toEqual(['Bridge 4000', 'Bridge 3000', 'Bridge 2000', 'Bridge 1000', 'Bridge 0', 'Bridge for everybody',
      'Crossing 4099', 'Crossing 4098', 'Crossing 4097', 'Crossing 4096']);
  });

  it('gives the newest of them where all words are common', async () => {
    const {items} = (await rig().get('/proposals/similar?q=bridge%20over%20wadi&limit=10')).body as Page;
    expect(items).toHaveLength(10);
    expect((await rig().get('/proposals/similar?q=crossing%2077')).body.items[0].title).toBe('Crossing 77');
  });
});
