import type {Schema} from '@shurkum/contract';
import {checkThere, checkThreadId} from '../acts/threads.ts';
import {Refusal} from '../domain/refusal.ts';
import {threadCounts} from '../store/threads.ts';
import type {PublicRead} from './operation.ts';

const bytesAtMost = 4096;
const encoder = new TextEncoder();

/** Ids that are asked for together share one request line, which servers and caches on the way bound. */
export function checkTogether(ids: readonly string[]): void {
  const bytes = ids.reduce((sum, id) => sum + encoder.encode(id).byteLength, 0);
  if (bytes > bytesAtMost) throw new Refusal('invalid-parameter', [{pointer: 'thread', code: 'maxBytes', limit: bytesAtMost}]);
}

export const countComments: PublicRead<'countComments'> = {
  kind: 'public',
  *answer({space, query}) {
    checkTogether(query.thread);
    query.thread.forEach((id) => { checkThreadId(space, id, 'thread'); });
    yield* checkThere(space, query.thread);
    const rows = yield* threadCounts(query.thread, {space: space.id});
    const published = new Map(rows.map((row) => [row.id, row.published]));
    const answer: Schema<'CommentCounts'> = {
      counts: query.thread.map((threadId) => ({threadId, commentCount: published.get(threadId) ?? 0})),
      display: space.display,
    };
    return {json: JSON.stringify(answer)};
  },
};
