import {similarTo} from '../acts/similar-proposals.ts';
import {nextMidnight} from '../domain/working-days.ts';
import type {PublicRead} from './operation.ts';

export const findSimilar: PublicRead<'findSimilar'> = {
  kind: 'public',
  *answer({space, now, query: {q, limit = 5}}) {
    return {json: `{"items":[${(yield* similarTo(space, q, limit, now)).join(',')}]}`, until: nextMidnight(now, space.display.timeZone)};
  },
};
