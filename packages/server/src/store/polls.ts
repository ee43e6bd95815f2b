/** Statements on polls, ballots and tallies. A ballot takes its own row first, then the poll's, then the counts. */
import {listStatement, rowOf, statement} from './statement.ts';
import type {PollTable} from './schema.ts';
import type {Selectable} from 'kysely';

export type PollRow = Selectable<PollTable>;

const columns = [
  'space', 'id', 'definition', 'opens_at', 'closes_at', 'result_rule', 'released', 'outcome', 'people', 'sequence', 'version', 'created_at',
] as const satisfies readonly (keyof PollRow)[];

export const insertPoll = statement((db, row: Omit<PollRow, 'key'>) =>
  db.insertInto('poll').values(rowOf(row, columns)).returning('key'));

export const findPoll = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('poll').selectAll().where('space', '=', p.space).where('id', '=', p.id));

/** The poll and its counts in one statement, so that the people and the counts are of one moment. */
export const pollWithTally = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('poll').leftJoin('tally', 'tally.poll', 'poll.key').selectAll('poll')
    .select(['tally.question as question', 'tally.option as option', 'tally.people as chosen', 'tally.score as score'])
    .where('poll.space', '=', p.space).where('poll.id', '=', p.id));

export const tallyRows = statement((db, p: {poll: number}) =>
  db.selectFrom('tally').select(['question', 'option', 'people', 'score']).where('poll', '=', p.poll));

export const pollVersion = statement((db, p: {space: string; id: string}) =>
  db.selectFrom('poll').select(['version', 'sequence', 'opens_at', 'closes_at', 'outcome'])
    .where('space', '=', p.space).where('id', '=', p.id));

export const pollSequences = listStatement((db, ids, p: {space: string}) =>
  db.selectFrom('poll').select(['id', 'sequence']).where('space', '=', p.space).where('id', 'in', ids as string[]));

/** Takes the poll's row for this act: people more, and what everyone or only caches must notice. */
export const countBallot = statement((db, p: {key: number; people: number; shown: number}) =>
  db.updateTable('poll').set((eb) => ({
    people: eb('people', '+', p.people), version: eb('version', '+', 1), sequence: eb('sequence', '+', p.shown),
  })).where('key', '=', p.key).returning(['people', 'sequence', 'version', 'closes_at']));

export const countOption = statement((db, p: {poll: number; question: string; option: string; people: number; score: number}) =>
  db.updateTable('tally').set((eb) => ({people: eb('people', '+', p.people), score: eb('score', '+', p.score)}))
    .where('poll', '=', p.poll).where('question', '=', p.question).where('option', '=', p.option));

export const insertCount = statement((db, p: {poll: number; question: string; option: string}) =>
  db.insertInto('tally').values({poll: p.poll, question: p.question, option: p.option, people: 0, score: 0}));

/**
 * The first ballot, or the one that is there already: its row is taken either way, and what comes back is what stood
 * before. `revision` 1 says that it is new.
 */
export const takeBallot = statement((db, p: {poll: number; voter: string; answers: string; now: number}) =>
  db.insertInto('ballot').values({poll: p.poll, voter: p.voter, answers: p.answers, revision: 1, cast_at: p.now})
    .onConflict((conflict) => conflict.columns(['poll', 'voter']).doUpdateSet((eb) => ({revision: eb('ballot.revision', '+', 1)})))
    .returning(['answers', 'revision', 'cast_at']));

export const changeBallot = statement((db, p: {poll: number; voter: string; answers: string; now: number}) =>
  db.updateTable('ballot').set({answers: p.answers, cast_at: p.now}).where('poll', '=', p.poll).where('voter', '=', p.voter));

export const findBallot = statement((db, p: {poll: number; voter: string}) =>
  db.selectFrom('ballot').select(['answers', 'cast_at']).where('poll', '=', p.poll).where('voter', '=', p.voter));

export const changePoll = statement((db, p: {
  key: number; definition: string; opens_at: number; closes_at: number | null; result_rule: string; released: number; outcome: string | null;
}) =>
  db.updateTable('poll').set((eb) => ({
    definition: p.definition, opens_at: p.opens_at, closes_at: p.closes_at, result_rule: p.result_rule,
    released: p.released as 0 | 1, outcome: p.outcome, version: eb('version', '+', 1), sequence: eb('sequence', '+', 1),
  })).where('key', '=', p.key).returning('sequence'));
