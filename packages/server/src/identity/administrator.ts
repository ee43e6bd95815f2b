/**
 * The administrator's key: until officials sign in by themselves, whoever holds it acts for all of them. It comes from the
 * server's environment and is never stored or logged; one that could be guessed is refused before the server starts.
 */
import {keyedId, randomId, sameText} from './keys.ts';
import type {Hmac} from './keys.ts';

const leastLength = 32;
const leastVariety = 8;
const spoken = /change.?me|example|sample|placeholder|password|passw0rd|secret|administrator|default|replace|insert|your.?key|qwerty|shurkum/i;

/** Made of one piece, again and again. */
const repeats = (key: string): boolean => (key + key).indexOf(key, 1) < key.length;

/** Mostly characters that follow each other: `aaaa…`, `0123…`, `zyxw…`. */
function isRow(key: string): boolean {
  let steps = 0;
  for (let at = 1; at < key.length; at += 1) if (Math.abs(key.charCodeAt(at) - key.charCodeAt(at - 1)) <= 1) steps += 1;
  return steps * 3 > key.length * 2;
}

/** Why a key must not be used, as the end of a sentence that begins with its name; undefined where it may. */
export function weaknessOf(key: string): string | undefined {
  if (key.length < leastLength) return `must have at least ${leastLength} characters`;
  if (!/^[A-Za-z0-9._~+/=-]{1,4096}$/.test(key)) return 'may hold only letters, digits and . _ ~ + / = -';
  if (spoken.test(key)) return 'is an example or made of words that anybody would try';
  if (new Set(key).size < leastVariety || repeats(key) || isRow(key)) return 'repeats itself and could be guessed';
  return undefined;
}

/** Whether a credential is the administrator's key. Takes the same time whatever it is: digests are compared, under a secret of this process. */
export type Administrator = (credential: string) => Promise<boolean>;

/** Without a key, nobody is the administrator. @throws where the key could be guessed. */
export function administrator(hmac: Hmac, key: string | undefined): Administrator {
  const weakness = key === undefined ? undefined : weaknessOf(key);
  if (weakness) throw new Error(`The administrator's key ${weakness}.`);
  const secret = randomId(32);
  const own = key === undefined ? undefined : Promise.resolve(keyedId(hmac, secret, key));
  return async (credential) => {
    const given = await keyedId(hmac, secret, credential);
    return own !== undefined && sameText(given, await own);
  };
}
