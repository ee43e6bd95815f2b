/** What is asked of the API only once somebody has begun to take part; comes when it is needed. */
import {unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {nextPage, onComment} from './comment-thread.acts.ts';
import type {More, Place} from './comment-thread.acts.ts';
import type {CommentPage, Further, ThreadView} from './comment-thread.model.ts';

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

export const edit = (client: Client, commentId: string, text: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.PATCH('/comments/{commentId}', {params, body: {text}}));
};
export const withdraw = (client: Client, commentId: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.DELETE('/comments/{commentId}', {params}));
};
export const report = (client: Client, commentId: string, reason: Schema<'ReportReason'>, note: string) => {
  const params = onComment(commentId);
  return () => unwrap(client.own.POST('/comments/{commentId}/reports', {params, body: {reason, ...(note ? {note} : {})}}));
};
