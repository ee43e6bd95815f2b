/** What somebody looks for, held against the words there are: what to ask the index, and how much there may be to find. */
import {soughtIn} from '../domain/search/words.ts';
import type {Sought} from '../domain/search/words.ts';
import type {Act} from '../store/act.ts';
import {fewAtMost} from '../store/proposal-lists.ts';
import type {Extent} from '../store/proposal-lists.ts';
import {anywhere, asked, countMeeting, inTitle, wordCounts, wordsFrom} from '../store/search-words.ts';
import type {Asked, Question} from '../store/search-words.ts';

/** Shorter beginnings go on in too many ways; of others the commonest ways are looked for. */
const beginningAtLeast = 2;
const waysAtMost = 12;
/** More words than a search takes are more than anybody looks for. */
const wordsAtMost = 16;

/** One word that is looked for, in its forms, and in how many proposals they stand at most. */
export type Clause = {words: readonly string[]; proposals: number};
/** What a statement asks, and how much it will find. */
export type Part = Asked & {extent: Extent};

export const everything: Part = {fts: '', ts: '', extent: 'all'};

/** In how many proposals each of the words stands, without those that stand in none. */
export function* countsOf(space: string, words: readonly string[]): Act<Map<string, number>> {
  const rows = yield* wordCounts(words, {space});
  return new Map(rows.map(({word, proposals}) => [word, proposals]));
}

function* lastClause(space: string, {stem, beginning}: NonNullable<Sought['last']>): Act<Clause> {
  const ways = yield* countsOf(space, [stem]);
  if ([...beginning].length >= beginningAtLeast) {
    const rows = yield* wordsFrom.all({space, from: beginning, to: `${beginning}\u{10ffff}`, limit: waysAtMost});
    for (const {word, proposals} of rows) ways.set(word, proposals);
  }
  return {words: [...ways.keys()], proposals: [...ways.values()].reduce((sum, each) => sum + each, 0)};
}

/** Every word of the text; the last may be unfinished. Undefined where one of them stands nowhere, so nothing can be found. */
export function* clausesOf(space: string, text: string): Act<Clause[] | undefined> {
  const {words, last} = soughtIn(text);
  const whole = words.slice(0, wordsAtMost);
  const counts = yield* countsOf(space, whole);
  const clauses: Clause[] = whole.map((word) => ({words: [word], proposals: counts.get(word) ?? 0}));
  if (last) clauses.push(yield* lastClause(space, last));
  return clauses.length && clauses.every(({proposals}) => proposals > 0) ? clauses : undefined;
}

/** The question with how much meets it: known from the words' own counts, else counted as far as it matters. */
function* partOf(question: Question, clauses: readonly Clause[]): Act<Part> {
  const what = asked(question);
  if (clauses.some(({proposals}) => proposals <= fewAtMost)) return {...what, extent: 'few'};
  const counted = yield* countMeeting.first({...what, limit: fewAtMost + 1});
  return {...what, extent: (counted?.count ?? 0) > fewAtMost ? 'many' : 'few'};
}

const placed = (space: string, clauses: readonly Clause[], where: typeof anywhere) =>
  clauses.map(({words}) => words.map((word) => where(space, word)));

export const wholeQuestion = (space: string, clauses: readonly Clause[]): Question => ({all: placed(space, clauses, anywhere)});

/** One word is in as many as are counted of it; several may be in fewer together. */
export function* wholePart(space: string, clauses: readonly Clause[]): Act<Part> {
  const question = wholeQuestion(space, clauses);
  const [only] = clauses;
  if (clauses.length === 1 && only?.words.length === 1) return {...asked(question), extent: only.proposals > fewAtMost ? 'many' : 'few'};
  return yield* partOf(question, clauses);
}

/** What says it all in its title, then the rest. */
export function* partsByFit(space: string, clauses: readonly Clause[]): Act<Part[]> {
  const title = placed(space, clauses, inTitle);
  return [yield* partOf({all: title}, clauses), yield* partOf({all: placed(space, clauses, anywhere), without: title}, clauses)];
}
