import {cursorPlace, fitting, withReplies} from '../acts/comment-pages.ts';
import type {ThreadPlace} from '../acts/comment-pages.ts';
import {checkThreadId, readThread} from '../acts/threads.ts';
import {editableUntil} from '../domain/comment.ts';
import type {CommentState} from '../domain/comment.ts';
import {cursorOf, invalidCursor, positionOf} from '../domain/cursor.ts';
import {commentJson, myCommentJson} from '../replies/comment-json.ts';
import type {Act} from '../store/act.ts';
import {mine, mySupports} from '../store/comment-lists.ts';
import type {ListedRow} from '../store/comment-lists.ts';
import type {PersonalRead} from './operation.ts';

const supportsAtMost = 100;
const farthest = Number.MAX_SAFE_INTEGER;
/** Both lists go on from one cursor: my next comment behind the last by its id, the next support by its instant and comment. */
const start = ['', farthest, ''] as const;

function* commentsJson(place: ThreadPlace, rows: readonly (ListedRow & {source: string})[], now: number): Act<string[]> {
  const tops = rows.filter((row) => !row.root);
  const topJson = yield* withReplies(place, tops);
  return rows.map((row) => {
    const json = row.root ? commentJson(row, 'null') : topJson[tops.indexOf(row)] ?? '';
    return myCommentJson(json, row.source, editableUntil(row.state as CommentState, row.created_at, now));
  });
}

function* seatOf(place: ThreadPlace, person: string, last: string): Act<number> {
  if (!last) return farthest;
  const {seq, author} = yield* cursorPlace(place, last);
  if (author !== person) throw invalidCursor();
  return seq;
}

export const listMine: PersonalRead<'listMine'> = {
  kind: 'personal',
  prepare: ({space, person, now, query: {thread: id, limit = 20, cursor}}) => function* act() {
    checkThreadId(space, id, 'thread');
    const list = [space.id, id, 'mine', person.key];
    const [mineBefore, before, support] = cursor === undefined ? start : positionOf(cursor, list, start);
    const thread = (yield* readThread(space, id))?.key ?? 0;
    const place = {space: space.id, threadId: id, thread};
    const seq = yield* seatOf(place, person.key, mineBefore);
    const rows = yield* mine.all({thread, author: person.key, seq, limit: limit + 1});
    const supports = yield* mySupports.all({thread, person: person.key, before, comment: support, limit: supportsAtMost + 1});
    const every = yield* commentsJson(place, rows.slice(0, limit), now);
    const items = every.slice(0, fitting(every));
    const supported = supports.slice(0, supportsAtMost);
    const more = rows.length > items.length || supports.length > supportsAtMost;
    const last = supported.at(-1);
    const next = more
      ? cursorOf(list, [rows[items.length - 1]?.id ?? mineBefore, last?.created_at ?? before, last?.comment ?? support])
      : null;
    return `{"items":[${items.join(',')}],"supports":${JSON.stringify(supported.map(({comment}) => comment))},"nextCursor":${JSON.stringify(next)}}`;
  },
};
