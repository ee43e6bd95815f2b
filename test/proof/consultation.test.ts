import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {addresses} from '../support/addresses.ts';
import {replay} from '../support/people.ts';
import {hasRealInput, realInput, sumsOf, votesOf} from '../support/polis.ts';
import {createSpace, shurkumOk} from '../support/shurkum.ts';
import {startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';

type Tally = {people: number; questions: {options: {optionId: string; people: number}[]}[]};
const folder = 'seattle-15-per-hour';

const shown = (tally: Tally) => ({
  ...Object.fromEntries((tally.questions[0]?.options ?? []).map(({optionId, people}) => [optionId, people])), people: tally.people,
});

describe.skipIf(!hasRealInput).each(addresses)('the Seattle consultation on $name', ({skipped, open}) => {
  if (skipped) {
    it.skip(`is replayed as people (${skipped})`);
    return;
  }
  let database: Awaited<ReturnType<typeof open>>, site: RunningSite;
  beforeAll(async () => {
    database = await open();
    await createSpace(database.url);
    await shurkumOk(database.url, 'import', 'polis', `${realInput}polis/${folder}`, '--statements-only');
    site = await startSite({database: database.url});
  });
  afterAll(async () => {
    await site.stop();
    await database.remove();
  });

  it('replayed as people through HTTP, comes to the tallies that its file comes to', async () => {
    const votes = votesOf(folder);
    await replay(site.api, (statement) => `${folder}-${statement}`, votes, 8);
    for (const [statement, sum] of sumsOf(votes)) {
      const view = await (await fetch(`${site.api}/polls/${folder}-${statement}`)).json() as {poll: {tally: Tally}};
      expect({statement, ...shown(view.poll.tally)}).toEqual({statement, ...sum});
    }
  });

  it('imported instead, comes to the same tallies and is closed', async () => {
    const other = await open();
    await createSpace(other.url);
    await shurkumOk(other.url, 'import', 'polis', `${realInput}polis/${folder}`);
    const second = await startSite({database: other.url});
    for (const [statement, sum] of sumsOf(votesOf(folder))) {
      const {poll} = await (await fetch(`${second.api}/polls/${folder}-${statement}`)).json() as {poll: {status: string; tally: Tally}};
      expect({status: poll.status, ...shown(poll.tally)}).toEqual({status: 'closed', ...sum});
    }
    await second.stop();
    await other.remove();
  });
});
