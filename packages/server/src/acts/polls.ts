/** A poll as its rules read it, from its row. */
import {Refusal} from '../domain/refusal.ts';
import type {Poll, PollDefinition, ResultRule} from '../domain/poll.ts';
import type {Count} from '../domain/tally.ts';
import {tallyOf} from '../domain/tally.ts';
import type {Schema} from '@shurkum/contract';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {findPoll, pollWithTally} from '../store/polls.ts';
import type {PollRow} from '../store/polls.ts';

const definitions = new Map<string, PollDefinition>();
const definitionsAtMost = 256;

/** Parsed once for each text: every ballot reads its poll. Nobody changes what is kept. */
function definitionOf(text: string): PollDefinition {
  const known = definitions.get(text);
  if (known) return known;
  const definition = JSON.parse(text) as PollDefinition;
  if (definitions.size >= definitionsAtMost) definitions.clear();
  definitions.set(text, definition);
  return definition;
}

export function toPoll(row: PollRow): Poll {
  const definition = definitionOf(row.definition);
  return {
    ...definition,
    declaredRule: definition.resultRule, key: row.key, opens: row.opens_at, closes: row.closes_at, resultRule: row.result_rule as ResultRule, released: row.released === 1,
    outcome: row.outcome === null ? null : JSON.parse(row.outcome) as Schema<'Outcome'>,
    people: row.people, sequence: row.sequence, version: row.version,
  };
}

export function* findPollOr404(space: Space, id: string): Act<Poll> {
  const row = yield* findPoll.first({space: space.id, id});
  if (!row) throw new Refusal('not-found');
  return toPoll(row);
}

/** The poll and its tally, of one moment. Who may see the tally is for the caller to ask. */
export function* readPoll(space: Space, id: string): Act<{poll: Poll; tally: Schema<'Tally'>}> {
  const rows = yield* pollWithTally.all({space: space.id, id});
  const [row] = rows;
  if (!row) throw new Refusal('not-found');
  const poll = toPoll(row);
  const counts = rows.flatMap(({question, option, chosen, score}): Count[] =>
    (question === null || option === null ? [] : [{question, option, people: chosen ?? 0, score: score ?? 0}]));
  return {poll, tally: tallyOf(poll.questions, poll.people, counts)};
}
