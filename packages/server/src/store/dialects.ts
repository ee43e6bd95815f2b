/** The query builder without a database: it only writes SQL, in the words of either kind. */
import {
  DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler,
} from 'kysely';
import type {Tables} from './schema.ts';

export type Dialect = 'sqlite' | 'postgres';
export type Builder = Kysely<Tables>;

const sqlite: Builder = new Kysely<Tables>({dialect: {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
}});

const postgres: Builder = new Kysely<Tables>({dialect: {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}});

export const builderFor = (dialect: Dialect): Builder => (dialect === 'sqlite' ? sqlite : postgres);
