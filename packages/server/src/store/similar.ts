/**
 * Weighs what the index finds. SQLite adds up, word by word, where it meets what brings a proposal in; PostgreSQL asks each
 * proposal that was brought in for every word, since its index would send it to each row once more.
 */
import {sql} from 'kysely';
import type {RawBuilder} from 'kysely';
import type {Act, Value} from './act.ts';
import type {Builder} from './dialects.ts';
import {compiledBy, onSqlite} from './search-words.ts';
import {statement} from './statement.ts';
import type {Statement} from './statement.ts';

/** A word as the index holds it, what it weighs, and whether it alone brings a proposal in. */
export type Weighed = {word: string; weight: number; alone: boolean};
/** A proposal comes in where it has all words of one of the sets; so many are weighed at most. */
export type Nearness = {sets: readonly (readonly string[])[]; words: readonly Weighed[]; most: number; limit: number};
type NearRow = {key: number; weight: number};
type Values = Record<string, Value>;

const either = (sets: Nearness['sets'], quote: string, and: string, or: string): string =>
  sets.map((words) => `(${words.map((word) => `${quote}${word}${quote}`).join(and)})`).join(or);

function onFts(count: number, p: Values): RawBuilder<NearRow> {
  const met = Array.from({length: count}, (_, n) => sql`
    select * from (select rowid as key, ${p[`weight${n}`]} as weight from proposal_words where proposal_words match ${p[`fts${n}`]}
      order by rowid desc limit ${p['most']})`);
  return sql`select key, sum(weight) as weight from (${sql.join(met, sql` union all `)}) as met
    group by key order by weight desc, key desc limit ${p['limit']}`;
}

function onTsvector(count: number, p: Values): RawBuilder<NearRow> {
  const weights = Array.from({length: count}, (_, n) => sql`
    case when words @@ cast(${p[`ts${n}`]} as tsquery) then cast(${p[`weight${n}`]} as double precision) else 0 end`);
  return sql`with met as materialized (select proposal as key, words from proposal_words where words @@ cast(${p['ts']} as tsquery) limit ${p['most']})
    select key, ${sql.join(weights, sql` + `)} as weight from met order by weight desc, key desc limit ${p['limit']}`;
}

const made = new Map<number, Statement<Values, NearRow>>();

/** The statement for so many words, made when it is first needed. */
function weighing(count: number): Statement<Values, NearRow> {
  const known = made.get(count)
    ?? statement<Values, NearRow>((db: Builder, p) => compiledBy(db, (onSqlite(db) ? onFts : onTsvector)(count, p)));
  made.set(count, known);
  return known;
}

/** What was brought in, the heaviest first. */
export function nearest({sets, words, most, limit}: Nearness): Act<NearRow[]> {
  const fts = either(sets, '"', ' AND ', ' OR ');
  const values: Values = {ts: either(sets, '\'', ' & ', ' | '), most, limit};
  for (const [n, {word, weight, alone}] of words.entries()) {
    Object.assign(values, {[`weight${n}`]: weight, [`fts${n}`]: alone ? `"${word}"` : `(${fts}) AND "${word}"`, [`ts${n}`]: `'${word}'`});
  }
  return weighing(words.length).all(values);
}
