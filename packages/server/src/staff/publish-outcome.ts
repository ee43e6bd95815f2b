import type {Schema} from '@shurkum/contract';
import {statusOf} from '../domain/poll.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import {changeOfPoll} from './change-poll.ts';

/** Says what the authority decided after a poll; the poll is answered from then on. Refused while it is open. */
export function publishOutcome(services: Services, space: string, pollId: string, outcome: Schema<'Outcome'>, by?: string): Promise<void> {
  return changeOfPoll(services, space, pollId, {act: 'outcome published', by, change: (poll, _, now) => {
    if (statusOf(poll, now) === 'scheduled' || statusOf(poll, now) === 'open') throw new Refusal('not-allowed');
    return {outcome: JSON.stringify(outcome)};
  }});
}
