import {referenceIn} from '../acts/proposals.ts';
import {Refusal} from '../domain/refusal.ts';
import {staffView} from '../staff/change-suggestion.ts';
import {findProposal} from '../store/proposals.ts';
import type {StaffRead} from './operation.ts';

export const getSuggestion: StaffRead<'getSuggestion'> = {
  kind: 'staff-read',
  *answer({space, now, path}) {
    const row = yield* findProposal.first({space: space.id, reference: referenceIn(path.reference)});
    if (!row) throw new Refusal('not-found');
    return yield* staffView(space, row, now);
  },
};
