/** What every command works with: the database, the space, and the words it was given. */
import {parseArgs} from 'node:util';
import {createHmac} from 'node:crypto';
import type {Hmac} from '../identity/keys.ts';
import {randomId} from '../identity/keys.ts';
import {openStore} from '../node.ts';
import type {Services} from '../services.ts';
import {readSpace} from '../spaces.ts';
import type {Space} from '../spaces.ts';
import type {Store} from '../store/store.ts';
import {Refusal} from './refusal.ts';

export const hmac: Hmac = (secret, text) => createHmac('sha256', secret).update(text).digest();

export type Words = {positionals: string[]; values: Record<string, string | boolean | undefined>};
export type Options = Record<string, {type: 'string' | 'boolean'}>;

/** The words of a command, checked against what it takes. @throws Refusal naming the word that is not known. */
export function wordsOf(args: string[], options: Options, positionals: number, usage: string): Words {
  try {
    const words = parseArgs({args, options: {...options, space: {type: 'string'}}, allowPositionals: true});
    if (words.positionals.length !== positionals) throw new Error(`usage: shurkum ${usage}`);
    return words;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : `usage: shurkum ${usage}`);
  }
}

/** The text of an option that must be there. */
export function needed(words: Words, name: string, usage: string): string {
  const value = words.values[name];
  if (typeof value !== 'string' || !value) throw new Refusal(`--${name} is missing; usage: shurkum ${usage}`);
  return value;
}

export const optional = (words: Words, name: string): string | undefined => {
  const value = words.values[name];
  return typeof value === 'string' ? value : undefined;
};

export const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[], name: string): T => {
  const found = allowed.find((each) => each === (value ?? allowed[0]));
  if (!found) throw new Refusal(`--${name} is one of ${allowed.join(', ')}`);
  return found;
};

export const database = (): string => process.env['SHURKUM_DATABASE'] ?? 'data/shurkum.db';

export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(database());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export const servicesOf = (store: Store): Services =>
  ({store, clock: () => new Date(), newId: randomId, log: () => undefined, hmac});

export async function spaceOf(store: Store, words: Words): Promise<Space> {
  const id = optional(words, 'space') ?? 'default';
  const space = await readSpace(store, id);
  if (!space) throw new Refusal(`There is no space “${id}” in ${database().replace(/:\/\/.*@/, '://…@')}; make it with: shurkum create space FILE`);
  return space;
}
