/** What every step of the schema is written in: alike on both databases but for whole numbers and their keys. */
import type {CreateTableBuilder, Kysely} from 'kysely';
import type {Dialect} from '../dialects.ts';

export type Schema = Kysely<unknown>['schema'];
export type Words = {schema: Schema; dialect: Dialect; int: 'integer' | 'bigint'};

export const wordsFor = (schema: Schema, dialect: Dialect): Words => ({schema, dialect, int: dialect === 'sqlite' ? 'integer' : 'bigint'});

/** A table whose rows the database numbers. */
export const keyed = <T extends string>(table: CreateTableBuilder<T>, {dialect}: Words) =>
  (dialect === 'sqlite'
    ? table.addColumn('key', 'integer', (column) => column.primaryKey())
    : table.addColumn('key', 'bigint', (column) => column.primaryKey().generatedByDefaultAsIdentity()));
