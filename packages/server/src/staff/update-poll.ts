import type {Schema} from '@shurkum/contract';
import {mayChangeRule, statusOf} from '../domain/poll.ts';
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

/**
 * What people vote under stays. Until a poll opens, everything may be changed. While it is open, its opening is fixed, its
 * result rule only gets stricter, and its closing only moves later: nobody loses time they were promised, and a closing is
 * never taken away, since results might wait for it. A poll without one may be given one that is yet to come. Once it has
 * closed, none of these changes any more: no ballot comes in late, and no result that was seen is hidden again.
 */
function check(poll: Poll, {opensAt, closesAt, resultRule}: PollUpdate, now: number): void {
  const refuse = (pointer: string, code: string) => { throw new Refusal('not-allowed', [{pointer, code}]); };
  const status = statusOf(poll, now);
  if (status === 'scheduled') return;
  if (opensAt !== undefined) refuse('/opensAt', 'opened');
  if (resultRule !== undefined && (status !== 'open' || !mayChangeRule(poll, resultRule, now))) refuse('/resultRule', status === 'open' ? 'looser' : 'closed');
  if (closesAt === undefined) return;
  if (status !== 'open') refuse('/closesAt', 'closed');
  const closes = closesAt === null ? null : Date.parse(closesAt);
  if (closes === null ? poll.closes !== null : closes < (poll.closes ?? now + 1)) refuse('/closesAt', 'earlier');
}

export function updatePoll(services: Services, space: string, pollId: string, update: PollUpdate): Promise<void> {
  return changeOfPoll(services, space, pollId, {act: 'updated', by: update.by, change: (poll, row, now) => {
    check(poll, update, now);
    const definition = JSON.parse(row.definition) as PollDefinition;
    const {title = definition.title, opensAt = definition.opensAt, closesAt = definition.closesAt, resultRule = poll.resultRule} = update;
    const opens = Date.parse(opensAt);
    const closes = closesAt === null ? null : Date.parse(closesAt);
    if (closes !== null && closes <= opens) throw new Refusal('invalid-request', [{pointer: '/closesAt', code: 'order'}]);
    // The definition keeps the rule that was declared; the row has the one that holds.
    const declared = now < poll.opens ? resultRule : poll.declaredRule;
    return {definition: JSON.stringify({...definition, title, opensAt, closesAt, resultRule: declared}), opens_at: opens, closes_at: closes, result_rule: resultRule};
  }});
}
