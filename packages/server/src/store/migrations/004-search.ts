/**
 * What is found and counted without reading proposals: the words of the public ones, and how many stand where. Words come
 * stemmed (`domain/search`) and marked with their space (`store/search-words.ts`); the databases take them as they are.
 */
import {sql} from 'kysely';
import type {Compilable, RawBuilder, SqlBool} from 'kysely';
import {builderFor} from '../dialects.ts';
import type {Dialect} from '../dialects.ts';
import {dueOrder} from '../proposal-order.ts';
import {wordsFor} from './words.ts';
import type {Schema, Words} from './words.ts';

/** Words in the order of their bytes, so that those with one beginning stand together. */
const bytewise = (dialect: Dialect) => (dialect === 'sqlite' ? 'text' : sql`text collate "C"`);

const raw = (dialect: Dialect, query: RawBuilder<unknown>): Compilable => ({compile: () => query.compile(builderFor(dialect))});

/** `ascii` takes every letter beyond ASCII as it is; nothing is asked of positions, so none are kept. */
const index = ({schema, dialect, int}: Words): Compilable[] => (dialect === 'sqlite'
  ? [raw(dialect, sql`create virtual table proposal_words using fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')`)]
  : [
    schema.createTable('proposal_words')
      .addColumn('proposal', int, (column) => column.primaryKey().references('proposal.key'))
      .addColumn('words', sql`tsvector`, (column) => column.notNull()),
    // Without a list of what is still to be indexed, which every search would have to read through.
    raw(dialect, sql`create index proposal_words_found on proposal_words using gin (words) with (fastupdate = off)`),
  ]);

const counts = ({schema, dialect, int}: Words): Compilable[] => [
  schema.createTable('word_count')
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('word', bytewise(dialect), (column) => column.notNull())
    .addColumn('proposals', int, (column) => column.notNull().check(sql`proposals >= 0`))
    .addPrimaryKeyConstraint('word_count_once', ['space', 'word']),
  schema.createTable('proposal_count')
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('progress', 'text', (column) => column.notNull())
    .addColumn('proposals', int, (column) => column.notNull().check(sql`proposals >= 0`))
    .addPrimaryKeyConstraint('proposal_count_once', ['space', 'category', 'agency', 'decision', 'progress']),
  schema.createTable('answer_count')
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('days', int, (column) => column.notNull())
    .addColumn('proposals', int, (column) => column.notNull().check(sql`proposals >= 0`))
    .addColumn('on_time', int, (column) => column.notNull().check(sql`on_time >= 0`))
    .addPrimaryKeyConstraint('answer_count_once', ['space', 'category', 'agency', 'days']),
  schema.createTable('proposals_version')
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('shard', int, (column) => column.notNull())
    .addColumn('version', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('proposals_version_once', ['space', 'shard']),
];

/** Each order of the public list, with what it is filtered by, so that what does not fit is passed over in the index. */
const orders = ({schema}: Words): Compilable[] => {
  const filters = ['decision', 'progress', 'category', 'agency'];
  const listed = sql<SqlBool>`listed = 1`;
  return [
    schema.createIndex('proposal_by_time').on('proposal').columns(['space', 'published_at', 'key', ...filters]).where(listed),
    schema.createIndex('proposal_by_support').on('proposal').columns(['space', 'supports', 'key', ...filters]).where(listed),
    schema.createIndex('proposal_by_update').on('proposal').columns(['space', 'updated_at', 'key', ...filters]).where(listed),
    schema.createIndex('proposal_by_due').on('proposal').column('space').expression(dueOrder).columns(['key', ...filters]).where(listed),
    schema.createIndex('proposal_by_outcome').on('proposal').columns(['space', 'changed_at', 'key', 'category', 'agency'])
      .where(sql<SqlBool>`listed = 1 and changed_at is not null`),
  ];
};

export const search = (schema: Schema, dialect: Dialect): Compilable[] => {
  const words = wordsFor(schema, dialect);
  return [...index(words), ...counts(words), ...orders(words)];
};
