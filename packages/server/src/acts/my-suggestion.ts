/** A suggestion as the one who sent it sees it. */
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import type {ProposalRow} from '../store/proposals.ts';
import {proposalView} from './proposal-view.ts';

/** What was refused or removed is not there to be taken back. */
export const isWithdrawable = ({visibility}: Pick<ProposalRow, 'visibility'>): boolean =>
  visibility === 'held' || visibility === 'private' || visibility === 'published';

export function* mySuggestion(space: Space, row: ProposalRow, now: number): Act<string> {
  return `{"suggestion":${yield* proposalView(space, row, 'author', now)},"text":${JSON.stringify(row.source)},`
    + `"public":${row.public === 1},"withdrawable":${isWithdrawable(row)}}`;
}
