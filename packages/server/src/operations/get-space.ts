import {contractVersion} from '@shurkum/contract/operations';
import type {Schema} from '@shurkum/contract';
import type {PublicRead} from './operation.ts';

export const getSpace: PublicRead<'getSpace'> = {
  kind: 'public',
  *answer({space: {id, name, languages, guests, display}}) {
    const answer: Schema<'Space'> = {
      id, name, languages: [...languages], contractVersion, features: ['comments', 'polls', 'watch'], guests, display,
    };
    return {json: JSON.stringify(answer)};
  },
};
