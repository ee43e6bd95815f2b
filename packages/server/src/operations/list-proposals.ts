import {listVersion, proposalPage} from '../acts/proposal-pages.ts';
import {nextMidnight} from '../domain/working-days.ts';
import type {PublicRead} from './operation.ts';

export const listProposals: PublicRead<'listProposals'> = {
  kind: 'public',
  version: ({space, now, query}) => listVersion(space, now, query.q),
  *answer({space, now, query: {q, sort, cursor, limit = 20, ...filters}}) {
    const page = yield* proposalPage(space, {q, filters, order: sort ?? (q === undefined ? 'newest' : undefined), cursor, limit}, now);
    const {display, languages} = space;
    return {json: `${page.slice(0, -1)},${JSON.stringify({display, languages}).slice(1)}`, stampNow: true, until: nextMidnight(now, display.timeZone)};
  },
};
