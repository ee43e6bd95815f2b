/** Statements that read what stands beside a suggestion: its version, how I stand to it, what officials list and count. */
import {listStatement, statement} from './statement.ts';
import type {Statement} from './statement.ts';
import type {ProposalRow} from './proposals.ts';

/** Everything a public answer about one proposal is made from, but for the space, as numbers that change with it. */
export const proposalVersion = statement((db, p: {space: string; reference: string; thread: string}) =>
  db.selectFrom('proposal')
    .leftJoin('thread', (join) => join.onRef('thread.space', '=', 'proposal.space').on('thread.id', '=', p.thread))
    .select(['proposal.revision', 'proposal.supports', 'thread.published', 'proposal.visibility', 'proposal.published_at'])
    .where('proposal.space', '=', p.space).where('proposal.reference', '=', p.reference));

/** Of these references, the ones whose proposal is published: what is discussed and supported. */
export const publishedOf = listStatement((db, references, p: {space: string}) =>
  db.selectFrom('proposal').select('reference').where('space', '=', p.space).where('reference', 'in', references as string[]).where('listed', '=', 1));

export const ownOf = listStatement((db, references, p: {space: string; person: string}) =>
  db.selectFrom('proposal').select('reference').where('space', '=', p.space).where('reference', 'in', references as string[]).where('author', '=', p.person));

export const supportedOf = listStatement((db, references, p: {space: string; person: string}) =>
  db.selectFrom('proposal').innerJoin('proposal_support', 'proposal_support.proposal', 'proposal.key').select('reference')
    .where('space', '=', p.space).where('reference', 'in', references as string[]).where('listed', '=', 1)
    .where('proposal_support.person', '=', p.person));

export const addReport = statement((db, p: {proposal: number; person: string; reason: string; note: string | null; now: number}) =>
  db.insertInto('proposal_report').values({proposal: p.proposal, person: p.person, reason: p.reason, note: p.note, created_at: p.now})
    .onConflict((conflict) => conflict.columns(['proposal', 'person']).doNothing()));

/** What officials alone are told of one suggestion. */
export const countBeside = statement((db, p: {key: number}) =>
  db.selectFrom('proposal').where('key', '=', p.key).select((eb) => [
    eb.selectFrom('follower').select((inner) => inner.fn.countAll<number>().as('count'))
      .where('proposal', '=', p.key).where((inner) => inner('state', '=', inner.val('confirmed'))).as('followers'),
    eb.selectFrom('proposal_report').select((inner) => inner.fn.countAll<number>().as('count')).where('proposal', '=', p.key).as('reports'),
  ]));

const filters = ['visibility', 'decision', 'agency'] as const;
export type StaffFilter = {[Name in (typeof filters)[number]]?: string | undefined};
type StaffList = {space: string; after: number; limit: number; visibility: string; decision: string; agency: string};

const byFilters = new Map<string, Statement<StaffList, ProposalRow>>();

/** The statement for these filters, each of which has its own index to go by or none. */
function listBy(names: readonly (typeof filters)[number][]): Statement<StaffList, ProposalRow> {
  const made = byFilters.get(names.join(' ')) ?? statement((db, p: StaffList) => names.reduce(
    (query, name) => query.where(name, '=', p[name]),
    db.selectFrom('proposal').selectAll().where('space', '=', p.space).where('key', '>', p.after).orderBy('key').limit(p.limit)));
  byFilters.set(names.join(' '), made);
  return made;
}

/** In the order they came, so that what waits longest comes first. */
export const staffList = (filter: StaffFilter, {space, after, limit}: {space: string; after: number; limit: number}) => {
  const {visibility = '', decision = '', agency = ''} = filter;
  return listBy(filters.filter((name) => filter[name] !== undefined)).all({space, after, limit, visibility, decision, agency});
};
