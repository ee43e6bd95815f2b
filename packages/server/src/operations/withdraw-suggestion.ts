import {isWithdrawable, mySuggestion} from '../acts/my-suggestion.ts';
import {changeProposal} from '../acts/proposal-changes.ts';
import {referenceIn} from '../acts/proposals.ts';
import {Refusal} from '../domain/refusal.ts';
import {isEmpty} from '../domain/text.ts';
import {takeProposal} from '../store/proposals.ts';
import type {Write} from './operation.ts';

export const withdrawSuggestion: Write<'withdrawSuggestion'> = {
  kind: 'write',
  prepare: ({services, space, person, body: {reference, reason}}) => ({
    *act(now) {
      const row = yield* takeProposal.first({space: space.id, reference: referenceIn(reference)});
      if (row?.author !== person.key) throw new Refusal('not-found');
      if (!isWithdrawable(row)) throw new Refusal('not-withdrawable');
      const content = reason === undefined || isEmpty(reason) ? {} : {text: reason};
      const withdrawn = yield* changeProposal(services, row, {
        change: {visibility: 'withdrawn', reason: null}, updates: [{kind: 'withdrawn', public: true, content}], now,
      });
      return {status: 201, json: yield* mySuggestion(space, withdrawn, now)};
    },
  }),
};
