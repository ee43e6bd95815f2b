/** Statements on attachments. A row comes before its file and goes after it, so that no file is ever without a row. */
import {rowOf, statement} from './statement.ts';
import type {AttachmentTable} from './schema-suggestions.ts';

export type AttachmentRow = AttachmentTable;

export const insertAttachment = statement((db, row: AttachmentRow) =>
  db.insertInto('attachment')
    .values(rowOf(row, ['id', 'space', 'person', 'proposal', 'field', 'name', 'type', 'bytes', 'width', 'height', 'created_at']))
    .onConflict((conflict) => conflict.column('id').doNothing()).returning('id'));

export const findAttachment = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('attachment').selectAll().where('space', '=', p.space).where('id', '=', p.id));

/** How many files of a person wait for their suggestion. */
export const countUnused = statement((db, p: {space: string; person: string}) =>
  db.selectFrom('attachment').select((eb) => eb.fn.countAll<number>().as('count'))
    .where('space', '=', p.space).where('person', '=', p.person).where('proposal', 'is', null));

/** Gives a person's own file, uploaded since then and used nowhere, to a suggestion; no row for any other. */
export const useAttachment = statement((db, p: {space: string; person: string; id: string; since: number; proposal: number; field: string}) =>
  db.updateTable('attachment').set({proposal: p.proposal, field: p.field})
    .where('id', '=', p.id).where('space', '=', p.space).where('person', '=', p.person)
    .where('proposal', 'is', null).where('created_at', '>=', p.since).returning('id'));

export const unusedBefore = statement((db, p: {before: number; limit: number}) =>
  db.selectFrom('attachment').select('id').where('proposal', 'is', null).where('created_at', '<', p.before).orderBy('created_at').limit(p.limit));

export const forgetUnused = statement((db, p: {id: string}) =>
  db.deleteFrom('attachment').where('id', '=', p.id).where('proposal', 'is', null));

/** A file of a published proposal, with the proposal's form: which of its fields are public, the form says. */
export const publishedAttachment = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('attachment')
    .innerJoin('proposal', 'proposal.key', 'attachment.proposal')
    .innerJoin('form', (join) => join.onRef('form.space', '=', 'proposal.space').onRef('form.id', '=', 'proposal.form'))
    .select(['attachment.id as id', 'attachment.name as name', 'attachment.type as type', 'attachment.field as field', 'form.definition as definition'])
    .where('attachment.space', '=', p.space).where('attachment.id', '=', p.id).where('proposal.listed', '=', 1));
