import type {Schema} from '@shurkum/contract';
import {Refusal} from '../domain/refusal.ts';
import {newGuestKey} from '../identity/guest-keys.ts';
import type {Free} from './operation.ts';

export const startGuest: Free<'startGuest'> = {
  kind: 'free',
  async answer({space, hmac}) {
    if (!space.guests) throw new Refusal('person-needed');
    const guest: Schema<'Guest'> = {key: await newGuestKey(hmac, space)};
    return {status: 201, json: JSON.stringify(guest)};
  },
};
