import type {Schema} from '@shurkum/contract';
import {countedBy} from '../acts/proposal-facets.ts';
import {listVersion} from '../acts/proposal-pages.ts';
import type {PublicRead} from './operation.ts';

export const countProposals: PublicRead<'countProposals'> = {
  kind: 'public',
  version: ({space, now, query}) => listVersion(space, now, query.q),
  *answer({space, query: {q, ...chosen}}) {
    const counts: Schema<'ProposalCounts'> = yield* countedBy(space, q, chosen);
    return {json: JSON.stringify(counts)};
  },
};
