import type {Schema} from '@shurkum/contract';
import {touchProposals} from '../acts/proposal-search.ts';
import {supportable, tellThreshold} from '../acts/proposals.ts';
import {addSupport, countSupports} from '../store/proposals.ts';
import type {Write} from './operation.ts';

export const supportProposal: Write<'supportProposal'> = {
  kind: 'write',
  prepare: ({services, space, person, path}) => ({
    *act(now) {
      const {key, supports} = yield* supportable(space, path.reference, person);
      const added = yield* addSupport.first({proposal: key, person: person.key, now});
      const counted = added && (yield* countSupports.first({key, change: 1}));
      if (counted) {
        yield* touchProposals(counted.space, counted.reference);
        yield* tellThreshold(services, counted, now);
      }
      const support: Schema<'Support'> = {supported: true, supports: counted?.supports ?? supports};
      return {status: 200, json: JSON.stringify(support)};
    },
  }),
};
