/** What the later steps ask of the API. Knows no element. */
import {newKey, unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import type {NewSuggestion} from './answers.model.ts';
import type {Receipt} from '../suggestion-form.model.ts';

export type Similar = Schema<'SimilarProposals'>['items'][number];

export const send = (client: Client, formId: string, body: NewSuggestion, key: string): Promise<Receipt> =>
  unwrap(client.own.POST('/forms/{formId}/suggestions', {params: {path: {formId}, header: {'Idempotency-Key': key}}, body}));

export const similar = async (client: Client, q: string): Promise<readonly Similar[]> =>
  (await unwrap(client.open.GET('/proposals/similar', {params: {query: {q}}}))).items;

/** Where proposals of this space are read; null where the space does not say, or does not answer. */
export const addressOf = async (client: Client, reference: string): Promise<string | null> =>
  unwrap(client.open.GET('/space', {})).then(({proposalUrl}) => {
    const url = proposalUrl?.replaceAll('{reference}', reference) ?? '';
    return /^https?:\/\//.test(url) ? url : null;
  }, () => null);

/** Every list and every page that shows it reads again. */
export function told(client: Client, reference: string): void {
  client.changed('proposals');
  client.changed(`proposal:${reference}`);
}

export const support = (client: Client, reference: string, key = newKey()): Promise<Schema<'Support'>> =>
  unwrap(client.own.PUT('/proposals/{reference}/support', {params: {path: {reference}, header: {'Idempotency-Key': key}}}));
