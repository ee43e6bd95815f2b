import type {Schema} from '@shurkum/contract';
import {mayChangeRule} from '../domain/poll.ts';
import type {Poll, PollDefinition, ResultRule} from '../domain/poll.ts';
import {Refusal} from '../domain/refusal.ts';
import type {Services} from '../services.ts';
import {changeOfPoll} from './change-poll.ts';

export type PollUpdate = {
  title?: Schema<'LocalText'>;
  opensAt?: string;
  closesAt?: string | null;
  resultRule?: ResultRule;
  by?: string;
};

/** What people voted under stays: once open, a poll's opening is fixed and its result rule only ever gets stricter. */
function check(poll: Poll, {opensAt, resultRule}: PollUpdate, now: number): void {
  if (resultRule !== undefined && !mayChangeRule(poll, resultRule, now)) throw new Refusal('not-allowed', [{pointer: '/resultRule', code: 'looser'}]);
  if (opensAt !== undefined && now >= poll.opens) throw new Refusal('not-allowed', [{pointer: '/opensAt', code: 'opened'}]);
}

export function updatePoll(services: Services, space: string, pollId: string, update: PollUpdate): Promise<void> {
  return changeOfPoll(services, space, pollId, {act: 'updated', by: update.by, change: (poll, row, now) => {
    check(poll, update, now);
    const definition = JSON.parse(row.definition) as PollDefinition;
    const {title = definition.title, opensAt = definition.opensAt, closesAt = definition.closesAt, resultRule = poll.resultRule} = update;
    const opens = Date.parse(opensAt);
    const closes = closesAt === null ? null : Date.parse(closesAt);
    if (closes !== null && closes <= opens) throw new Refusal('invalid-request', [{pointer: '/closesAt', code: 'order'}]);
    return {definition: JSON.stringify({...definition, title, opensAt, closesAt, resultRule}), opens_at: opens, closes_at: closes, result_rule: resultRule};
  }});
}
