import {ballotView} from '../acts/ballot-view.ts';
import {voterKey} from '../identity/voters.ts';
import type {PersonalRead} from './operation.ts';

export const getBallot: PersonalRead<'getBallot'> = {
  kind: 'personal',
  async prepare({space, hmac, person, now, path: {pollId}}) {
    const voter = await voterKey(hmac, space, pollId, person);
    return () => ballotView(space, pollId, person, voter, now);
  },
};
