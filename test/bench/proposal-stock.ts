/**
 * A space full of proposals made of real texts: Arabic tweets, petitions in English, citizens' proposals in Spanish, whichever
 * are there. Each proposal is some of their sentences in a mixture of its own, the same in every run. Rows go straight into
 * the tables, with what is kept beside them: through the API, 100,000 would take longer than all that is measured.
 */
import {existsSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {parse} from 'csv-parse/sync';
import {progress} from '../../packages/server/src/cli/progress.ts';
import {indexText, indexedWords} from '../../packages/server/src/acts/proposal-search.ts';
import {excerptOf} from '../../packages/server/src/domain/proposal.ts';
import {referenceOf} from '../../packages/server/src/domain/reference.ts';
import type {Act} from '../../packages/server/src/store/act.ts';
import type {Cell} from '../../packages/server/src/store/proposal-counts.ts';
import {insertProposal} from '../../packages/server/src/store/proposals.ts';
import type {NewProposal} from '../../packages/server/src/store/proposals.ts';
import {putWords} from '../../packages/server/src/store/search-words.ts';
import {statement} from '../../packages/server/src/store/statement.ts';
import type {Store} from '../../packages/server/src/store/store.ts';

const folder = new URL('../../../shared/data/', import.meta.url);
const at = (path: string) => new URL(path, folder);
const unzipped = (path: string): string => gunzipSync(readFileSync(at(path))).toString('utf8');

/** Mulberry32: the same numbers in every run. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296 * below);
  };
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?؟])\s+|[\r\n]+/).map((each) => each.trim()).filter((each) => each.length > 20);

/** Sentences by language, of what is there. */
export function realTexts(): {name: string; titles: string[]; sentences: string[]}[] {
  const found = [];
  if (existsSync(at('arabic/arsarcasm.csv.gz'))) {
    const rows = parse<{text: string}>(unzipped('arabic/arsarcasm.csv.gz'), {columns: true, bom: true});
    const texts = rows.map(({text}) => text);
    found.push({name: 'Arabic', titles: texts, sentences: texts});
  }
  if (existsSync(at('proposals/we-the-people/petitions.jsonl.gz'))) {
    const rows = unzipped('proposals/we-the-people/petitions.jsonl.gz').trim().split('\n').map((line) => JSON.parse(line) as {title: string; body: string});
    found.push({name: 'English', titles: rows.map(({title}) => title), sentences: rows.flatMap(({body}) => sentences(body))});
  }
  if (existsSync(at('proposals/decide-madrid/proposals.csv'))) {
    const rows = parse<{title: string; text: string}>(readFileSync(at('proposals/decide-madrid/proposals.csv')), {columns: true, bom: true});
    found.push({name: 'Spanish', titles: rows.map(({title}) => title), sentences: rows.flatMap(({text}) => sentences(text))});
  }
  return found;
}

const decisions = ['open', 'open', 'open', 'under-review', 'under-review', 'accepted', 'partly-accepted', 'declined', 'transferred', 'expired'];
const steps = ['not-started', 'not-started', 'not-started', 'planned', 'in-progress', 'done'];
export const categories = Array.from({length: 12}, (_, n) => ({id: `category-${n}`, label: {en: `Category ${n}`, ar: `الفئة ${n}`}}));
export const agencies = Array.from({length: 10}, (_, n) => ({id: `agency-${n}`, name: {en: `Agency ${n}`, ar: `الجهة ${n}`}}));
const start = Date.parse('2020-01-01T00:00:00Z');
const hour = 3_600_000;

const dayAfter = (instant: number, days: number) => new Date(instant + days * 24 * hour).toISOString().slice(0, 10);

/** The nth proposal: four in ten Arabic, five English, one Spanish. */
function proposal(n: number, texts: ReturnType<typeof realTexts>): NewProposal {
  const pick = chance(n * 2654435761);
  const of = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const tongue = texts[[0, 0, 0, 0, 1, 1, 1, 1, 1, 2][pick(10)] ?? 0] ?? of(texts);
  const title = of(tongue.titles).slice(0, 150);
  const source = Array.from({length: 3 + pick(5)}, () => of(tongue.sentences)).join(' ');
  const created = start + n * hour / 2 + pick(1800) * 1000;
  const decision = of(decisions);
  const answered = decision === 'open' || decision === 'under-review' ? null : created + pick(60) * 24 * hour;
  const stepped = answered === null ? 'not-started' : of(steps);
  return {
    space: 'default', reference: referenceOf(String(n).padStart(10, '0')), form: 'ideas', kind: 'suggestion', participation: 'consult',
    author: `person-${n % 9973}`.padEnd(22, '0'), guest: 0, name: null, tint: n % 12, language: null, title, source,
    body: JSON.stringify([{type: 'paragraph', children: [{type: 'text', text: source}]}]), excerpt: excerptOf(source), answers: '{}', public: 1,
    category: pick(10) ? of(categories).id : null, agency: pick(4) ? of(agencies).id : null, assigned_to: null, visibility: 'published',
    reason: null, decision, decided: null, decided_at: answered, progress: stepped, percent: stepped === 'in-progress' ? pick(101) : null,
    draft: null, due_on: dayAfter(created, 30), answered_at: answered, answered_in: answered === null ? null : Math.round((answered - created) / 24 / hour * 5 / 7),
    on_time: answered === null ? null : answered - created < 30 * 24 * hour ? 1 : 0, changed_at: answered, merged_into: null,
    supports: Math.floor(1000 / (1 + pick(1000))), supports_needed: 500, crossed: 0, listed: 1, revision: 1, created_at: created,
    published_at: created + hour, updated_at: (answered ?? created) + hour,
  };
}

type Took = {category: string; agency: string; days: number};
const word = statement((db, p: {word: string; proposals: number}) =>
  db.insertInto('word_count').values({space: 'default', word: p.word, proposals: p.proposals}));
const cell = statement((db, p: Cell & {proposals: number}) => db.insertInto('proposal_count')
  .values({space: 'default', category: p.category, agency: p.agency, decision: p.decision, progress: p.progress, proposals: p.proposals}));
const took = statement((db, p: Took & {proposals: number; on_time: number}) => db.insertInto('answer_count')
  .values({space: 'default', category: p.category, agency: p.agency, days: p.days, proposals: p.proposals, on_time: p.on_time}));

/** What is kept beside the rows, summed up here and written once. */
class Sums {
  readonly words = new Map<string, number>();
  readonly cells = new Map<string, number>();
  readonly took = new Map<string, {proposals: number; on_time: number}>();

  count({category, agency, decision, progress: step, answered_in, on_time}: NewProposal, words: readonly string[]): void {
    for (const each of words) this.words.set(each, (this.words.get(each) ?? 0) + 1);
    const where = {category: category ?? '', agency: agency ?? ''};
    const name = JSON.stringify({...where, decision, progress: step});
    this.cells.set(name, (this.cells.get(name) ?? 0) + 1);
    if (answered_in === null) return;
    const days = JSON.stringify({...where, days: answered_in});
    const {proposals, on_time: sooner} = this.took.get(days) ?? {proposals: 0, on_time: 0};
    this.took.set(days, {proposals: proposals + 1, on_time: sooner + (on_time ?? 0)});
  }

  *write(): Act<void> {
    for (const [each, proposals] of this.words) yield* word.all({word: each, proposals});
    for (const [name, proposals] of this.cells) yield* cell.all({...JSON.parse(name) as Cell, proposals});
    for (const [name, counts] of this.took) yield* took.all({...JSON.parse(name) as Took, ...counts});
  }
}

function* place(row: NewProposal, sums: Sums): Act<void> {
  const placed = yield* insertProposal.first(row);
  if (!placed) throw new Error(`${row.reference} is there already.`);
  const indexed = indexedWords(row.title, row.source);
  yield* putWords.all({key: placed.key, words: indexText(row.space, indexed)});
  sums.count(row, indexed.every);
}

export async function stockProposals(store: Store, count: number): Promise<void> {
  const texts = realTexts();
  const bar = progress('proposals', count);
  const sums = new Sums();
  const chunk = 500;
  for (let first = 0; first < count; first += chunk) {
    const rows = Array.from({length: Math.min(chunk, count - first)}, (_, index) => proposal(first + index, texts));
    await store.write(function* act() { for (const row of rows) yield* place(row, sums); });
    bar.to(first + rows.length);
  }
  await store.write(() => sums.write());
  bar.done();
}
