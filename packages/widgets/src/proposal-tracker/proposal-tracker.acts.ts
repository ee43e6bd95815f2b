/** What the tracker reads of the API for its list. Knows no element. */
import {unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {set} from './proposal-tracker.model.ts';
import type {Counts, Filters, ProposalPage, Sort} from './proposal-tracker.model.ts';

type Asked = {decision?: Schema<'DecisionState'>; progress?: Schema<'ProgressState'>};

/** One page; `sort` is left to the server where a search is to be ordered by how well each fits. */
export const readPage = (client: Client, filters: Filters, sort: Sort | '', limit: number, cursor?: string | null): Promise<ProposalPage> =>
  unwrap(client.open.GET('/proposals', {params: {query: {...set(filters) as Asked, ...(sort && {sort}), limit, ...(cursor && {cursor})}}}));

/** As many pages in a row as there were. */
export async function readPages(client: Client, filters: Filters, sort: Sort | '', limit: number, count: number): Promise<ProposalPage[]> {
  const pages = [await readPage(client, filters, sort, limit)];
  for (let cursor = pages[0]?.nextCursor; cursor && pages.length < count; cursor = pages.at(-1)?.nextCursor) {
    pages.push(await readPage(client, filters, sort, limit, cursor));
  }
  return pages;
}

export const readCounts = (client: Client, filters: Filters): Promise<Counts> =>
  unwrap(client.open.GET('/proposals/counts', {params: {query: set(filters) as Asked}}));
