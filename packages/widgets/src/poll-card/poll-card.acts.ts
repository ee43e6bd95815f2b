/** Casting a ballot, and keeping what was chosen until it is cast: in this tab only, under the API and the poll. Comes once the card stands. */
import {unwrap} from '@shurkum/client';
import type {Client} from '@shurkum/client';
import type {Answer, BallotView, Choices} from './poll-card.model.ts';

/** `key` is the act's own: sent again after a reload, the server gives the first answer again. */
export type Kept = {choices: Choices; key: string};

export const cast = (client: Client, pollId: string, answers: Answer[], key: string): Promise<BallotView> =>
  unwrap(client.own.PUT('/polls/{pollId}/ballot', {params: {path: {pollId}, header: {'Idempotency-Key': key}}, body: {answers}}));

/** `JSON` keeps ids apart that a plain separator would let run together. */
const place = ({api}: Client, pollId: string) => `shurkum:choices:${JSON.stringify([api, pollId])}`;

/** What was chosen before a reload; nothing where storage is switched off. */
export function kept(client: Client, pollId: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(client, pollId)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Keeps the choices; without any, forgets them. Storage may be full or switched off: then they live as long as the page. */
export function keep(client: Client, pollId: string, choices?: Kept): void {
  try {
    if (choices) sessionStorage.setItem(place(client, pollId), JSON.stringify(choices));
    else sessionStorage.removeItem(place(client, pollId));
  } catch { /* They stay on the card. */ }
}
