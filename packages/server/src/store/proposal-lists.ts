/**
 * Statements that list public proposals. Each order has an index that also holds what lists are filtered by. What a search
 * finds is either few, and then looked up and sorted, or many, and then the order's index is walked until a page is full:
 * whichever it is, a page reads a bounded part of the history.
 */
import {sql} from 'kysely';
import type {RawBuilder} from 'kysely';
import type {SummaryRow} from '../replies/proposal-json.ts';
import type {Builder} from './dialects.ts';
import {dueOrder} from './proposal-order.ts';
import {compiledBy, meeting, onSqlite, withRows} from './search-words.ts';
import type {Asked} from './search-words.ts';
import {listStatement, statement} from './statement.ts';
import type {Statement} from './statement.ts';

export type Order = 'newest' | 'most-supported' | 'recently-updated' | 'due-soon' | 'outcomes';
export type Filter = 'decision' | 'progress' | 'category' | 'agency';
/** What a search leaves: everything (there is none), few or many. */
export type Extent = 'all' | 'few' | 'many';
export type Shape = {order: Order; filters: readonly Filter[]; extent: Extent};
export type PlaceRow = {key: number; place: number | string};
type Values = Asked & Record<Filter, string> & {space: string; place: number | string; key: number; limit: number; few: number};

/** How much is few. */
export const fewAtMost = 4000;

const orders: Record<Order, {by: RawBuilder<unknown>; down: boolean}> = {
  newest: {by: sql`published_at`, down: true},
  'most-supported': {by: sql`supports`, down: true},
  'recently-updated': {by: sql`updated_at`, down: true},
  'due-soon': {by: dueOrder, down: false},
  outcomes: {by: sql`changed_at`, down: true},
};

const columns: Record<Filter, RawBuilder<unknown>> =
  {decision: sql`decision`, progress: sql`progress`, category: sql`category`, agency: sql`agency`};

/** Asked of each row as the index is walked. SQLite finds all of them once and looks each key up; it must not begin with them. */
const met = (db: Builder, p: Values) => (onSqlite(db)
  ? sql`and +proposal.key in (${meeting(db, p)})`
  : sql`and (select words @@ cast(${p.ts} as tsquery) from proposal_words where proposal_words.proposal = proposal.key)`);

function listing(db: Builder, p: Values, {order, filters, extent}: Shape): RawBuilder<PlaceRow> {
  const {by, down} = orders[order];
  const [direction, beyond] = down ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const few = extent === 'few';
  const filtered = filters.map((filter) => sql`and ${columns[filter]} = ${p[filter]}`);
  return sql`
    ${few ? sql`with met as materialized (select key from (${meeting(db, p)}) as every limit ${p.few})` : sql``}
    select proposal.key as key, ${by} as place from ${few ? withRows(db) : sql`proposal`} where space = ${p.space} and listed = 1
    ${order === 'outcomes' ? sql`and changed_at is not null` : sql``} ${sql.join(filtered, sql` `)}
    and (${by}, proposal.key) ${beyond} (${p.place}, ${p.key}) ${extent === 'many' ? met(db, p) : sql``}
    order by ${by} ${direction}, proposal.key ${direction} limit ${p.limit}`;
}

const made = new Map<string, Statement<Values, PlaceRow>>();

/** The statement of this shape, made when it is first needed. */
export function placesOf(shape: Shape): Statement<Values, PlaceRow> {
  const name = [shape.order, shape.extent, ...shape.filters].join();
  const known = made.get(name) ?? statement<Values, PlaceRow>((db, p) => compiledBy(db, listing(db, p, shape)));
  made.set(name, known);
  return known;
}

/** Before the first of each order. */
export const before = (order: Order): {place: number | string; key: number} =>
  (orders[order].down ? {place: Number.MAX_SAFE_INTEGER, key: Number.MAX_SAFE_INTEGER} : {place: '', key: 0});

/** Of what was ever published: a cursor that was made up must not tell what is hidden from what is not there. */
export const keyOf = statement((db, p: {space: string; reference: string}) =>
  db.selectFrom('proposal').select('key').where('space', '=', p.space).where('reference', '=', p.reference).where('published_at', 'is not', null));

/** Found by their keys alone: whether they are of the space and listed is for the reader to see, or SQLite would begin with that. */
export const summaries = listStatement<Record<string, never>, SummaryRow & {space: string; listed: number}>((db, keys) =>
  db.selectFrom('proposal').select([
    'key', 'space', 'listed', 'reference', 'title', 'kind', 'excerpt', 'category', 'agency', 'name', 'tint', 'decision', 'decided', 'progress', 'percent',
    'due_on', 'answered_at', 'answered_in', 'supports', 'supports_needed', 'published_at', 'updated_at',
  ]).where('key', 'in', keys as number[]));
