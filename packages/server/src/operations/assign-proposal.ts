import {checkInHand} from '../domain/decision.ts';
import {agencyIn, changeOfSuggestion} from '../staff/change-suggestion.ts';
import type {StaffWrite} from './operation.ts';

export const assignProposal: StaffWrite<'assignProposal'> = {
  kind: 'staff-write',
  prepare: (asked) => changeOfSuggestion(asked, 'assigned', (row) => {
    const {agencyId, official = null} = asked.body;
    checkInHand(row);
    const agency = agencyIn(asked.space, agencyId);
    // Which official it is concerns officials alone; to everybody else nothing has happened.
    const told = row.agency === agencyId ? [] : [{kind: 'assigned', public: true, content: {agency}} as const];
    if (!told.length && row.assigned_to === official) return undefined;
    return {change: {agency: agencyId, assigned_to: official}, updates: told};
  }),
};
