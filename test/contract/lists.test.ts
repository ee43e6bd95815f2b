/** Lists of proposals in every order, by every filter: each once, and counted as they stand. */
import {beforeAll, expect, it} from 'vitest';
import {readSpace, updateSpace} from '@shurkum/server';
import {keepFindable} from '../../packages/server/src/acts/proposal-search.ts';
import {findProposal} from '../../packages/server/src/store/proposals.ts';
import {wordsFrom} from '../../packages/server/src/store/search-words.ts';
import {Official, participationSpace, propose, suggest} from '../support/proposals.ts';
import {chance} from '../bench/proposal-stock.ts';
import type {Guest} from '../support/rig.ts';
import {everyPage, onEveryDatabase, type} from '../support/rig.ts';

type Item = {
  reference: string; supports: number; publishedAt: string; updatedAt: string; dueOn: string | null; answeredAt: string | null; commentCount: number;
  decision: {state: string}; progress: {state: string}; category: {id: string} | null; agency: {id: string} | null;
};
const orders = ['newest', 'most-supported', 'recently-updated', 'due-soon'] as const;
const final = {reason: 'adopted', text: 'So it was decided.', agencyId: 'transport'};

const sortedBy: Record<(typeof orders)[number], (item: Item) => string | number> = {
  newest: (item) => -Date.parse(item.publishedAt), 'most-supported': (item) => -item.supports,
  'recently-updated': (item) => -Date.parse(item.updatedAt), 'due-soon': (item) => (item.answeredAt === null ? item.dueOn : null) ?? '9999',
};
const inOrder = (values: (string | number)[]): boolean => values.every((value, index) => index === 0 || (values[index - 1] ?? value) <= value);

onEveryDatabase('lists of proposals', (rig) => {
  let people: Guest[];
  let official: Official;
  const shown: string[] = [];

  const walk = (query: string, between?: () => Promise<unknown>) => everyPage<Item>(rig(), `/proposals?limit=4${query}`, between);
  const references = (items: readonly Item[]) => items.map(({reference}) => reference);

  beforeAll(async () => {
    await updateSpace(rig().store, {...participationSpace('default'), categories: [{id: 'roads', label: {en: 'Roads'}}, {id: 'schools', label: {en: 'Schools'}}]});
    people = await Promise.all([rig().guest(), rig().guest(), rig().guest()]);
    official = new Official(rig());
    const author = people[0] as Guest;
    for (let n = 0; n < 18; n += 1) {
      rig().now += n % 3 ? 0 : 60_000;
      shown.push(await propose(rig(), author, {
        title: `Path ${n}`, category: n % 4 ? 'roads' : 'schools', agency: n % 5 ? 'transport' : null, supports: n % 3, due_on: n % 2 ? `2026-12-0${1 + n % 4}` : null,
      }));
    }
    for (const visibility of ['held', 'private', 'rejected']) await suggest(rig(), author, {visibility});
  });

  it.each(orders)('by %s give each once, in that order, also where many are alike', async (order) => {
    const items = await walk(`&sort=${order}`);
    expect(references(items).toSorted()).toEqual(shown.toSorted());
    expect(inOrder(items.map(sortedBy[order]))).toBe(true);
  });

  it.each(orders)('by %s give each that did not change once while others come', async (order) => {
    const walked = references(await walk(`&sort=${order}`, () => propose(rig(), people[1] as Guest, {title: 'Meanwhile', supports: 1}).then((reference) => official.remove(reference))));
    expect(new Set(walked).size).toBe(walked.length);
    expect(shown.filter((reference) => !walked.includes(reference))).toEqual([]);
  });

  it.each([...orders, undefined])('of a search give the same by %s', async (order) => {
    const items = await walk(`&q=path${order ? `&sort=${order}` : ''}`);
    expect(references(items).toSorted()).toEqual(shown.toSorted());
    if (order) expect(inOrder(items.map(sortedBy[order]))).toBe(true);
  });

  it('hold what fits every filter, searched or not', async () => {
    for (const q of ['', '&q=path']) {
      const all = await walk(q);
      const fitting = all.filter(({category, agency}) => category?.id === 'roads' && agency?.id === 'transport');
      expect(fitting.length).toBeGreaterThan(3);
      expect(references(await walk(`${q}&category=roads&agency=transport&decision=open&progress=not-started`)).toSorted()).toEqual(references(fitting).toSorted());
      expect(await walk(`${q}&category=roads&decision=accepted`)).toEqual([]);
      expect(await walk(`${q}&category=nowhere`)).toEqual([]);
    }
  });

  it('refuse a cursor of another list', async () => {
    const {nextCursor} = (await rig().get('/proposals?limit=4&sort=newest')).body;
    for (const query of ['sort=due-soon', 'sort=newest&category=roads', 'sort=newest&q=path', 'q=path']) {
      const {status, body} = await rig().get(`/proposals?${query}&cursor=${nextCursor}`);
      expect([query, status, body.type]).toEqual([query, 400, type('invalid-cursor')]);
    }
    expect((await rig().get('/proposals?sort=newest&cursor=nonsense')).status).toBe(400);
  });

  it('show at once how often one is supported and commented on', async () => {
    const [reference] = shown as [string];
    const item = async () => (await walk('&sort=newest')).find((each) => each.reference === reference);
    const before = await item();
    await people[1]!.send('PUT', `/proposals/${reference}/support`);
    expect(await item()).toMatchObject({supports: (before?.supports ?? 0) + 1, commentCount: 0});
    const {id} = await people[1]!.say(`proposal/${reference}`, 'I agree.');
    expect(await item()).toMatchObject({commentCount: 1});
    await people[1]!.send('DELETE', `/proposals/${reference}/support`);
    expect(await item()).toMatchObject({supports: before?.supports, commentCount: 1});
    await people[1]!.send('DELETE', `/comments/${id}`);
    expect(await item()).toMatchObject({commentCount: 0});
  });

  /** Counted anew from the lists themselves. */
  async function recount(): Promise<Record<string, unknown>> {
    const items = await walk('&sort=newest');
    const of = (id: (item: Item) => string | undefined, ids: string[]) => ids.map((each) => [each, items.filter((item) => id(item) === each).length]);
    return {
      total: items.length,
      decisions: of((item) => item.decision.state, ['open', 'under-review', 'accepted', 'partly-accepted', 'declined', 'transferred', 'merged', 'expired']),
      progress: of((item) => item.progress.state, ['not-started', 'planned', 'in-progress', 'done']),
      categories: of((item) => item.category?.id, ['roads', 'schools']), agencies: of((item) => item.agency?.id, ['transport', 'parks']),
    };
  }
  async function counted(query = ''): Promise<Record<string, unknown>> {
    const {body} = await rig().get(`/proposals/counts${query}`);
    return {
      total: body.total, decisions: body.decisions.map((each: any) => [each.state, each.count]), progress: body.progress.map((each: any) => [each.state, each.count]),
      categories: body.categories.map((each: any) => [each.category.id, each.count]), agencies: body.agencies.map((each: any) => [each.agency.id, each.count]),
    };
  }

  it('are counted as they stand after anything that happened', async () => {
    const pick = chance(20261124);
    const all = [...shown];
    const changes: ((reference: string) => Promise<unknown>)[] = [
      (reference) => official.act('PUT', reference, 'decision', {decision: 'under-review'}),
      (reference) => official.act('PUT', reference, 'decision', {decision: 'accepted', ...final}),
      (reference) => official.act('PUT', reference, 'decision', {decision: 'declined', ...final, reason: 'cost', agencyId: 'parks'}),
      (reference) => official.act('PUT', reference, 'progress', {progress: 'in-progress', percent: 5}),
      (reference) => official.act('PUT', reference, 'progress', {progress: 'done'}),
      (reference) => official.act('PUT', reference, 'visibility', {visibility: 'removed', reason: 'policy'}),
      (reference) => official.act('PUT', reference, 'visibility', {visibility: 'published'}),
      (reference) => official.act('PUT', reference, 'assignment', {agencyId: 'parks'}),
      (reference) => official.merge(reference, all[pick(all.length)] as string),
      async () => { all.push(await suggest(rig(), people[2] as Guest, {title: `Path of ${all.length}`, category: 'schools'})); },
    ];
    for (let turn = 0; turn < 60; turn += 1) {
      rig().now += 60_000;
      await changes[pick(changes.length)]?.(all[pick(all.length)] as string);
    }
    const anew = await recount();
    expect(anew['total']).toBeGreaterThan(5);
    expect(await counted()).toEqual(anew);
    const searched = await counted('?q=path');
    const unmerged = (anew['decisions'] as [string, number][]).filter(([state]) => state !== 'merged').reduce((sum, [, count]) => sum + count, 0);
    expect(searched['total']).toBe(unmerged);
    expect((await walk('&q=path')).length).toBe(unmerged);
  });

  it('and so are the words', async () => {
    const space = await readSpace(rig().store, 'default');
    const items = (await walk('&sort=newest')).filter((item) => item.decision.state !== 'merged');
    const words = await rig().store.read(() => wordsFrom.all({space: 'default', from: 'path', to: 'path~', limit: 5}));
    expect([space?.id, words]).toEqual(['default', [{word: 'path', proposals: items.length}]]);
    const row = await rig().store.read(() => findProposal.first({space: 'default', reference: items[0]?.reference ?? ''}));
    await rig().store.write(() => keepFindable(row ?? null, {...row!, title: 'Lane', source: 'A lane.'}));
    expect((await rig().get('/proposals/counts?q=path')).body.total).toBe(items.length - 1);
    expect((await rig().get('/proposals?q=lane')).body.items).toHaveLength(1);
  });

  it('count each choice of a filter with the others as they are set', async () => {
    const whole = await counted();
    const roads = await counted('?category=roads');
    expect(roads['categories']).toEqual(whole['categories']);
    expect(roads['total']).toBe((await walk('&category=roads')).length);
    for (const [state, count] of roads['decisions'] as [string, number][]) {
      expect([state, (await walk(`&category=roads&decision=${state}`)).length]).toEqual([state, count]);
    }
    expect((await rig().get('/proposals/counts?q=path')).body.exact).toBe(true);
  });
});
