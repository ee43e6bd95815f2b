/** What became of proposals, in numbers and by name. */
import {beforeAll, expect, it} from 'vitest';
import {Official, participationSpace, propose, suggest} from '../support/proposals.ts';
import {readSpace, updateSpace} from '@shurkum/server';
import {dayOf, workingDaysBetween} from '../../packages/server/src/domain/working-days.ts';
import {chance} from '../bench/proposal-stock.ts';
import type {Guest} from '../support/rig.ts';
import {onEveryDatabase, type} from '../support/rig.ts';

const day = 86_400_000;
const final = {decision: 'accepted', reason: 'adopted', text: 'So it was decided.', agencyId: 'transport'};

onEveryDatabase('outcomes', (rig) => {
  let author: Guest;
  let official: Official;
  const outcomes = async (query = ''): Promise<any> => {
    const {status, body} = await rig().get(`/outcomes${query}`);
    expect(status).toBe(200);
    return body;
  };
  const changed = async (query = ''): Promise<string[]> => {
    const references: string[] = [];
    let cursor: string | null = null;
    do {
      const body = await outcomes(`?limit=3${query}${cursor ? `&cursor=${cursor}` : ''}`);
      references.push(...body.changed.items.map(({reference}: {reference: string}) => reference));
      cursor = body.changed.nextCursor;
    } while (cursor);
    return references;
  };

  beforeAll(async () => {
    await updateSpace(rig().store, participationSpace('default'));
    author = await rig().guest();
    official = new Official(rig());
  });

  it('are nothing before the first', async () => {
    expect(await outcomes()).toMatchObject({received: 0, answered: 0, onTime: 0, medianDays: null, changed: {items: [], nextCursor: null}});
  });

  it('count what is published, answered, and answered by its day', async () => {
    const [soon, late, silent] = [await propose(rig(), author), await propose(rig(), author), await propose(rig(), author)];
    await suggest(rig(), author);
    rig().now += day;
    await official.done('PUT', soon, 'decision', final);
    rig().now += 20 * day;
    await official.done('PUT', late, 'answer', {agencyId: 'transport', role: {en: 'Director'}, text: 'Work begins in May.'});
    await official.done('POST', late, 'answer/publication');
    const numbers = await outcomes();
    const {week} = participationSpace('default');
    const took = workingDaysBetween(dayOf(rig().now - 21 * day, 'Asia/Muscat'), dayOf(rig().now, 'Asia/Muscat'), week);
    expect(numbers).toMatchObject({received: 3, answered: 2, onTime: 1, medianDays: (1 + took) / 2});
    expect(numbers.decisions.find(({state}: {state: string}) => state === 'accepted').count).toBe(1);
    expect(await changed()).toEqual([late, soon]);
    rig().now += day;
    await official.done('PUT', silent, 'progress', {progress: 'planned'});
    expect(await outcomes()).toMatchObject({received: 3, answered: 2});
    expect(await changed()).toEqual([silent, late, soon]);
    await official.remove(late);
    expect(await outcomes()).toMatchObject({received: 2, answered: 1, onTime: 1, medianDays: 1});
    expect(await changed()).toEqual([silent, soon]);
  });

  it('can be of one category or one agency', async () => {
    await propose(rig(), author, {category: null, agency: 'parks'});
    const all = await outcomes();
    const parks = await outcomes('?agency=parks');
    const roads = await outcomes('?category=roads');
    expect(parks.received).toBe(1);
    expect(roads.received).toBe(all.received - 1);
    expect(await changed('&agency=parks')).toEqual([]);
    expect((await rig().get('/outcomes?category=No such')).status).toBe(400);
  });

  it('refuse a cursor of another list', async () => {
    const {changed: {nextCursor}} = await outcomes('?limit=1');
    expect(nextCursor).not.toBeNull();
    for (const path of [`/outcomes?category=roads&cursor=${nextCursor}`, `/proposals?sort=recently-updated&cursor=${nextCursor}`]) {
      expect((await rig().get(path)).body.type).toBe(type('invalid-cursor'));
    }
  });

  it('are what a count of the proposals gives after anything that happened', async () => {
    const pick = chance(42);
    const references = await Promise.all(Array.from({length: 9}, (_, n) => propose(rig(), author, {category: n % 2 ? 'roads' : null, created_at: rig().now - n * day})));
    const acts: ((reference: string) => Promise<unknown>)[] = [
      (reference) => official.act('PUT', reference, 'decision', final),
      (reference) => official.act('PUT', reference, 'decision', {decision: 'open'}),
      (reference) => official.act('PUT', reference, 'progress', {progress: 'done'}),
      (reference) => official.act('PUT', reference, 'visibility', {visibility: 'removed', reason: 'policy'}),
      (reference) => official.act('PUT', reference, 'visibility', {visibility: 'published'}),
      (reference) => official.act('PUT', reference, 'assignment', {agencyId: 'parks'}),
      (reference) => official.merge(reference, references[pick(9)] as string),
    ];
    for (let turn = 0; turn < 50; turn += 1) {
      rig().now += day / 3;
      await acts[pick(acts.length)]?.(references[pick(9)] as string);
    }
    const space = await readSpace(rig().store, 'default');
    for (const query of ['', '?category=roads', '?agency=parks']) {
      const items = (await rig().get(`/proposals${query ? `${query}&` : '?'}limit=100`)).body.items as {answeredIn: number | null; dueOn: string; answeredAt: string | null}[];
      const took = items.flatMap(({answeredIn}) => (answeredIn === null ? [] : [answeredIn])).sort((one, other) => one - other);
      const onTime = items.filter(({answeredAt, dueOn}) => answeredAt !== null && dayOf(Date.parse(answeredAt), space!.display.timeZone) <= dueOn).length;
      const median = took.length ? ((took[Math.floor((took.length - 1) / 2)] ?? 0) + (took[Math.floor(took.length / 2)] ?? 0)) / 2 : null;
      expect([query, await outcomes(query)]).toMatchObject([query, {received: items.length, answered: took.length, onTime, medianDays: median}]);
    }
  });
});
