/** Statements on suggestions, what happens to them, and who supports them. Only `acts/proposal-changes.ts` changes a row. */
import {listStatement, rowOf, statement} from './statement.ts';
import type {Flag} from './schema.ts';
import type {ProposalTable, UpdateTable} from './schema-suggestions.ts';
import type {Selectable} from 'kysely';

export type ProposalRow = Selectable<ProposalTable>;
export type UpdateRow = Selectable<UpdateTable>;

/** What a suggestion is from the first moment and stays. */
const fixed = [
  'space', 'reference', 'form', 'kind', 'participation', 'author', 'guest', 'language', 'public', 'created_at', 'supports_needed', 'due_on',
] as const satisfies readonly (keyof ProposalRow)[];

/** What may change, through the one door. */
export const changing = [
  'name', 'tint', 'title', 'source', 'body', 'excerpt', 'answers', 'category', 'agency', 'assigned_to', 'visibility', 'reason', 'decision',
  'decided', 'decided_at', 'progress', 'percent', 'draft', 'answered_at', 'answered_in', 'on_time', 'changed_at', 'merged_into', 'crossed',
  'listed', 'revision', 'published_at', 'updated_at',
] as const satisfies readonly (keyof ProposalRow)[];

export type Changing = Pick<ProposalRow, (typeof changing)[number]>;
export type NewProposal = Omit<ProposalRow, 'key'>;

/** Gives nothing where the reference is taken. */
export const insertProposal = statement((db, row: NewProposal) =>
  db.insertInto('proposal').values(rowOf(row, [...fixed, ...changing, 'supports']))
    .onConflict((conflict) => conflict.columns(['space', 'reference']).doNothing()).returning('key'));

export const findProposal = statement((db, p: {space: string; reference: string}) =>
  db.selectFrom('proposal').selectAll().where('space', '=', p.space).where('reference', '=', p.reference));

export const proposalByKey = statement((db, p: {key: number}) => db.selectFrom('proposal').selectAll().where('key', '=', p.key));

export const proposalsByKeys = listStatement((db, keys, _: Record<string, never>) =>
  db.selectFrom('proposal').selectAll().where('key', 'in', keys as number[]));

/** Takes the row for this act, without changing it, and gives it as it stands. */
export const holdProposal = statement((db, p: {key: number}) =>
  db.updateTable('proposal').set((eb) => ({revision: eb.ref('revision')})).where('key', '=', p.key).returningAll());

/** Takes the row of a reference for this act. */
export const takeProposal = statement((db, p: {space: string; reference: string}) =>
  db.updateTable('proposal').set((eb) => ({revision: eb.ref('revision')}))
    .where('space', '=', p.space).where('reference', '=', p.reference).returningAll());

export const writeProposal = statement((db, p: Changing & {key: number}) =>
  db.updateTable('proposal').set(rowOf(p, changing)).where('key', '=', p.key));

/** Supports are counted in the stroke that adds or takes one; the row comes back as it then stands. */
export const countSupports = statement((db, p: {key: number; change: number}) =>
  db.updateTable('proposal').set((eb) => ({supports: eb('supports', '+', p.change)})).where('key', '=', p.key).returningAll());

export const addSupport = statement((db, p: {proposal: number; person: string; now: number}) =>
  db.insertInto('proposal_support').values({proposal: p.proposal, person: p.person, created_at: p.now})
    .onConflict((conflict) => conflict.columns(['proposal', 'person']).doNothing()).returning('proposal'));

export const removeSupport = statement((db, p: {proposal: number; person: string}) =>
  db.deleteFrom('proposal_support').where('proposal', '=', p.proposal).where('person', '=', p.person).returning('proposal'));

export const findSupport = statement((db, p: {proposal: number; person: string}) =>
  db.selectFrom('proposal_support').select('proposal').where('proposal', '=', p.proposal).where('person', '=', p.person));

export const insertUpdate = statement((db, row: Omit<UpdateRow, 'key'>) =>
  db.insertInto('proposal_update').values(rowOf(row, ['id', 'proposal', 'kind', 'public', 'content', 'official', 'at'])).returning('key'));

type UpdatePage = {proposal: number; least: Flag; before: number; limit: number};

/** Newest first; `least` 1 leaves out what is not public. */
export const updatesBefore = statement((db, p: UpdatePage) =>
  db.selectFrom('proposal_update').selectAll().where('proposal', '=', p.proposal).where('public', '>=', p.least)
    .where('key', '<', p.before).orderBy('key', 'desc').limit(p.limit));

export const findUpdate = statement((db, p: {id: string}) => db.selectFrom('proposal_update').selectAll().where('id', '=', p.id));

export const mergedInto = statement((db, p: {key: number}) =>
  db.selectFrom('proposal').select(['key', 'reference', 'visibility', 'published_at']).where('merged_into', '=', p.key).orderBy('key').limit(100));

export const attachmentsOf = statement((db, p: {proposal: number}) =>
  db.selectFrom('attachment').select(['id', 'field', 'name', 'type', 'bytes', 'width', 'height']).where('proposal', '=', p.proposal)
    .orderBy('created_at').orderBy('id').limit(50));
