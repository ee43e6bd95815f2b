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

export const support = (client: Client, reference: string, key = newKey()): Promise<Schema<'Support'>> =>
  unwrap(client.own.PUT('/proposals/{reference}/support', {params: {path: {reference}, header: {'Idempotency-Key': key}}}));
