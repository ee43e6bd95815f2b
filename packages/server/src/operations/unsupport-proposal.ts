import type {Schema} from '@shurkum/contract';
import {touchProposals} from '../acts/proposal-search.ts';
import {supportable} from '../acts/proposals.ts';
import {countSupports, removeSupport} from '../store/proposals.ts';
import type {Write} from './operation.ts';

export const unsupportProposal: Write<'unsupportProposal'> = {
  kind: 'write',
  prepare: ({space, person, path}) => ({
    *act() {
      const {key, supports} = yield* supportable(space, path.reference, person);
      const removed = yield* removeSupport.first({proposal: key, person: person.key});
      const counted = removed && (yield* countSupports.first({key, change: -1}));
      if (counted) yield* touchProposals(counted.space, counted.reference);
      const support: Schema<'Support'> = {supported: false, supports: counted?.supports ?? supports};
      return {status: 200, json: JSON.stringify(support)};
    },
  }),
};
