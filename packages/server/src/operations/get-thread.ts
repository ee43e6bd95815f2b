import {emptyPage, pinnedComments, topPage} from '../acts/comment-pages.ts';
import {checkThreadId, policyOf, readThread, stateOf, threadVersion} from '../acts/threads.ts';
import type {PublicRead} from './operation.ts';

export const getThread: PublicRead<'getThread'> = {
  kind: 'public',
  version: ({space, query}) => threadVersion(space, query.id),
  *answer({space, query: {id, sort = 'newest', limit = 20}}) {
    checkThreadId(space, id, 'id');
    const row = yield* readThread(space, id);
    const place = {space: space.id, threadId: id, thread: row?.key ?? 0};
    const pinned = row ? yield* pinnedComments(place) : [];
    const comments = row ? yield* topPage(place, sort, limit, undefined) : emptyPage;
    const thread = JSON.stringify({
      id, state: stateOf(space, row), guests: space.guests, commentCount: row?.published ?? 0, sequence: row?.sequence ?? 0,
      policy: policyOf(space, row),
    });
    return {json: `{"thread":${thread.slice(0, -1)},"pinned":[${pinned.join(',')}]},`
      + `"display":${JSON.stringify(space.display)},"languages":${JSON.stringify(space.languages)},"comments":${comments}}`};
  },
};
