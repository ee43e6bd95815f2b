/** The first tables: spaces, discussions, polls, and what makes a write happen once. */
import {sql} from 'kysely';
import type {Compilable, SqlBool} from 'kysely';
import type {Dialect} from '../dialects.ts';
import {keyed, wordsFor} from './words.ts';
import type {Schema, Words} from './words.ts';

const spaces = ({schema, int}: Words): Compilable[] => [
  schema.createTable('space')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('version', int, (column) => column.notNull())
    .addColumn('voter_secret', 'text', (column) => column.notNull())
    .addColumn('token_secret', 'text', (column) => column.notNull())
    .addColumn('created_at', int, (column) => column.notNull()),
  schema.createTable('idempotency')
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('status', int, (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addColumn('created_at', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_once', ['person', 'key', 'operation', 'space']),
  schema.createIndex('idempotency_by_age').on('idempotency').columns(['created_at']),
  schema.createTable('decision')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('official', 'text', (column) => column.notNull())
    .addColumn('decided_at', int, (column) => column.notNull()),
  schema.createIndex('decision_by_age').on('decision').columns(['space', 'decided_at']),
];

const threads = (words: Words): Compilable[] => [
  keyed(words.schema.createTable('thread'), words)
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text')
    .addColumn('policy', 'text')
    .addColumn('published', words.int, (column) => column.notNull().check(sql`published >= 0`))
    .addColumn('next_seq', words.int, (column) => column.notNull())
    .addColumn('sequence', words.int, (column) => column.notNull())
    .addColumn('page_url', 'text')
    .addColumn('page_title', 'text')
    .addColumn('created_at', words.int, (column) => column.notNull())
    .addUniqueConstraint('thread_once', ['space', 'id']),
];

const commentTable = ({schema, int, dialect}: Words): Compilable =>
  schema.createTable('comment')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('thread', int, (column) => column.notNull().references('thread.key'))
    .addColumn('seq', int, (column) => column.notNull())
    .addColumn('root', int, (column) => column.notNull())
    .addColumn('parent', int, (column) => column.notNull())
    .addColumn('parent_id', 'text')
    // The order of a conversation is the order of bytes, whatever the database's language.
    .addColumn('path', dialect === 'sqlite' ? 'text' : sql`text collate "C"`, (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('tint', int, (column) => column.notNull())
    .addColumn('official', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('supports', int, (column) => column.notNull().check(sql`supports >= 0`))
    .addColumn('reply_count', int, (column) => column.notNull().check(sql`reply_count >= 0`))
    .addColumn('listed', int, (column) => column.notNull())
    .addColumn('listed_children', int, (column) => column.notNull().check(sql`listed_children >= 0`))
    .addColumn('pinned', int, (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('created_at', int, (column) => column.notNull())
    .addColumn('edited_at', int)
    .addPrimaryKeyConstraint('comment_in_order', ['thread', 'seq']);

/** Each list has its own index, only as large as what it lists, so a page costs the same in any history. */
const commentIndexes = ({schema}: Words): Compilable[] => [
  schema.createIndex('comment_by_time').on('comment').columns(['thread', 'created_at', 'seq'])
    .where(sql<SqlBool>`root = 0 and listed = 1 and pinned = 0`),
  schema.createIndex('comment_by_support').on('comment').columns(['thread', 'supports', 'seq'])
    .where(sql<SqlBool>`root = 0 and listed = 1 and pinned = 0`),
  schema.createIndex('comment_pinned').on('comment').columns(['thread', 'seq'])
    .where(sql<SqlBool>`root = 0 and listed = 1 and pinned = 1`),
  schema.createIndex('comment_in_conversation').on('comment').columns(['thread', 'root', 'path'])
    .where(sql<SqlBool>`root > 0 and listed = 1`),
  schema.createIndex('comment_by_author').on('comment').columns(['thread', 'author', 'seq']),
  schema.createIndex('comment_held').on('comment').columns(['thread', 'seq']).where(sql<SqlBool>`state = 'held'`),
];

const acts = ({schema, int}: Words): Compilable[] => [
  schema.createTable('support')
    .addColumn('comment', 'text', (column) => column.notNull().references('comment.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('thread', int, (column) => column.notNull())
    .addColumn('created_at', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('support_once', ['comment', 'person']),
  schema.createIndex('support_by_person').on('support').columns(['thread', 'person', 'created_at', 'comment']),
  schema.createTable('report')
    .addColumn('comment', 'text', (column) => column.notNull().references('comment.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', int, (column) => column.notNull())
    .addPrimaryKeyConstraint('report_once', ['comment', 'person']),
];

const polls = (words: Words): Compilable[] => [
  keyed(words.schema.createTable('poll'), words)
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('opens_at', words.int, (column) => column.notNull())
    .addColumn('closes_at', words.int)
    .addColumn('result_rule', 'text', (column) => column.notNull())
    .addColumn('released', words.int, (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('people', words.int, (column) => column.notNull().check(sql`people >= 0`))
    .addColumn('sequence', words.int, (column) => column.notNull())
    .addColumn('version', words.int, (column) => column.notNull())
    .addColumn('created_at', words.int, (column) => column.notNull())
    .addUniqueConstraint('poll_once', ['space', 'id']),
  words.schema.createTable('tally')
    .addColumn('poll', words.int, (column) => column.notNull().references('poll.key'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('option', 'text', (column) => column.notNull())
    .addColumn('people', words.int, (column) => column.notNull().check(sql`people >= 0`))
    .addColumn('score', words.int, (column) => column.notNull().check(sql`score >= 0`))
    .addPrimaryKeyConstraint('tally_once', ['poll', 'question', 'option']),
  words.schema.createTable('ballot')
    .addColumn('poll', words.int, (column) => column.notNull().references('poll.key'))
    .addColumn('voter', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('revision', words.int, (column) => column.notNull())
    .addColumn('cast_at', words.int, (column) => column.notNull())
    .addPrimaryKeyConstraint('ballot_once', ['poll', 'voter']),
];

export const discussionsAndPolls = (schema: Schema, dialect: Dialect): Compilable[] => {
  const words = wordsFor(schema, dialect);
  return [...spaces(words), ...threads(words), commentTable(words), ...commentIndexes(words), ...acts(words), ...polls(words)];
};
