import {emptyPage} from '../acts/comment-pages.ts';
import {countedSeatIn, placeComment} from '../acts/place-comment.ts';
import {checkThere, checkThreadId, stateOf} from '../acts/threads.ts';
import {displayName, editableUntil} from '../domain/comment.ts';
import {Refusal} from '../domain/refusal.ts';
import {isEmpty} from '../domain/text.ts';
import {commentJson, myCommentJson} from '../replies/comment-json.ts';
import type {Space} from '../spaces.ts';
import type {AskedToWrite, Write} from './operation.ts';

type Page = AskedToWrite<'postComment'>['body']['page'];

/** The page's address is kept only where it is one of the space's own pages; another could be anything. */
function pageOf(space: Space, page: Page): {url: string | null; title: string | null} {
  const known = page && URL.canParse(page.url) && space.origins.includes(new URL(page.url).origin);
  return known ? {url: page.url, title: page.title ?? null} : {url: null, title: null};
}

export const postComment: Write<'postComment'> = {
  kind: 'write',
  prepare({services, space, person, body: {threadId, parentId, text, name, page}}) {
    checkThreadId(space, threadId, '/threadId');
    if (isEmpty(text)) throw new Refusal('empty-text', [{pointer: '/text', code: 'empty'}]);
    return {
      *act(now) {
        yield* checkThere(space, [threadId]);
        const thread = yield* countedSeatIn({space: space.id, threadId, page: pageOf(space, page), now}, space.threads.state);
        const state = stateOf(space, thread);
        if (state === 'closed') throw new Refusal('thread-closed');
        const held = state === 'pre-moderated';
        const row = yield* placeComment(space.id, thread, {
          id: services.newId(), author: person.key, name: person.name ?? displayName(name), text, parentId: parentId ?? null,
          state: held ? 'held' : 'published', reason: held ? 'pre-moderation' : null, now,
        });
        const json = commentJson(row, row.root ? 'null' : emptyPage);
        return {status: 201, json: myCommentJson(json, text, editableUntil(row.state as 'held', now, now))};
      },
    };
  },
};
