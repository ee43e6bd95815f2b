/**
 * What a guest holds besides the reference: it opens their suggestion from anywhere. Made from a secret of the space and kept
 * nowhere. From the one that never rotates: what was written down on paper must open for years.
 */
import type {Space} from '../spaces.ts';
import {keyedId} from './keys.ts';
import type {Hmac} from './keys.ts';

export const trackingSecret = (hmac: Hmac, space: Space, reference: string): Promise<string> =>
  keyedId(hmac, space.voterSecret, `tracking:${space.id}:${reference}`);
