/**
 * Words as the databases hold them, and the questions about them. A word carries its space and whether it stands in the
 * title, so that a search reads nothing of other spaces, and both databases answer alike: SQLite's FTS5 and PostgreSQL's
 * `tsvector` are handed the same words and asked the same questions, each in its own notation.
 */
import {sql} from 'kysely';
import type {RawBuilder} from 'kysely';
import {digest} from '../domain/digest.ts';
import {builderFor} from './dialects.ts';
import type {Builder} from './dialects.ts';
import {listStatement, statement} from './statement.ts';

export const compiledBy = <R>(db: Builder, query: RawBuilder<R>) => ({compile: () => query.compile(db)});
export const onSqlite = (db: Builder): boolean => db === builderFor('sqlite');

/** Two spaces may share a tag; whatever is found is held against its row's space. */
const tags = new Map<string, string>();
function tagOf(space: string): string {
  const tag = tags.get(space) ?? digest(space).slice(-3);
  tags.set(space, tag);
  return tag;
}
export const anywhere = (space: string, word: string): string => `${tagOf(space)}w${word}`;
export const inTitle = (space: string, word: string): string => `${tagOf(space)}t${word}`;

/** Every clause is to be met, each by one of its words; and not every clause of `without`. */
export type Question = {all: readonly (readonly string[])[]; without?: readonly (readonly string[])[]};
/** The question in both notations: a statement takes the one of its database. */
export type Asked = {fts: string; ts: string};

const joined = (clauses: Question['all'], quote: string, and: string, or: string): string =>
  clauses.map((words) => `(${words.map((word) => `${quote}${word}${quote}`).join(or)})`).join(and);

export const asked = ({all, without}: Question): Asked => {
  const [fts, ts] = [joined(all, '"', ' AND ', ' OR '), joined(all, '\'', ' & ', ' | ')];
  if (!without) return {fts, ts};
  return {fts: `(${fts}) NOT (${joined(without, '"', ' AND ', ' OR ')})`, ts: `${ts} & !(${joined(without, '\'', ' & ', ' | ')})`};
};

/** The keys of what meets the question, on SQLite the newest first. */
export const meeting = (db: Builder, p: Asked): RawBuilder<{key: number}> => (onSqlite(db)
  ? sql`select rowid as key from proposal_words where proposal_words match ${p.fts} order by rowid desc`
  : sql`select proposal as key from proposal_words where words @@ cast(${p.ts} as tsquery)`);

/** What is `met`, with its rows: each row is looked up by its key, whatever else the database might think of. */
export const withRows = (db: Builder): RawBuilder<unknown> => (onSqlite(db)
  ? sql`met cross join proposal on proposal.key = met.key`
  : sql`met cross join lateral (select * from proposal where proposal.key = met.key offset 0) as proposal`);

/** How many meet it, counted up to `limit`. */
export const countMeeting = statement((db, p: Asked & {limit: number}) =>
  compiledBy(db, sql<{count: number}>`select count(*) as count from (select key from (${meeting(db, p)}) as met limit ${p.limit}) as counted`));

/** `words` with a space between them; in PostgreSQL's notation each is a word without a place. */
export const putWords = statement((db, p: {key: number; words: string}) => compiledBy(db, onSqlite(db)
  ? sql`insert into proposal_words (rowid, words) values (${p.key}, ${p.words})`
  : sql`insert into proposal_words (proposal, words) values (${p.key}, cast(${p.words} as tsvector))`));

export const dropWords = statement((db, p: {key: number}) => compiledBy(db, onSqlite(db)
  ? sql`delete from proposal_words where rowid = ${p.key}`
  : sql`delete from proposal_words where proposal = ${p.key}`));

/** The members of a JSON list, as rows named `word`. */
const members = (db: Builder, list: string) => (onSqlite(db)
  ? sql`select value as word from json_each(${list})`
  : sql`select value as word from jsonb_array_elements_text(cast(${list} as jsonb)) as value`);

/** Counts one proposal more with each of the words; in their order, so that two writers do not wait for each other. */
export const countWords = statement((db, p: {space: string; words: string}) => compiledBy(db, sql`
  insert into word_count (space, word, proposals) select ${p.space}, word, 1 from (${members(db, p.words)}) as came where true order by word
  on conflict (space, word) do update set proposals = word_count.proposals + 1`));

export const uncountWords = statement((db, p: {space: string; words: string}) => compiledBy(db, sql`
  update word_count set proposals = proposals - 1 where space = ${p.space} and word in (${members(db, p.words)})`));

export const wordCounts = listStatement((db, words, p: {space: string}) =>
  db.selectFrom('word_count').select(['word', 'proposals']).where('space', '=', p.space).where('word', 'in', words as string[])
    .where('proposals', '>', 0));

/** The words with this beginning, the commonest first. */
export const wordsFrom = statement((db, p: {space: string; from: string; to: string; limit: number}) =>
  db.selectFrom('word_count').select(['word', 'proposals']).where('space', '=', p.space).where('word', '>=', p.from).where('word', '<', p.to)
    .where('proposals', '>', 0).orderBy('proposals', 'desc').orderBy('word').limit(p.limit));
