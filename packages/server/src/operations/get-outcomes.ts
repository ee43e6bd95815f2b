import {outcomeNumbers} from '../acts/proposal-facets.ts';
import {listVersion, proposalPage} from '../acts/proposal-pages.ts';
import {nextMidnight} from '../domain/working-days.ts';
import type {PublicRead} from './operation.ts';

export const getOutcomes: PublicRead<'getOutcomes'> = {
  kind: 'public',
  version: ({space, now}) => listVersion(space, now),
  *answer({space, now, query: {category, agency, cursor, limit = 20}}) {
    const numbers = JSON.stringify(yield* outcomeNumbers(space, {category, agency}));
    const changed = yield* proposalPage(space, {filters: {category, agency}, order: 'outcomes', cursor, limit}, now);
    const {display, languages} = space;
    const json = `${numbers.slice(0, -1)},"changed":${changed},${JSON.stringify({display, languages}).slice(1)}`;
    return {json, stampNow: true, until: nextMidnight(now, display.timeZone)};
  },
};
