/** One official change to a poll: read, changed, told, written down, in one act. */
import {toPoll} from '../acts/polls.ts';
import type {Poll} from '../domain/poll.ts';
import {Refusal} from '../domain/refusal.ts';
import {pollTopic} from '../domain/topic.ts';
import type {Services} from '../services.ts';
import {announce} from '../store/act.ts';
import {changePoll, countBallot, findPoll} from '../store/polls.ts';
import type {PollRow} from '../store/polls.ts';
import {record} from './record.ts';

type Changed = Partial<Pick<PollRow, 'definition' | 'opens_at' | 'closes_at' | 'result_rule' | 'released' | 'outcome'>>;
export type PollChange = {act: string; by?: string | undefined; change: (poll: Poll, row: PollRow, now: number) => Changed};

export async function changeOfPoll(services: Services, space: string, id: string, {act: name, by, change}: PollChange): Promise<void> {
  await services.store.write(function* act() {
    const glimpse = yield* findPoll.first({space, id});
    if (!glimpse) throw new Refusal('not-found');
    // Takes the row, so that two officials follow each other.
    yield* countBallot.first({key: glimpse.key, people: 0, shown: 0});
    const now = services.clock().getTime();
    const row = (yield* findPoll.first({space, id})) ?? glimpse;
    const {key, definition, opens_at, closes_at, result_rule, released, outcome} = row;
    const changed = yield* changePoll.first({
      key, definition, opens_at, closes_at, result_rule, released, outcome, ...change(toPoll(row), row, now),
    });
    if (changed) yield* announce({topic: pollTopic(space, id), sequence: changed.sequence});
    yield* record(services, {space, subject: `poll ${id}`, act: name, by});
  });
}
