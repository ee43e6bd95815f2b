import {withReplies} from '../acts/comment-pages.ts';
import type {ThreadPlace} from '../acts/comment-pages.ts';
import {checkThreadId, readThread} from '../acts/threads.ts';
import {editableUntil} from '../domain/comment.ts';
import type {CommentState} from '../domain/comment.ts';
import {cursorOf, positionOf} from '../domain/cursor.ts';
import {commentJson, myCommentJson} from '../replies/comment-json.ts';
import type {Act} from '../store/act.ts';
import {mine, mySupports} from '../store/comment-lists.ts';
import type {ListedRow} from '../store/comment-lists.ts';
import type {PersonalRead} from './operation.ts';

const supportsAtMost = 100;
const farthest = Number.MAX_SAFE_INTEGER;
/** Both lists go on from one cursor: the next comment by its seat, the next support by its instant and comment. */
const start = [farthest, farthest, ''] as const;

function* commentsJson(place: ThreadPlace, rows: readonly (ListedRow & {source: string})[], now: number): Act<string[]> {
  const tops = rows.filter((row) => !row.root);
  const topJson = yield* withReplies(place, tops);
  return rows.map((row) => {
    const json = row.root ? commentJson(row, 'null') : topJson[tops.indexOf(row)] ?? '';
    return myCommentJson(json, row.source, editableUntil(row.state as CommentState, row.created_at, now));
  });
}

export const listMine: PersonalRead<'listMine'> = {
  kind: 'personal',
  prepare: ({space, person, now, query: {thread: id, limit = 20, cursor}}) => function* act() {
    checkThreadId(space, id, 'thread');
    const list = [space.id, id, 'mine', person.key];
    const [seq, before, support] = cursor === undefined ? start : positionOf(cursor, list, start);
    const thread = (yield* readThread(space, id))?.key ?? 0;
    const rows = yield* mine.all({thread, author: person.key, seq, limit: limit + 1});
    const supports = yield* mySupports.all({thread, person: person.key, before, comment: support, limit: supportsAtMost + 1});
    const shown = rows.slice(0, limit);
    const supported = supports.slice(0, supportsAtMost);
    const more = rows.length > limit || supports.length > supportsAtMost;
    const last = supported.at(-1);
    const next = more
      ? cursorOf(list, [shown.at(-1)?.seq ?? seq, last?.created_at ?? before, last?.comment ?? support])
      : null;
    const items = yield* commentsJson({space: space.id, threadId: id, thread}, shown, now);
    return `{"items":[${items.join(',')}],"supports":${JSON.stringify(supported.map(({comment}) => comment))},"nextCursor":${JSON.stringify(next)}}`;
  },
};
