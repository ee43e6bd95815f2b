/** Forms, suggestions with everything that happens to them, their files, supporters and followers, and mail to be sent. */
import {sql} from 'kysely';
import type {Compilable, CreateTableBuilder, SqlBool} from 'kysely';
import type {Dialect} from '../dialects.ts';
import {keyed, wordsFor} from './words.ts';
import type {Schema, Words} from './words.ts';

const forms = (words: Words): Compilable[] => [
  keyed(words.schema.createTable('form'), words)
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('version', words.int, (column) => column.notNull())
    .addColumn('created_at', words.int, (column) => column.notNull())
    .addUniqueConstraint('form_once', ['space', 'id']),
];

const said = <T extends string>(table: CreateTableBuilder<T>, {int}: Words) => table
  .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
  .addColumn('reference', 'text', (column) => column.notNull())
  .addColumn('form', 'text', (column) => column.notNull())
  .addColumn('kind', 'text', (column) => column.notNull())
  .addColumn('participation', 'text', (column) => column.notNull())
  .addColumn('author', 'text', (column) => column.notNull())
  .addColumn('guest', int, (column) => column.notNull())
  .addColumn('name', 'text')
  .addColumn('tint', int, (column) => column.notNull())
  .addColumn('language', 'text')
  .addColumn('title', 'text', (column) => column.notNull())
  .addColumn('source', 'text', (column) => column.notNull())
  .addColumn('body', 'text', (column) => column.notNull())
  .addColumn('excerpt', 'text', (column) => column.notNull())
  .addColumn('answers', 'text', (column) => column.notNull())
  .addColumn('public', int, (column) => column.notNull())
  .addColumn('category', 'text')
  .addColumn('created_at', int, (column) => column.notNull());

const stands = <T extends string>(table: CreateTableBuilder<T>, {int}: Words) => table
  .addColumn('agency', 'text')
  .addColumn('assigned_to', 'text')
  .addColumn('visibility', 'text', (column) => column.notNull())
  .addColumn('reason', 'text')
  .addColumn('decision', 'text', (column) => column.notNull())
  .addColumn('decided', 'text')
  .addColumn('decided_at', int)
  .addColumn('progress', 'text', (column) => column.notNull())
  .addColumn('percent', int)
  .addColumn('draft', 'text')
  .addColumn('due_on', 'text')
  .addColumn('answered_at', int)
  .addColumn('answered_in', int)
  .addColumn('on_time', int)
  .addColumn('changed_at', int)
  .addColumn('merged_into', int)
  .addColumn('supports', int, (column) => column.notNull().check(sql`supports >= 0`))
  .addColumn('supports_needed', int)
  .addColumn('crossed', int, (column) => column.notNull())
  .addColumn('listed', int, (column) => column.notNull())
  .addColumn('revision', int, (column) => column.notNull())
  .addColumn('published_at', int)
  .addColumn('updated_at', int, (column) => column.notNull());

const proposalTable = (words: Words): Compilable =>
  stands(said(keyed(words.schema.createTable('proposal'), words), words).addUniqueConstraint('proposal_once', ['space', 'reference']), words);

/** Of authors and officials; those of the public lists are in the next step. */
const proposalIndexes = ({schema}: Words): Compilable[] => [
  schema.createIndex('proposal_by_author').on('proposal').columns(['space', 'author', 'key']),
  schema.createIndex('proposal_by_visibility').on('proposal').columns(['space', 'visibility', 'key']),
  schema.createIndex('proposal_merged').on('proposal').columns(['merged_into']).where(sql<SqlBool>`merged_into is not null`),
];

const history = (words: Words): Compilable[] => [
  keyed(words.schema.createTable('proposal_update'), words)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('proposal', words.int, (column) => column.notNull().references('proposal.key'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('public', words.int, (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('official', 'text')
    .addColumn('at', words.int, (column) => column.notNull()),
  words.schema.createIndex('proposal_update_in_order').on('proposal_update').columns(['proposal', 'key']),
  words.schema.createTable('proposal_support')
    .addColumn('proposal', words.int, (column) => column.notNull().references('proposal.key'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('created_at', words.int, (column) => column.notNull())
    .addPrimaryKeyConstraint('proposal_support_once', ['proposal', 'person']),
  words.schema.createTable('proposal_report')
    .addColumn('proposal', words.int, (column) => column.notNull().references('proposal.key'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', words.int, (column) => column.notNull())
    .addPrimaryKeyConstraint('proposal_report_once', ['proposal', 'person']),
];

const files = ({schema, int}: Words): Compilable[] => [
  schema.createTable('attachment')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('proposal', int, (column) => column.references('proposal.key'))
    .addColumn('field', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', int, (column) => column.notNull())
    .addColumn('width', int)
    .addColumn('height', int)
    .addColumn('created_at', int, (column) => column.notNull()),
  schema.createIndex('attachment_of_proposal').on('attachment').columns(['proposal']).where(sql<SqlBool>`proposal is not null`),
  schema.createIndex('attachment_unused').on('attachment').columns(['person', 'created_at']).where(sql<SqlBool>`proposal is null`),
];

const mail = (words: Words): Compilable[] => [
  keyed(words.schema.createTable('follower'), words)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('proposal', words.int, (column) => column.notNull().references('proposal.key'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('address_key', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('asked_at', words.int, (column) => column.notNull())
    .addColumn('created_at', words.int, (column) => column.notNull())
    .addUniqueConstraint('follower_once', ['proposal', 'address_key']),
  words.schema.createIndex('follower_confirmed').on('follower').columns(['proposal', 'key']).where(sql<SqlBool>`state = 'confirmed'`),
  words.schema.createIndex('follower_pending').on('follower').columns(['asked_at']).where(sql<SqlBool>`state = 'pending'`),
  words.schema.createIndex('follower_asked').on('follower').columns(['address_key']).where(sql<SqlBool>`state = 'pending'`),
  keyed(words.schema.createTable('notice'), words)
    .addColumn('proposal', words.int, (column) => column.notNull().references('proposal.key'))
    .addColumn('update_id', 'text', (column) => column.notNull().unique())
    .addColumn('through', words.int, (column) => column.notNull())
    .addColumn('created_at', words.int, (column) => column.notNull()),
  keyed(words.schema.createTable('outbox'), words)
    .addColumn('space', 'text', (column) => column.notNull().references('space.id'))
    .addColumn('follower', 'text', (column) => column.notNull())
    .addColumn('update_id', 'text', (column) => column.notNull())
    .addColumn('mail', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', words.int, (column) => column.notNull())
    .addColumn('due_at', words.int, (column) => column.notNull())
    .addColumn('created_at', words.int, (column) => column.notNull())
    .addColumn('sent_at', words.int)
    .addUniqueConstraint('mail_once', ['follower', 'update_id']),
  words.schema.createIndex('outbox_due').on('outbox').columns(['due_at', 'key']).where(sql<SqlBool>`state = 'waiting'`),
  words.schema.createIndex('outbox_settled').on('outbox').columns(['sent_at']).where(sql<SqlBool>`sent_at is not null`),
];

export const suggestions = (schema: Schema, dialect: Dialect): Compilable[] => {
  const words = wordsFor(schema, dialect);
  return [...forms(words), proposalTable(words), ...proposalIndexes(words), ...history(words), ...files(words), ...mail(words)];
};
