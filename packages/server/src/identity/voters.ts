/** The key of a voter in one poll: tells ballots of one person apart from others', and nobody who they are. */
import type {Person} from '../domain/person.ts';
import type {Space} from '../spaces.ts';
import {keyedId} from './keys.ts';
import type {Hmac} from './keys.ts';

export const voterKey = (hmac: Hmac, space: Space, pollId: string, person: Person): Promise<string> =>
  keyedId(hmac, space.voterSecret, `voter:${pollId}:${person.key}`);
