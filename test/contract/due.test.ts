/** How many working days are left for an answer, wherever a proposal is read. */
import {beforeAll, expect, it} from 'vitest';
import {Official, propose, suggest, useParticipation} from '../support/proposals.ts';
import {onEveryDatabase} from '../support/rig.ts';
import type {Guest} from '../support/rig.ts';

onEveryDatabase('the time left for an answer', (rig) => {
  let official: Official, author: Guest;
  beforeAll(async () => {
    await useParticipation(rig());
    official = new Official(rig());
    author = await rig().guest();
  });
  const at = (text: string) => { rig().now = Date.parse(text); };
  // Friday and Saturday are free; 1 December 2026 is a Tuesday.
  const place = (more: Parameters<typeof propose>[2] = {}) => propose(rig(), author, {due_on: '2026-12-01', title: 'Shade for the long queue', ...more});
  const read = async (reference: string): Promise<number | null> => (await rig().get(`/proposals/${reference}`)).body.proposal.dueIn;

  it('is counted in days the space works, by its own calendar, and is negative once it is over', async () => {
    const reference = await place();
    const left: (number | null)[] = [];
    for (const now of ['2026-11-26T10:00:00Z', '2026-11-28T19:59:59Z', '2026-11-30T19:59:59Z', '2026-11-30T20:00:00Z', '2026-12-01T20:00:00Z', '2026-12-06T10:00:00Z']) {
      at(now);
      left.push(await read(reference));
    }
    expect(left).toEqual([3, 3, 1, 0, -1, -3]);
  });

  it('changes at midnight in the space, and every kept answer ends there', async () => {
    const reference = await place();
    const inside: Record<string, (body: any) => {reference: string; dueIn: number | null}[]> = {
      [`/proposals/${reference}`]: ({proposal}) => [proposal], '/proposals': ({items}) => items, '/proposals/similar?q=shade+long+queue': ({items}) => items,
    };
    for (const path of [...Object.keys(inside), '/outcomes']) {
      at('2026-11-25T19:59:58.500Z');
      const before = await rig().get(path);
      at('2026-11-25T20:00:00Z');
      const after = await rig().get(path);
      expect([path, before.headers.get('cache-control')]).toEqual([path, 'public, max-age=1']);
      const own = ({body}: typeof before) => inside[path]?.(body).find((one) => one.reference === reference)?.dueIn;
      if (inside[path]) expect([path, own(before), own(after)]).toEqual([path, 4, 3]);
    }
  });

  it('is told to its author and to officials too', async () => {
    at('2026-11-26T10:00:00Z');
    const reference = await suggest(rig(), author, {due_on: '2026-12-01'});
    expect((await official.get(`/suggestions/${reference}`)).body.suggestion.dueIn).toBe(3);
    expect((await official.get('/suggestions?limit=100')).body.items.find((one: any) => one.suggestion.reference === reference).suggestion.dueIn).toBe(3);
    expect((await author.get('/suggestions/mine?limit=100')).body.items.find((one: any) => one.suggestion.reference === reference).suggestion.dueIn).toBe(3);
  });

  it('is none where nothing was promised, or nobody waits any more', async () => {
    at('2026-11-26T10:00:00Z');
    const [free, answered, taken, refused] = [await place({due_on: null}), await place(), await place(), await suggest(rig(), author)];
    await official.done('PUT', answered, 'decision', {decision: 'declined', reason: 'cost', text: 'It costs too much.', agencyId: 'transport'});
    await official.remove(taken);
    await official.done('PUT', refused, 'visibility', {visibility: 'rejected', reason: 'spam'});
    for (const reference of [free, answered, taken]) expect(await read(reference)).toBeNull();
    expect((await official.get(`/suggestions/${refused}`)).body.suggestion.dueIn).toBeNull();
  });
});
