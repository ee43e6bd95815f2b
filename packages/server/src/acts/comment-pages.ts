/** Pages of comments as JSON: top-level ones with their first replies, and what stands under one of them. */
import type {Schema} from '@shurkum/contract';
import {cursorOf, invalidCursor, positionOf} from '../domain/cursor.ts';
import {commentJson, pageJson} from '../replies/comment-json.ts';
import type {Act} from '../store/act.ts';
import {firstReplies, firstRepliesShown, mostSupported, newest, oldest, pinned, placeOf, repliesAfter} from '../store/comment-lists.ts';
import type {ListedRow, Place} from '../store/comment-lists.ts';

export type Sort = Schema<'Sort'>;
export type ThreadPlace = {space: string; threadId: string; thread: number};

/** No page holds more characters than this, but for one long comment alone: the cursor leads to the rest. */
const charactersAtMost = 160 * 1024;

/** How many of these fit on a page; at least one. */
export function fitting(items: readonly string[]): number {
  let size = 0;
  const over = items.findIndex((item) => (size += item.length) > charactersAtMost);
  return over < 0 ? items.length : Math.max(over, 1);
}

const farthest = Number.MAX_SAFE_INTEGER;
const lists = {
  newest: {statement: newest, column: 'created_at', start: [farthest, farthest]},
  oldest: {statement: oldest, column: 'created_at', start: [-1, -1]},
  'most-supported': {statement: mostSupported, column: 'supports', start: [farthest, farthest]},
} as const;

const topList = ({space, threadId}: ThreadPlace, sort: Sort) => [space, threadId, sort];
const replyList = ({space, threadId}: ThreadPlace, parent: string) => [space, threadId, 'replies', parent];

export const emptyPage = pageJson([], null);

/** The replies shown with each of the comments, by the `seq` of the comment. */
function* repliesOf(place: ThreadPlace, tops: readonly ListedRow[]): Act<Map<number, ListedRow[]>> {
  const answered = tops.filter((top) => top.listed_children > 0).map((top) => top.seq);
  const rows = yield* firstReplies(answered, {thread: place.thread});
  const grouped = new Map<number, ListedRow[]>();
  for (const row of rows) {
    const group = grouped.get(row.root);
    if (group) group.push(row);
    else grouped.set(row.root, [row]);
  }
  return grouped;
}

function repliesJson(place: ThreadPlace, parent: string, rows: readonly ListedRow[], limit: number): string {
  const items = rows.slice(0, limit).map((row) => commentJson(row, 'null'));
  const count = fitting(items);
  const last = rows.length > count ? rows[count - 1] : undefined;
  return pageJson(items.slice(0, count), last ? cursorOf(replyList(place, parent), [last.id]) : null);
}

/** Top-level comments as JSON, each with its first replies. */
export function* withReplies(place: ThreadPlace, tops: readonly ListedRow[]): Act<string[]> {
  const replies = yield* repliesOf(place, tops);
  return tops.map((top) => {
    const mine = replies.get(top.seq);
    return commentJson(top, mine ? repliesJson(place, top.id, mine, firstRepliesShown) : emptyPage);
  });
}

/** Where the comment stands that a cursor names. */
export function* cursorPlace({thread}: ThreadPlace, id: string): Act<Place> {
  const found = yield* placeOf.first({thread, id});
  if (!found) throw invalidCursor();
  return found;
}

const afterLast = [0, ''] as const;

/** Where a list goes on: the value it is ordered by, and the place of the last comment shown. */
function* goOn(place: ThreadPlace, sort: Sort, cursor: string | undefined): Act<{value: number; seq: number}> {
  if (cursor === undefined) {
    const [value, seq] = lists[sort].start;
    return {value, seq};
  }
  const [value, id] = positionOf(cursor, topList(place, sort), afterLast);
  return {value, seq: (yield* cursorPlace(place, id)).seq};
}

export function* topPage(place: ThreadPlace, sort: Sort, limit: number, cursor: string | undefined): Act<string> {
  const {statement, column} = lists[sort];
  const {value, seq} = yield* goOn(place, sort, cursor);
  const rows = yield* statement.all({thread: place.thread, value, seq, limit: limit + 1});
  const items = yield* withReplies(place, rows.slice(0, limit));
  const count = fitting(items);
  const last = rows.length > count ? rows[count - 1] : undefined;
  const next = last ? cursorOf(topList(place, sort), [last[column], last.id]) : null;
  return pageJson(items.slice(0, count), next);
}

export function* replyPage(place: ThreadPlace, parent: {id: string; seq: number}, limit: number, cursor: string | undefined): Act<string> {
  const path = cursor === undefined ? '' : (yield* cursorPlace(place, positionOf(cursor, replyList(place, parent.id), [''] as const)[0])).path;
  const rows = yield* repliesAfter.all({thread: place.thread, root: parent.seq, path, limit: limit + 1});
  return repliesJson(place, parent.id, rows, limit);
}

export function* pinnedComments(place: ThreadPlace): Act<string[]> {
  return yield* withReplies(place, yield* pinned.all({thread: place.thread}));
}

/** One comment as JSON, with its first replies where it is top-level. */
export function* oneComment(place: ThreadPlace, row: ListedRow): Act<string> {
  if (row.root) return commentJson(row, 'null');
  const [json] = yield* withReplies(place, [row]);
  return json ?? '';
}
