/** A comment counts its texts, so that an official decides on the one that was read and no other. */
import type {Compilable, Kysely} from 'kysely';
import type {Dialect} from '../dialects.ts';

export const revisions = (schema: Kysely<unknown>['schema'], dialect: Dialect): Compilable[] => [
  schema.alterTable('comment')
    .addColumn('revision', dialect === 'sqlite' ? 'integer' : 'bigint', (column) => column.notNull().defaultTo(1)),
];
