import {contractVersion} from '@shurkum/contract/operations';
import type {Schema} from '@shurkum/contract';
import type {Services} from '../services.ts';
import type {PublicRead} from './operation.ts';

const features = ['comments', 'polls', 'suggestions', 'attachments', 'followers', 'watch'];

/** What this server does; a client sends nothing that is not declared. */
const featuresOf = ({files}: Services) => features.filter((name) => name !== 'attachments' || files !== undefined);

export const getSpace: PublicRead<'getSpace'> = {
  kind: 'public',
  *answer({services, space: {id, name, languages, guests, display, agencies, categories, proposalUrl}}) {
    const answer: Schema<'Space'> = {
      id, name, languages: [...languages], contractVersion, features: featuresOf(services), guests, display,
      ...(agencies && {agencies: [...agencies]}), ...(categories && {categories: [...categories]}), ...(proposalUrl && {proposalUrl}),
    };
    return {json: JSON.stringify(answer)};
  },
};
