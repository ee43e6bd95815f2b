/**
 * A guest's device key: random bytes that the server signed. Nothing about it is stored; whoever holds it is that guest.
 * `g1.<16 random bytes>.<signature>`.
 */
import type {Person} from '../domain/person.ts';
import type {Space} from '../spaces.ts';
import type {Authenticator} from './authenticator.ts';
import {keyedId, randomId, sameText} from './keys.ts';
import type {Hmac} from './keys.ts';

const form = /^g1\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})$/;

const signature = (hmac: Hmac, space: Space, id: string) => keyedId(hmac, space.tokenSecret, `guest-key:${space.id}:${id}`);

export async function newGuestKey(hmac: Hmac, space: Space): Promise<string> {
  const id = randomId();
  return `g1.${id}.${await signature(hmac, space, id)}`;
}

/** A bounded memory of keys that were found good, so that a guest who keeps acting is not computed anew each time. */
function remembered(atMost: number, compute: (space: Space, credential: string) => Promise<Person | null>): typeof compute {
  const known = new Map<string, Person>();
  return async (space, credential) => {
    const place = `${space.tokenSecret} ${credential}`;
    const found = known.get(place);
    if (found) return found;
    const person = await compute(space, credential);
    if (known.size >= atMost) known.clear();
    if (person) known.set(place, person);
    return person;
  };
}

export const guestKeys = (hmac: Hmac): Authenticator => ({
  recognises: (credential) => credential.startsWith('g1.'),
  authenticate: remembered(4096, async (space, credential) => {
    const [, id, signed] = form.exec(credential) ?? [];
    if (!id || !signed) return null;
    const [expected, key] = await Promise.all([
      signature(hmac, space, id),
      // From the secret that never rotates: a guest stays the same person when signing keys change.
      keyedId(hmac, space.voterSecret, `person:guest:${id}`),
    ]);
    return sameText(signed, expected) ? {key, level: 'guest', name: null} : null;
  }),
});
