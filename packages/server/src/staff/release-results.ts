import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import {changeOfPoll} from './change-poll.ts';

/** Shows everyone the results of a poll whose rule is `manual`. */
export function releaseResults(services: Services, space: string, pollId: string, by?: string): Promise<void> {
  return changeOfPoll(services, space, pollId, {act: 'results released', by, change: (poll) => {
    if (poll.resultRule !== 'manual') throw new Refusal('not-allowed');
    return {released: 1};
  }});
}
