/** What the thread asks of the API, each with the key of its act. Knows no element. */
import {newKey, unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {pageTitleMaxLength, urlMaxLength} from '@shurkum/contract/limits';
import type {CommentPage, Further, MyComment, MyComments, ThreadView} from './comment-thread.model.ts';

export type Sort = Schema<'Sort'>;
export type Place = {thread: string; sort: Sort; limit: number};
/** The first page of a thread, and what was read behind it. */
export type Read = {view: ThreadView; further: Further};
/** `parent`: the next replies under it; without it, the next comments. */
export type More = Place & {cursor: string; parent: string | undefined};

export const firstPage = (client: Client, id: string, sort: Sort, limit: number): Promise<ThreadView> =>
  unwrap(client.open.GET('/thread', {params: {query: {id, sort, limit}}}));
export const nextPage = (client: Client, {sort, parent, ...more}: More): Promise<CommentPage> =>
  unwrap(client.open.GET('/comments', {params: {query: {...more, ...(parent ? {parent} : {sort})}}}));
export const none: Further = {pages: [], replies: new Map()};

/** Reads a thread from its beginning; `before` is how far a reader had read who stays where they are. */
export async function read(client: Client, place: Place, before: Further | null): Promise<Read> {
  const view = await firstPage(client, place.thread, place.sort, place.limit);
  const further = before && before.pages.length + before.replies.size
    ? await (await import('./comment-thread.late-acts.ts')).readAgain(client, view, before, place) : none;
  return {view, further};
}

export const post = (client: Client, body: Schema<'NewComment'>, key: string): Promise<MyComment> =>
  unwrap(client.own.POST('/comments', {params: {header: {'Idempotency-Key': key}}, body}));

/** Pages of my own comments that are read at most; older ones are on their public pages anyway. */
const most = 5;

/** Mine in this thread, and what I support there. */
export async function allMine(client: Client, thread: string): Promise<MyComments> {
  const all: MyComments = {items: [], supports: [], nextCursor: null};
  for (let turn = 0; turn < most; turn++) {
    const query = {thread, limit: 100, ...(all.nextCursor ? {cursor: all.nextCursor} : {})};
    const page = await unwrap(client.own.GET('/comments/mine', {params: {query}}));
    all.items.push(...page.items);
    all.supports.push(...page.supports);
    all.nextCursor = page.nextCursor;
    if (!page.nextCursor) break;
  }
  return all;
}

/** The page's address and title go along, so that moderators see where it was said. */
export function newComment(threadId: string, parentId: string | null, text: string, name: string): Schema<'NewComment'> {
  const url = location.href.replace(/#.*/s, '');
  const title = document.title.trim().slice(0, pageTitleMaxLength);
  return {
    threadId, text, ...(parentId ? {parentId} : {}), ...(name.trim() ? {name: name.trim()} : {}),
    ...(/^https?:/.test(url) && url.length <= urlMaxLength ? {page: {url, ...(title ? {title} : {})}} : {}),
  };
}

export const onComment = (commentId: string) => ({path: {commentId}, header: {'Idempotency-Key': newKey()}});

export const support = (client: Client, commentId: string, on: boolean) => {
  const params = onComment(commentId);
  return () => unwrap(on ? client.own.PUT('/comments/{commentId}/support', {params}) : client.own.DELETE('/comments/{commentId}/support', {params}));
};
