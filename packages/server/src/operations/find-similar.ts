import {similarTo} from '../acts/similar-proposals.ts';
import type {PublicRead} from './operation.ts';

export const findSimilar: PublicRead<'findSimilar'> = {
  kind: 'public',
  *answer({space, query: {q, limit = 5}}) {
    return {json: `{"items":[${(yield* similarTo(space, q, limit)).join(',')}]}`};
  },
};
