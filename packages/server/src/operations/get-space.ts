import {contractVersion} from '@shurkum/contract/operations';
import type {Schema} from '@shurkum/contract';
import type {PublicRead} from './operation.ts';

const features = ['comments', 'polls', 'suggestions', 'attachments', 'followers', 'watch'];

export const getSpace: PublicRead<'getSpace'> = {
  kind: 'public',
  *answer({space: {id, name, languages, guests, display, agencies, categories, proposalUrl}}) {
    const answer: Schema<'Space'> = {
      id, name, languages: [...languages], contractVersion, features, guests, display,
      ...(agencies && {agencies: [...agencies]}), ...(categories && {categories: [...categories]}), ...(proposalUrl && {proposalUrl}),
    };
    return {json: JSON.stringify(answer)};
  },
};
