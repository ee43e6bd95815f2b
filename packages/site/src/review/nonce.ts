/**
 * Lets what was looked over be sent once: a signed ticket bound to exactly these words, for a limited time. It holds the
 * act's own key and the guest it belongs to, so that a page sent twice is the same act of the same person.
 */
import {createHmac, timingSafeEqual} from 'node:crypto';
import {randomId} from '@shurkum/server';
import type {Space} from '@shurkum/server';

export type Ticket = {key: string; guest: string; until: number};

const life = 2 * 60 * 60_000;

const signed = ({id, tokenSecret}: Space, form: string, ticket: string, content: string): Buffer =>
  createHmac('sha256', tokenSecret).update(JSON.stringify(['review', id, form, ticket, content])).digest();

/** A ticket for a content; an earlier one keeps its key and its guest. */
export function issue(space: Space, form: string, content: string, now: number, {key = randomId(), guest}: {key?: string; guest: string}): string {
  const ticket = Buffer.from(JSON.stringify({key, guest, until: now + life} satisfies Ticket)).toString('base64url');
  return `${ticket}.${signed(space, form, ticket, content).toString('base64url')}`;
}

/** The ticket, where this server signed it for exactly this content; null otherwise. It may have run out. */
export function open(space: Space, form: string, content: string, nonce: string): Ticket | null {
  const [ticket = '', mark = ''] = nonce.split('.');
  const [given, expected] = [Buffer.from(mark, 'base64url'), signed(space, form, ticket, content)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return JSON.parse(Buffer.from(ticket, 'base64url').toString()) as Ticket;
}
