/**
 * What finding costs at 100,000 proposals of real texts: similar ones, every filter and order, searches, counts, outcomes. The
 * acts themselves, without the cache in front of them; the questions are titles and words of the same texts, rare and common.
 */
import {countedBy, outcomeNumbers} from '../../packages/server/src/acts/proposal-facets.ts';
import {proposalPage} from '../../packages/server/src/acts/proposal-pages.ts';
import type {List} from '../../packages/server/src/acts/proposal-pages.ts';
import {similarTo} from '../../packages/server/src/acts/similar-proposals.ts';
import {wordsFrom} from '../../packages/server/src/store/search-words.ts';
import type {Act} from '../../packages/server/src/store/act.ts';
import type {Store} from '../../packages/server/src/store/store.ts';
import {readSpace, updateSpace} from '../../packages/server/src/spaces.ts';
import type {Space} from '../../packages/server/src/spaces.ts';
import {openStore} from '../../packages/server/src/node.ts';
import {report} from './measure.ts';
import {agencies, categories, chance, realTexts, stockProposals} from './proposal-stock.ts';

const rows = 100_000;
const target = 50;
const orders = ['newest', 'most-supported', 'recently-updated', 'due-soon'] as const;
const decisions = ['open', 'under-review', 'accepted', 'declined', 'expired', 'merged'];
const progress = ['not-started', 'planned', 'in-progress', 'done'];

const nth = (sorted: readonly number[], share: number): number => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;

/** Runs each once to warm what the database keeps, then each again for its time. */
async function timed(name: string, acts: readonly (() => Act<unknown>)[], store: Store): Promise<void> {
  const times: number[] = [];
  for (const act of acts) await store.read(act);
  for (const act of acts) {
    const from = performance.now();
    await store.read(act);
    times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  const [middle, slow] = [nth(times, 0.5), nth(times, 0.95)];
  report(`${name} (${acts.length})`, `p50 ${middle.toFixed(1)} ms, p95 ${slow.toFixed(1)} ms, most ${(times.at(-1) ?? 0).toFixed(1)} ms`, slow < target, `p95 < ${target} ms`);
}

type Words = {common: string[]; middling: string[]; rare: string[]};

/** Words as they stand in the index, by how many proposals hold them. */
async function wordsOfStock(store: Store): Promise<Words> {
  const all = await store.read(() => wordsFrom.all({space: 'default', from: '!', to: '\u{10ffff}', limit: 30_000}));
  const between = (least: number, most: number) => all.filter(({word, proposals}) => word.length > 2 && proposals >= least && proposals < most).map(({word}) => word).slice(0, 60);
  return {common: between(4001, rows), middling: between(400, 4001), rare: between(5, 60)};
}

function similar(space: Space, {common, middling}: Words): [string, (() => Act<unknown>)[]][] {
  const pick = chance(7);
  const of = (words: readonly string[]) => words[pick(words.length)] ?? '';
  const ask = (texts: readonly string[]) => texts.map((text) => () => similarTo(space, text, 10, Date.now()));
  const several = (words: readonly string[], count: number) => Array.from({length: 60}, () => Array.from({length: count}, () => of(words)).join(' '));
  return [
    ...realTexts().map(({name, titles}): [string, (() => Act<unknown>)[]] =>
      [`similar to a title, ${name}`, ask(Array.from({length: 80}, () => of(titles).slice(0, 150)))]),
    ['similar to a long text', ask(realTexts().flatMap(({sentences}) => Array.from({length: 30}, () => `${of(sentences)} ${of(sentences)} ${of(sentences)}`.slice(0, 500))))],
    ['similar to one very common word', ask(several(common, 1))],
    ['similar to two very common words', ask(several(common, 2))],
    ['similar to six very common words', ask(several(common, 6))],
    ['similar to common and middling words', ask(several([...common, ...middling], 8))],
  ];
}

/** Pages one after the other, as somebody pages who does not stop. */
async function pages(store: Store, space: Space, list: Omit<List, 'cursor'>, most: number): Promise<(() => Act<unknown>)[]> {
  const acts: (() => Act<unknown>)[] = [];
  let cursor: string | null | undefined;
  do {
    const at: string | undefined = cursor ?? undefined;
    const act = () => proposalPage(space, {...list, cursor: at}, Date.now());
    acts.push(act);
    ({nextCursor: cursor} = JSON.parse(await store.read(act)) as {nextCursor: string | null});
  } while (cursor && acts.length < most);
  return acts;
}

const filterSets = (pick: (below: number) => number): [string, () => List['filters']][] => {
  const of = (list: readonly string[]) => list[pick(list.length)] ?? '';
  const category = () => of(categories.map(({id}) => id)), agency = () => of(agencies.map(({id}) => id));
  return [
    ['no filter', () => ({})], ['decision', () => ({decision: of(decisions)})], ['progress', () => ({progress: of(progress)})],
    ['category', () => ({category: category()})], ['agency', () => ({agency: agency()})],
    ['a filter nothing fits', () => ({category: 'none', progress: 'done'})],
    ['all filters', () => ({decision: of(decisions), progress: of(progress), category: category(), agency: agency()})],
  ];
};

async function lists(store: Store, space: Space): Promise<void> {
  for (const [name, filters] of filterSets(chance(3))) {
    const acts = [];
    for (const order of orders) for (let turn = 0; turn < 4; turn += 1) acts.push(...await pages(store, space, {filters: filters(), order, limit: 20}, 6));
    await timed(`list, ${name}, every order`, acts, store);
  }
}

async function searches(store: Store, space: Space, {common, middling, rare}: Words): Promise<void> {
  const pick = chance(5);
  const of = (words: readonly string[]) => words[pick(words.length)] ?? '';
  const kinds: [string, () => string][] = [
    ['a rare word', () => of(rare)], ['a middling word', () => of(middling)], ['a very common word', () => of(common)],
    ['two very common words', () => `${of(common)} ${of(common)}`], ['a common and a rare word', () => `${of(common)} ${of(rare)}`],
    ['a beginning of two letters', () => of([...common, ...middling]).slice(0, 2)],
  ];
  for (const [name, q] of kinds) {
    const acts = [];
    for (const order of [undefined, ...orders]) {
      for (const [, filters] of filterSets(pick)) acts.push(...await pages(store, space, {q: q(), filters: filters(), order, limit: 20}, 3));
    }
    await timed(`search, ${name}`, acts, store);
    await timed(`counts of a search, ${name}`, Array.from({length: 40}, () => { const text = q(); return () => countedBy(space, text, {}); }), store);
  }
}

export async function measureSearch(name: string, database: string): Promise<void> {
  if (!realTexts().length) {
    report(`search on ${name}`, 'skipped: the texts are not here', null);
    return;
  }
  const store = await openStore(database);
  const made = await readSpace(store, 'default');
  if (!made) throw new Error('The space is not there.');
  const {version: _, voterSecret: _voter, tokenSecret: _token, ...definition} = made;
  await updateSpace(store, {...definition, categories, agencies});
  await stockProposals(store, rows);
  const space = await readSpace(store, 'default') ?? made;
  const words = await wordsOfStock(store);
  console.log(`\n${rows.toLocaleString('en')} proposals on ${name}`);
  for (const [what, acts] of similar(space, words)) await timed(what, acts, store);
  await lists(store, space);
  await searches(store, space, words);
  const chosen = filterSets(chance(11)).flatMap(([, filters]) => Array.from({length: 8}, filters));
  await timed('counts, every filter', chosen.map((filters) => () => countedBy(space, undefined, filters)), store);
  await timed('outcomes in numbers', chosen.map(({category, agency}) => () => outcomeNumbers(space, {category, agency})), store);
  await timed('outcomes, what changed', await pages(store, space, {filters: {}, order: 'outcomes', limit: 20}, 40), store);
  await store.close();
}
