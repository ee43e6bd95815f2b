import {emptyPage, replyPage, topPage} from '../acts/comment-pages.ts';
import {checkThreadId, readThread, threadVersion} from '../acts/threads.ts';
import {Refusal} from '../domain/refusal.ts';
import {findComment} from '../store/comments.ts';
import type {PublicRead} from './operation.ts';

export const listComments: PublicRead<'listComments'> = {
  kind: 'public',
  version: ({space, query}) => threadVersion(space, query.thread),
  *answer({space, query: {thread: id, sort = 'newest', limit = 20, cursor, parent}}) {
    checkThreadId(space, id, 'thread');
    const row = yield* readThread(space, id);
    const place = {space: space.id, threadId: id, thread: row?.key ?? 0};
    if (parent !== undefined) {
      const top = yield* findComment.first({space: space.id, id: parent});
      if (!row || !top?.listed || top.thread !== row.key || top.root) throw new Refusal('not-found');
      return {json: yield* replyPage(place, top, limit, cursor)};
    }
    // Also where nobody has written yet: a cursor of another list is refused, not ignored.
    if (!row && cursor === undefined) return {json: emptyPage};
    return {json: yield* topPage(place, sort, limit, cursor)};
  },
};
