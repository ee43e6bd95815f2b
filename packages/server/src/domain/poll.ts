/** A poll's rules: when it is open, who may vote, who may see the tally. Pure questions, the server's clock given. */
import type {Schema} from '@shurkum/contract';
import type {Level} from './person.ts';

export type Question = Schema<'Question'>;
export type ResultRule = Schema<'ResultRule'>;
export type PollStatus = Schema<'PollStatus'>;

/** What an authority sets up: the contract's poll without what follows from time and votes. */
export type PollDefinition = Omit<Schema<'Poll'>, 'status' | 'outcome' | 'tally' | 'sequence'>;

export type Poll = PollDefinition & {
  key: number;
  opens: number;
  closes: number | null;
  /** What stood when the poll opened: what its voters were told. */
  declaredRule: ResultRule;
  released: boolean;
  outcome: Schema<'Outcome'> | null;
  people: number;
  sequence: number;
  version: number;
};

export function statusOf(poll: Pick<Poll, 'opens' | 'closes' | 'outcome'>, now: number): PollStatus {
  if (now < poll.opens) return 'scheduled';
  if (poll.closes === null || now < poll.closes) return 'open';
  return poll.outcome ? 'answered' : 'closed';
}

/** The next instant at which the poll changes by itself, or null. */
export const nextTurn = (poll: Pick<Poll, 'opens' | 'closes'>, now: number): number | null =>
  (now < poll.opens ? poll.opens : poll.closes !== null && now < poll.closes ? poll.closes : null);

/** Whether everyone may see the tally now. */
export function tallyIsPublic(poll: Pick<Poll, 'resultRule' | 'released' | 'opens' | 'closes' | 'outcome'>, now: number): boolean {
  const status = statusOf(poll, now);
  if (status === 'scheduled') return false;
  if (poll.resultRule === 'manual') return poll.released;
  return poll.resultRule === 'always' || status !== 'open';
}

/** Whether this person may see the tally now. */
export const maySeeTally = (poll: Parameters<typeof tallyIsPublic>[0], hasVoted: boolean, now: number): boolean =>
  tallyIsPublic(poll, now) || (poll.resultRule === 'after-vote' && hasVoted);

export type Hindrance = NonNullable<Schema<'BallotView'>['reason']>;

/** Why this person may not vote now, or null. */
export function hindrance(poll: Poll, level: Level, hasVoted: boolean, now: number): Hindrance | null {
  const status = statusOf(poll, now);
  if (status === 'scheduled') return 'not-open';
  if (status !== 'open') return 'closed';
  if (level === 'guest' && !poll.guests) return 'person-needed';
  return hasVoted && !poll.changeable ? 'already-voted' : null;
}

const strictness: readonly ResultRule[] = ['always', 'after-vote', 'after-close', 'manual'];

/**
 * Whether the results may be released now. A poll that was not declared `manual` before it opened promised its voters that
 * nobody sees results while they vote, or only who has voted; making it `manual` meanwhile must not end that promise.
 */
export const mayRelease = (poll: Poll, now: number): boolean =>
  poll.resultRule === 'manual' && (poll.declaredRule === 'manual' || (now >= poll.opens && statusOf(poll, now) !== 'open'));

/** Before opening any rule may be set; while it is open only a stricter one. */
export const mayChangeRule = (poll: Poll, rule: ResultRule, now: number): boolean =>
  now < poll.opens || strictness.indexOf(rule) >= strictness.indexOf(poll.resultRule);
