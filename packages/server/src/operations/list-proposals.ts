import {listVersion, proposalPage} from '../acts/proposal-pages.ts';
import type {PublicRead} from './operation.ts';

export const listProposals: PublicRead<'listProposals'> = {
  kind: 'public',
  version: ({space, query}) => listVersion(space, query.q),
  *answer({space, query: {q, sort, cursor, limit = 20, ...filters}}) {
    const page = yield* proposalPage(space, {q, filters, order: sort ?? (q === undefined ? 'newest' : undefined), cursor, limit});
    const {display, languages} = space;
    return {json: `${page.slice(0, -1)},${JSON.stringify({display, languages}).slice(1)}`, stampNow: true};
  },
};
