/** Pages of comments as JSON: top-level ones with their first replies, and what stands under one of them. */
import type {Schema} from '@shurkum/contract';
import {cursorOf, positionOf} from '../domain/cursor.ts';
import {commentJson, pageJson} from '../replies/comment-json.ts';
import type {Act} from '../store/act.ts';
import {firstReplies, firstRepliesShown, mostSupported, newest, oldest, pinned, repliesAfter} from '../store/comment-lists.ts';
import type {ListedRow} from '../store/comment-lists.ts';

export type Sort = Schema<'Sort'>;
export type ThreadPlace = {space: string; threadId: string; thread: number};

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
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return pageJson(shown.map((row) => commentJson(row, 'null')), last ? cursorOf(replyList(place, parent), [last.path]) : null);
}

/** Top-level comments as JSON, each with its first replies. */
export function* withReplies(place: ThreadPlace, tops: readonly ListedRow[]): Act<string[]> {
  const replies = yield* repliesOf(place, tops);
  return tops.map((top) => {
    const mine = replies.get(top.seq);
    return commentJson(top, mine ? repliesJson(place, top.id, mine, firstRepliesShown) : emptyPage);
  });
}

export function* topPage(place: ThreadPlace, sort: Sort, limit: number, cursor: string | undefined): Act<string> {
  const {statement, column, start} = lists[sort];
  const [value, seq] = cursor === undefined ? start : positionOf(cursor, topList(place, sort), start);
  const rows = yield* statement.all({thread: place.thread, value, seq, limit: limit + 1});
  const shown = rows.length > limit ? rows.slice(0, limit) : rows;
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last ? cursorOf(topList(place, sort), [last[column], last.seq]) : null;
  return pageJson(yield* withReplies(place, shown), next);
}

export function* replyPage(place: ThreadPlace, parent: {id: string; seq: number}, limit: number, cursor: string | undefined): Act<string> {
  const [path] = cursor === undefined ? [''] : positionOf(cursor, replyList(place, parent.id), [''] as const);
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
