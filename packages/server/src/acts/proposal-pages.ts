/**
 * Pages of public proposals. A cursor names the last one shown and the value its list is ordered by, both of which stood on
 * the page; a search without an order lists what says it all in its title first, each part the newest first.
 */
import {cursorOf, invalidCursor, positionOf} from '../domain/cursor.ts';
import {proposalThread} from '../domain/proposal.ts';
import {pageJson} from '../replies/comment-json.ts';
import {summaryJson} from '../replies/proposal-json.ts';
import type {SummaryRow} from '../replies/proposal-json.ts';
import {dayOf} from '../domain/working-days.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {before, fewAtMost, keyOf, placesOf, summaries} from '../store/proposal-lists.ts';
import type {Filter, Order, PlaceRow} from '../store/proposal-lists.ts';
import {proposalsVersion} from '../store/proposal-counts.ts';
import {threadCounts} from '../store/threads.ts';
import {fitting} from './comment-pages.ts';
import {clausesOf, everything, partsByFit, wholePart} from './search-question.ts';
import type {Part} from './search-question.ts';

export type Filters = {readonly [Name in Filter]?: string | undefined};
export type List = {q?: string | undefined; filters: Filters; order: Order | undefined; limit: number; cursor?: string | undefined};
type Placed = PlaceRow & {part: number};
type Start = {part: number; place: number | string; key: number};

const filterNames = ['decision', 'progress', 'category', 'agency'] as const satisfies readonly Filter[];
const orderOf = ({order}: List): Order => order ?? 'newest';

/**
 * Names the state that every list of proposals of a space is made from. Null for a search: what people type is endless and
 * seldom typed again, and kept answers would push out what is asked for by many. How long an answer may take changes at midnight.
 */
export function* listVersion(space: Space, now: number, q?: string): Act<string | null> {
  if (q !== undefined) return null;
  const row = yield* proposalsVersion.first({space: space.id});
  return `${space.version}.${row?.version ?? 0}.${dayOf(now, space.display.timeZone)}`;
}

function* partsOf(space: string, {q, order}: List): Act<Part[]> {
  if (q === undefined) return [everything];
  const clauses = yield* clausesOf(space, q);
  if (!clauses) return [];
  return order ? [yield* wholePart(space, clauses)] : yield* partsByFit(space, clauses);
}

const nameOf = (space: string, {q, filters, order}: List): string[] =>
  [space, 'proposals', q ?? '', order ?? '', ...filterNames.map((name) => filters[name] ?? '')];

/** Where the list goes on. */
function* startOf(space: string, list: List): Act<Start> {
  const first = before(orderOf(list));
  if (list.cursor === undefined) return {part: 0, ...first};
  const [part, place, reference] = positionOf(list.cursor, nameOf(space, list), [0, first.place, ''] as const);
  const found = yield* keyOf.first({space, reference});
  if (!found) throw invalidCursor();
  return {part, place, key: found.key};
}

/** The places of one page and one more, through as many parts as that takes. */
function* placesFrom(space: string, list: List, start: Start): Act<Placed[]> {
  const parts = yield* partsOf(space, list);
  const order = orderOf(list);
  const filters = filterNames.filter((name) => list.filters[name] !== undefined);
  const {decision = '', progress = '', category = '', agency = ''} = list.filters;
  const places: Placed[] = [];
  for (const [part, {extent, ...what}] of parts.entries()) {
    if (part < start.part || places.length > list.limit) continue;
    const {place, key} = part === start.part ? start : before(order);
    const rows = yield* placesOf({order, filters, extent}).all({
      ...what, space, decision, progress, category, agency, place, key, limit: list.limit + 1 - places.length, few: fewAtMost + 1,
    });
    places.push(...rows.map((row) => ({...row, part})));
  }
  return places;
}

/** These proposals as JSON, in this order, each with how often it was commented on. */
export function* summariesOf(space: Space, keys: readonly number[], now: number): Act<{key: number; reference: string; json: string}[]> {
  const rows = (yield* summaries(keys, {})).filter((row) => row.space === space.id && row.listed);
  const counts = yield* threadCounts(rows.map(({reference}) => proposalThread(reference)), {space: space.id});
  const comments = new Map(counts.map(({id, published}) => [id, published]));
  const byKey = new Map<number, SummaryRow>(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    if (!row) return [];
    return [{key, reference: row.reference, json: summaryJson(space, row, comments.get(proposalThread(row.reference)) ?? 0, now)}];
  });
}

export function* proposalPage(space: Space, list: List, now: number): Act<string> {
  const start = yield* startOf(space.id, list);
  const places = yield* placesFrom(space.id, list, start);
  const items = yield* summariesOf(space, places.slice(0, list.limit).map(({key}) => key), now);
  const count = fitting(items.map(({json}) => json));
  const last = places.length > count ? items[count - 1] : undefined;
  const at = last && places.find(({key}) => key === last.key);
  const next = last && at ? cursorOf(nameOf(space.id, list), [at.part, at.place, last.reference]) : null;
  return pageJson(items.slice(0, count).map(({json}) => json), next);
}
