/** What is asked of the API for one proposal, for my own, and for all outcomes. Knows no element. */
import {newKey, unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';

const on = (reference: string, key = newKey()) => ({path: {reference}, header: {'Idempotency-Key': key}});

export const readProposal = (client: Client, reference: string): Promise<Schema<'ProposalView'>> =>
  unwrap(client.open.GET('/proposals/{reference}', {params: {path: {reference}}}));
export const readUpdates = (client: Client, reference: string, cursor: string): Promise<Schema<'UpdatePage'>> =>
  unwrap(client.open.GET('/proposals/{reference}/updates', {params: {path: {reference}, query: {cursor}}}));
/** How I stand to a proposal; nothing is asked for somebody who has not acted yet. */
export const readMine = async (client: Client, reference: string): Promise<Schema<'MyProposals'> | null> =>
  (await client.known() ? unwrap(client.own.GET('/proposals/mine', {params: {query: {reference: [reference]}}})) : null);

export const support = (client: Client, reference: string, supported: boolean, key: string): Promise<Schema<'Support'>> => unwrap(supported
  ? client.own.PUT('/proposals/{reference}/support', {params: on(reference, key)})
  : client.own.DELETE('/proposals/{reference}/support', {params: on(reference, key)}));
export const follow = (client: Client, reference: string, body: Schema<'NewFollower'>, key: string): Promise<Schema<'FollowState'>> =>
  unwrap(client.own.POST('/proposals/{reference}/followers', {params: on(reference, key), body}));

export const report = (client: Client, reference: string, body: Schema<'NewReport'>, key: string): Promise<Schema<'Report'>> =>
  unwrap(client.own.POST('/proposals/{reference}/reports', {params: on(reference, key), body}));

export const lookUp = (client: Client, body: Schema<'Lookup'>): Promise<Schema<'TrackedSuggestion'>> =>
  unwrap(client.own.POST('/suggestions/lookup', {params: {}, body}));
export const readMySuggestions = async (client: Client, cursor?: string): Promise<Schema<'MySuggestions'> | null> =>
  (await client.known() ? unwrap(client.own.GET('/suggestions/mine', {params: {query: cursor ? {cursor} : {}}})) : null);
export const withdraw = (client: Client, body: Schema<'NewWithdrawal'>, key: string): Promise<Schema<'MySuggestion'>> =>
  unwrap(client.own.POST('/suggestions/withdrawals', {params: {header: {'Idempotency-Key': key}}, body}));

export const readOutcomes = (client: Client, category: string, agency: string, limit: number, cursor?: string): Promise<Schema<'Outcomes'>> =>
  unwrap(client.open.GET('/outcomes', {params: {query: {...(category && {category}), ...(agency && {agency}), limit, ...(cursor && {cursor})}}}));
