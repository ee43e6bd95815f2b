/**
 * Proposals that say much the same. A word weighs the more the fewer proposals it stands in, and more where it stands in the
 * title. Only so many are weighed: those that share a rare word, or two that are not rare; where every word is common, a
 * search for all of them gives the newest. So the cost does not grow with how common the words are.
 */
import {wordsOf} from '../domain/search/words.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {before, fewAtMost, placesOf} from '../store/proposal-lists.ts';
import {anywhere, inTitle} from '../store/search-words.ts';
import {nearest} from '../store/similar.ts';
import {summariesOf} from './proposal-pages.ts';
import {countsOf, partsByFit} from './search-question.ts';
import type {Clause} from './search-question.ts';

/** How many words are weighed, the rarest first, of how many that are looked at; how many of them in titles, too. */
const wordsAtMost = 10;
const titlesAtMost = 4;
const lookedAtMost = 64;
/** About how many proposals are weighed; how many of the words that are not rare are paired, and how many pairs are taken. */
const weighedAtMost = 1500;
const pairedAtMost = 5;
const pairsAtMost = 3;
/** What shares less than this of the words' weight says something else. */
const shareAtLeast = 0.25;
const titleWeighs = 0.75;

type Known = {word: string; proposals: number};

/** How much a word says (the idf of BM25; Robertson & Spärck Jones): nearly nothing where it stands in half of all. */
const weightOf = (proposals: number, all: number): number => Math.log(1 + (all - proposals + 0.5) / (proposals + 0.5));

/** Which sets of words bring a proposal in: rare ones alone, others by twos, as long as they bring about as many as are weighed. */
function bringing(known: readonly Known[], all: number): string[][] {
  let left = weighedAtMost;
  const rare = known.filter(({proposals}) => (left -= proposals) >= 0);
  const common = known.slice(rare.length, rare.length + pairedAtMost);
  left = weighedAtMost - rare.reduce((sum, {proposals}) => sum + proposals, 0);
  const pairs = common.flatMap((one, index) => common.slice(index + 1).map((other) => ({words: [one.word, other.word], about: one.proposals * other.proposals / all})));
  const fitting = pairs.toSorted((one, other) => one.about - other.about).slice(0, pairsAtMost).filter(({about}) => (left -= about) >= 0);
  return [...rare.map(({word}) => [word]), ...fitting.map(({words}) => words)];
}

/** All the words together, or the rarest alone: the newest that have it in their title, then in their text. */
function* newestWith(space: string, known: readonly Known[], limit: number): Act<number[]> {
  const clauses: Clause[] = known.map(({word, proposals}) => ({words: [word], proposals}));
  const keys: number[] = [];
  for (const {extent, ...what} of yield* partsByFit(space, clauses)) {
    const rows = yield* placesOf({order: 'newest', filters: [], extent}).all({
      ...what, ...before('newest'), space, decision: '', progress: '', category: '', agency: '', limit: limit - keys.length, few: fewAtMost + 1,
    });
    keys.push(...rows.map(({key}) => key));
    if (keys.length >= limit) break;
  }
  return keys.length || known.length < 2 ? keys : yield* newestWith(space, known.slice(0, 1), limit);
}

/** A word nobody has used yet is as rare as can be: what lacks it is that much farther away. */
const missing = (unknown: number, all: number): number => unknown * weightOf(0, all);

function* weighed(space: string, known: readonly Known[], unknown: number, sets: readonly string[][], all: number, limit: number): Act<number[]> {
  const bringers = new Set(sets.filter((set) => set.length === 1).flat());
  const weigh = (most: number, share: number, where: typeof anywhere) => known.slice(0, most)
    .map(({word, proposals}) => ({word: where(space, word), weight: share * weightOf(proposals, all), alone: bringers.has(word)}));
  const [words, titles] = [weigh(wordsAtMost, 1, anywhere), weigh(titlesAtMost, titleWeighs, inTitle)];
  const least = shareAtLeast * words.reduce((sum, {weight}) => sum + weight, missing(Math.min(unknown, wordsAtMost - words.length), all));
  const indexed = sets.map((set) => set.map((word) => anywhere(space, word)));
  const rows = yield* nearest({sets: indexed, words: [...words, ...titles], most: 2 * weighedAtMost, limit});
  return rows.filter(({weight}) => weight >= least).map(({key}) => key);
}

export function* similarTo(space: Space, text: string, limit: number, now: number): Act<string[]> {
  const words = wordsOf(text).slice(0, lookedAtMost);
  const counts = yield* countsOf(space.id, ['', ...words]);
  const all = counts.get('') ?? 0;
  const known = words.flatMap((word) => (counts.has(word) ? [{word, proposals: counts.get(word) ?? 0}] : []))
    .toSorted((one, other) => one.proposals - other.proposals);
  if (!known.length) return [];
  const sets = bringing(known, all);
  const keys = sets.length ? yield* weighed(space.id, known, words.length - known.length, sets, all, limit) : yield* newestWith(space.id, known.slice(0, 4), limit);
  return (yield* summariesOf(space, keys, now)).map(({json}) => json);
}
