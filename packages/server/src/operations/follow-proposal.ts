import type {Schema} from '@shurkum/contract';
import {beginFollowing, checkAsking, newFollower} from '../acts/followers.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Act} from '../store/act.ts';
import {holdProposal, takeProposal} from '../store/proposals.ts';
import type {ProposalRow} from '../store/proposals.ts';
import type {Write} from './operation.ts';

/** What goes on: a proposal that was merged into another has no news of its own. */
function* followed(space: string, reference: string): Act<ProposalRow> {
  let row = yield* takeProposal.first({space, reference});
  if (row?.visibility !== 'published') throw new Refusal('not-found');
  while (row.merged_into !== null) {
    const next: ProposalRow | undefined = yield* holdProposal.first({key: row.merged_into});
    if (next?.visibility !== 'published') break;
    row = next;
  }
  return row;
}

export const followProposal: Write<'followProposal'> = {
  kind: 'write',
  async prepare({services, hmac, space, person, path: {reference}, body: {email, language}}) {
    const follower = await newFollower({services, hmac, space, person: person.key, email, language});
    return {
      *act(now) {
        const proposal = yield* followed(space.id, reference);
        yield* checkAsking(space, person.key, now);
        yield* beginFollowing(proposal, follower, now);
        const state: Schema<'FollowState'> = {state: 'confirmation-sent'};
        return {status: 201, json: JSON.stringify(state)};
      },
    };
  },
};
