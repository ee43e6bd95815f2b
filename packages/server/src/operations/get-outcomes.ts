import {outcomeNumbers} from '../acts/proposal-facets.ts';
import {listVersion, proposalPage} from '../acts/proposal-pages.ts';
import type {PublicRead} from './operation.ts';

export const getOutcomes: PublicRead<'getOutcomes'> = {
  kind: 'public',
  version: ({space}) => listVersion(space),
  *answer({space, query: {category, agency, cursor, limit = 20}}) {
    const numbers = JSON.stringify(yield* outcomeNumbers(space, {category, agency}));
    const changed = yield* proposalPage(space, {filters: {category, agency}, order: 'outcomes', cursor, limit});
    const {display, languages} = space;
    return {json: `${numbers.slice(0, -1)},"changed":${changed},${JSON.stringify({display, languages}).slice(1)}`, stampNow: true};
  },
};
