import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {addresses} from '../support/addresses.ts';
import {Guest} from '../support/people.ts';
import {createSpace, file, shurkumOk} from '../support/shurkum.ts';
import {freePort, startSite} from '../support/site.ts';

const rounds = process.env['SHURKUM_AUDIT'] ? 500 : 20;

const poll = {
  id: 'one', title: {en: 'One person, one ballot'}, opensAt: '2020-01-01T00:00:00Z', timeZone: 'UTC', resultRule: 'always', changeable: true,
  questions: [{id: 'q', kind: 'single', text: {en: 'Which?'}, options: [{id: 'a', label: {en: 'A'}}, {id: 'b', label: {en: 'B'}}]}],
};

describe('a server that is killed in the middle of writes', () => {
  it(`has every acknowledged comment and each retried one once, ${rounds} times`, async () => {
    const database = await addresses[0]!.open();
    await createSpace(database.url);
    const port = await freePort();
    const acknowledged = new Set<string>();
    const pending = new Map<string, string>();
    let site = await startSite({database: database.url, port});
    const person = new Guest(site.api);
    await person.read('/me');
    for (let round = 0; round < rounds; round += 1) {
      let enough = () => {};
      const some = new Promise<void>((resolve) => { enough = resolve; });
      let count = 0;
      let over = false;
      const write = async () => {
        while (!over) {
          const key = randomUUID(), text = `round ${round} ${key}`;
          pending.set(key, text);
          try {
            const response = await person.act('POST', '/comments', {threadId: 'kill', text}, key);
            if (response.status !== 201) continue;
            await response.arrayBuffer();
            pending.delete(key);
            acknowledged.add(text);
            if ((count += 1) >= 40) enough();
          } catch {
            return;
          }
        }
      };
      const writers = Array.from({length: 8}, write);
      await some;
      process.kill(site.pid, 'SIGKILL');
      over = true;
      await Promise.all(writers);
      site = await startSite({database: database.url, port});
      for (const [key, text] of pending) {
        const response = await person.act('POST', '/comments', {threadId: 'kill', text}, key);
        expect(response.status).toBe(201);
        acknowledged.add(text);
      }
      pending.clear();
    }
    await site.stop();
    const {items} = JSON.parse(await shurkumOk(database.url, 'export', 'thread', 'kill')) as {items: {text: string}[]};
    const stored = items.map(({text}) => text);
    expect(new Set(stored).size).toBe(stored.length);
    expect([...acknowledged].filter((text) => !stored.includes(text))).toEqual([]);
    expect(stored.length).toBe(acknowledged.size);
    await database.remove();
  }, 30_000 * rounds);
});

describe.each(addresses)('fifty parallel ballots of one person on two server processes, $name', ({skipped, open}) => {
  if (skipped) {
    it.skip(`are one row (${skipped})`);
    return;
  }
  let database: Awaited<ReturnType<typeof open>>, sites: Awaited<ReturnType<typeof startSite>>[];
  beforeAll(async () => {
    database = await open();
    await createSpace(database.url);
    await shurkumOk(database.url, 'create', 'poll', file('poll.json', JSON.stringify(poll)));
    sites = [await startSite({database: database.url}), await startSite({database: database.url})];
  });
  afterAll(async () => {
    await Promise.all(sites.map((site) => site.stop()));
    await database.remove();
  });

  it('are one row and a right tally, round after round', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const person = new Guest(sites[0]!.api);
      const credential = {authorization: `Bearer ${await person.key()}`, 'content-type': 'application/json'};
      const statuses = await Promise.all(Array.from({length: 50}, async (_, index) => {
        const response = await fetch(`${sites[index % 2]!.api}/polls/one/ballot`, {
          method: 'PUT', headers: {...credential, 'idempotency-key': randomUUID()},
          body: JSON.stringify({answers: [{questionId: 'q', optionIds: [index % 3 ? 'a' : 'b']}]}),
        });
        return response.status;
      }));
      expect(new Set(statuses)).toEqual(new Set([200]));
      const {tally} = JSON.parse(await shurkumOk(database.url, 'export', 'poll', 'one')) as {tally: {people: number; questions: {options: {people: number}[]}[]}};
      expect(tally.people).toBe(round);
      expect(tally.questions[0]!.options.reduce((sum, {people}) => sum + people, 0)).toBe(round);
    }
  });
});
