import {mayRelease} from '../domain/poll.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import {changeOfPoll} from './change-poll.ts';

/** Shows everyone the results of a poll whose rule is `manual`: at any time where it was declared so, else once it has closed. */
export function releaseResults(services: Services, space: string, pollId: string, by?: string): Promise<void> {
  return changeOfPoll(services, space, pollId, {act: 'results released', by, change: (poll, _, now) => {
    if (!mayRelease(poll, now)) throw new Refusal('not-allowed');
    return {released: 1};
  }});
}
