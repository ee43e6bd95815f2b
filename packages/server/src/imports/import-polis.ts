/** Brings a consultation in: each statement a closed agree/disagree poll, each vote a ballot, whole or not at all. */
import {placePoll} from '../polls.ts';
import type {PollDefinition} from '../domain/poll.ts';
import type {Act} from '../store/act.ts';
import {countBallot, countOption, takeBallot} from '../store/polls.ts';
import type {Consultation, Statement, Vote} from './polis-folder.ts';

export type Ballot = {voter: string; vote: Vote};
export type PolledStatement = {definition: PollDefinition; ballots: readonly Ballot[]};

const instant = (time: number) => new Date(time).toISOString();

/** From the first moment of a consultation to just behind its last. */
export function spanOf({statements, votes}: Consultation): {opens: number; closes: number} {
  const span = {opens: Infinity, closes: 0};
  const reach = ({at}: {at: number}) => {
    span.opens = Math.min(span.opens, at);
    span.closes = Math.max(span.closes, at + 1);
  };
  statements.forEach(reach);
  for (const mine of votes.values()) mine.forEach(reach);
  return span;
}

/** The poll a statement becomes; without `closes` it stays open. Results are for all to see. */
export function pollOf(name: string, {id, text}: Statement, language: string, {opens, closes}: {opens: number; closes: number | null}): PollDefinition {
  return {
    id: `${name}-${id}`, title: {[language]: text}, asker: null,
    questions: [{id: 'q', kind: 'yes-no-abstain', text: {[language]: text}, options: []}],
    opensAt: instant(opens), closesAt: closes === null ? null : instant(closes), timeZone: 'UTC', resultRule: 'always', changeable: true, guests: true, quorum: null,
  };
}

const optionIds = ['yes', 'no', 'abstain'] as const;

export function* importPolls(space: string, polls: readonly PolledStatement[], now: number, done: (count: number) => void): Act<number> {
  let count = 0;
  for (const {definition, ballots} of polls) {
    const poll = yield* placePoll(space, definition, now);
    for (const {voter, vote} of ballots) {
      yield* takeBallot.all({poll, voter, answers: JSON.stringify([{questionId: 'q', optionIds: [vote.option]}]), now: vote.at});
      count += 1;
      done(count);
    }
    for (const option of optionIds) {
      const people = ballots.filter(({vote}) => vote.option === option).length;
      yield* countOption.all({poll, question: 'q', option, people, score: people});
    }
    yield* countBallot.all({key: poll, people: ballots.length, shown: 1});
  }
  return count;
}
