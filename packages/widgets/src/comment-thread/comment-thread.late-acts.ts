/** What is asked of the API only for somebody who takes part; comes once the discussion stands. */
import {newKey, unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {pageTitleMaxLength, urlMaxLength} from '@shurkum/contract/limits';
import {nextPage} from './comment-thread.acts.ts';
import type {More, Place} from './comment-thread.acts.ts';
import {written} from './written.model.ts';
import type {CommentPage, Further, MyComment, MyComments, ThreadView} from './comment-thread.model.ts';

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
  const title = written(document.title).trim().slice(0, pageTitleMaxLength);
  return {
    threadId, text: written(text), ...(parentId ? {parentId} : {}), ...(name.trim() ? {name: written(name).trim()} : {}),
    ...(/^https?:/.test(url) && url.length <= urlMaxLength ? {page: {url, ...(title ? {title} : {})}} : {}),
  };
}

/** As many pages as there were, from where the first one now ends. */
async function pagesAgain(client: Client, count: number, more: Omit<More, 'cursor'>, from: string | null | undefined): Promise<CommentPage[]> {
  const pages: CommentPage[] = [];
  for (let cursor = from; cursor && pages.length < count; cursor = pages.at(-1)?.nextCursor) {
    pages.push(await nextPage(client, {...more, cursor}));
  }
  return pages;
}

/** Reads again what had been read behind the first page, so that an act of the reader's own moves nothing under them. */
export async function readAgain(client: Client, view: ThreadView, before: Further, place: Place): Promise<Further> {
  const pages = await pagesAgain(client, before.pages.length, {...place, parent: undefined}, view.comments.nextCursor);
  const tops = [...view.thread.pinned, ...[view.comments, ...pages].flatMap(({items}) => items)];
  const replies = await Promise.all([...before.replies].map(async ([parent, {length}]) =>
    [parent, await pagesAgain(client, length, {...place, parent}, tops.find(({id}) => id === parent)?.replies?.nextCursor)] as const));
  return {pages, replies: new Map(replies)};
}

const onComment = (commentId: string, key = newKey()) => ({path: {commentId}, header: {'Idempotency-Key': key}});

export const support = (client: Client, commentId: string, on: boolean) => {
  const params = onComment(commentId);
  return () => unwrap(on ? client.own.PUT('/comments/{commentId}/support', {params}) : client.own.DELETE('/comments/{commentId}/support', {params}));
};
export const edit = (client: Client, commentId: string, text: string, key: string) => () =>
  unwrap(client.own.PATCH('/comments/{commentId}', {params: onComment(commentId, key), body: {text: written(text)}}));
export const withdraw = (client: Client, commentId: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.DELETE('/comments/{commentId}', {params}));
};
export const report = (client: Client, commentId: string, reason: Schema<'ReportReason'>, note: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.POST('/comments/{commentId}/reports', {params, body: {reason, ...(note ? {note: written(note)} : {})}}));
};
