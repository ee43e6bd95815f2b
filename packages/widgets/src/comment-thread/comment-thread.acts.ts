/** What the thread reads of the API. Knows no element. */
import {unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import type {CommentPage, Further, ThreadView} from './comment-thread.model.ts';

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
