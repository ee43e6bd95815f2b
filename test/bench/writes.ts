/** Durable writes, 50 at a time, beside one commit with fsync for each request through `node:http`. */
import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import {Guest} from '../support/people.ts';
import {file, shurkumOk} from '../support/shurkum.ts';
import {startSite} from '../support/site.ts';
import {floor, fsyncCost, load, percent, report} from './measure.ts';

const connections = 50;
const duration = 5;
const poll = {
  id: 'durable', title: {en: 'Durable'}, opensAt: '2020-01-01T00:00:00Z', timeZone: 'UTC', resultRule: 'always', changeable: true,
  questions: [{id: 'q', kind: 'single', text: {en: 'Which?'}, options: [{id: 'a', label: {en: 'A'}}, {id: 'b', label: {en: 'B'}}]}],
};

type Write = {method: 'POST' | 'PUT'; path: string; body: (turn: number) => unknown};

/** One write a request, each with a key of its own, the people taking turns. */
const each = ({method, path, body}: Write, keys: readonly string[]) => {
  let turn = 0;
  return [{
    method, path,
    setupRequest: (request: object) => {
      turn += 1;
      return {...request, body: JSON.stringify(body(turn)), headers: {
        'content-type': 'application/json', 'idempotency-key': randomUUID(), authorization: `Bearer ${keys[turn % keys.length] ?? ''}`,
      }};
    },
  }];
};

const comment: Write = {method: 'POST', path: '/v1/default/comments', body: (turn) => ({threadId: 'durable', text: `نقترح أن تُنشر المواعيد في صفحة واحدة. ${turn}`})};
const ballot: Write = {method: 'PUT', path: '/v1/default/polls/durable/ballot', body: (turn) => ({answers: [{questionId: 'q', optionIds: [turn % 3 ? 'a' : 'b']}]})};

export async function measureWrites(database: string, scratch: string): Promise<void> {
  await shurkumOk(database, 'create', 'poll', file('poll.json', JSON.stringify(poll)));
  const site = await startSite({database, env: {LOG_LEVEL: 'silent'}});
  const keys = await Promise.all(Array.from({length: 500}, () => new Guest(site.api).key()));
  report('one fsync', `${fsyncCost(join(scratch, 'fsync')).toFixed(3)} ms (median of 200)`, null);
  const bare = await floor('test/bench/floors/commit.ts', join(scratch, 'floor.db'));
  await load({url: bare.url, connections, duration: 1, requests: each({...comment, path: '/'}, keys)});
  const bottom = await load({url: bare.url, connections, duration, requests: each({...comment, path: '/'}, keys)});
  report('one commit a request', `${bottom.perSecond.toFixed(0)}/s, p99 ${bottom.p99} ms`, null);
  for (const [name, write] of [['comments', comment], ['ballots', ballot]] as const) {
    await load({url: site.origin, connections, duration: 1, requests: each(write, keys)});
    const made = await load({url: site.origin, connections, duration, requests: each(write, keys)});
    report(`durable ${name}, ${connections} at a time`, `${made.perSecond.toFixed(0)}/s, p99 ${made.p99} ms, ${percent(made.perSecond, bottom.perSecond)}`,
      made.refused === 0 && made.perSecond >= 1.5 * bottom.perSecond, '≥ 150 %');
  }
  await bare.stop();
  await site.stop();
}
