/** Statements on forms. */
import {rowOf, statement} from './statement.ts';
import type {FormTable} from './schema-suggestions.ts';
import type {Selectable} from 'kysely';

export type FormRow = Selectable<FormTable>;

export const insertForm = statement((db, row: Omit<FormRow, 'key'>) =>
  db.insertInto('form').values(rowOf(row, ['space', 'id', 'definition', 'version', 'created_at'])).returning('key'));

export const findForm = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('form').selectAll().where('space', '=', p.space).where('id', '=', p.id));

export const formVersion = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('form').select('version').where('space', '=', p.space).where('id', '=', p.id));
