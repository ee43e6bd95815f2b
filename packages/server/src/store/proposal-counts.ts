/** Statements on what is counted of proposals: where they stand, how long answers took, and that something changed. */
import {sql} from 'kysely';
import type {CountedAnswers, CountedCell} from '../domain/facets.ts';
import {compiledBy, meeting, withRows} from './search-words.ts';
import type {Asked} from './search-words.ts';
import {statement} from './statement.ts';

export type Cell = {category: string; agency: string; decision: string; progress: string};
type Took = {space: string; category: string; agency: string; days: number; onTime: number};

export const countCell = statement((db, p: Cell & {space: string}) =>
  db.insertInto('proposal_count')
    .values({space: p.space, category: p.category, agency: p.agency, decision: p.decision, progress: p.progress, proposals: 1})
    .onConflict((conflict) => conflict.columns(['space', 'category', 'agency', 'decision', 'progress'])
      .doUpdateSet((eb) => ({proposals: eb('proposal_count.proposals', '+', 1)}))));

export const uncountCell = statement((db, p: Cell & {space: string}) =>
  db.updateTable('proposal_count').set((eb) => ({proposals: eb('proposals', '-', 1)})).where('space', '=', p.space)
    .where('category', '=', p.category).where('agency', '=', p.agency).where('decision', '=', p.decision).where('progress', '=', p.progress));

export const cells = statement((db, p: {space: string}) =>
  db.selectFrom('proposal_count').select(['category', 'agency', 'decision', 'progress', 'proposals'])
    .where('space', '=', p.space).where('proposals', '>', 0));

/** The same of what a search finds, of the first `limit` it meets. */
export const cellsMeeting = statement((db, p: Asked & {space: string; limit: number}) => compiledBy(db, sql<CountedCell>`
  with met as materialized (select key from (${meeting(db, p)}) as every limit ${p.limit})
  select coalesce(category, '') as category, coalesce(agency, '') as agency, decision, progress, count(*) as proposals
  from ${withRows(db)} where proposal.space = ${p.space} and proposal.listed = 1 group by 1, 2, 3, 4`));

export const countAnswer = statement((db, p: Took) =>
  db.insertInto('answer_count')
    .values({space: p.space, category: p.category, agency: p.agency, days: p.days, proposals: 1, on_time: p.onTime})
    .onConflict((conflict) => conflict.columns(['space', 'category', 'agency', 'days'])
      .doUpdateSet((eb) => ({proposals: eb('answer_count.proposals', '+', 1), on_time: eb('answer_count.on_time', '+', p.onTime)}))));

export const uncountAnswer = statement((db, p: Took) =>
  db.updateTable('answer_count').set((eb) => ({proposals: eb('proposals', '-', 1), on_time: eb('on_time', '-', p.onTime)}))
    .where('space', '=', p.space).where('category', '=', p.category).where('agency', '=', p.agency).where('days', '=', p.days));

type Within = {space: string; category: string | null; agency: string | null};
/** Of one category, one agency; null for any. */
const within = ({space, category, agency}: Within) => sql`space = ${space} and proposals > 0
  and (cast(${category} as text) is null or category = ${category}) and (cast(${agency} as text) is null or agency = ${agency})`;
const summed = (name: 'proposals' | 'on_time') => sql`cast(sum(${sql.ref(name)}) as bigint) as ${sql.ref(name)}`;

export const standing = statement((db, p: Within) => compiledBy(db, sql<CountedCell>`
  select '' as category, '' as agency, decision, progress, ${summed('proposals')} from proposal_count where ${within(p)} group by decision, progress`));

export const answers = statement((db, p: Within) => compiledBy(db, sql<CountedAnswers>`
  select days, ${summed('proposals')}, ${summed('on_time')} from answer_count where ${within(p)} group by days`));

export const bumpProposals = statement((db, p: {space: string; shard: number}) =>
  db.insertInto('proposals_version').values({space: p.space, shard: p.shard, version: 1})
    .onConflict((conflict) => conflict.columns(['space', 'shard']).doUpdateSet((eb) => ({version: eb('proposals_version.version', '+', 1)}))));

export const proposalsVersion = statement((db, p: {space: string}) =>
  db.selectFrom('proposals_version').select((eb) => eb.fn.coalesce(eb.cast<number>(eb.fn.sum('version'), 'integer'), eb.lit(0)).as('version'))
    .where('space', '=', p.space));
