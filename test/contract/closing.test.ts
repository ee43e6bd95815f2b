/** What has closed has closed: no request that was on its way, and no official's change, gets around it. */
import {describe, expect, it} from 'vitest';
import {createApp, publishOutcome, releaseResults, updatePoll} from '@shurkum/server';
import type {PollUpdate} from '../../packages/server/src/staff/update-poll.ts';
import {onEveryDatabase, start, type} from '../support/rig.ts';

const closes = start + 86_400_000;
const answers = [{questionId: 'q', optionIds: ['a']}];

onEveryDatabase('what has closed', (rig) => {
  let count = 0;
  const make = async (more: object = {}) => {
    const id = `closing-${(count += 1)}`;
    await rig().poll(id, more);
    return id;
  };
  const tally = async (id: string) => (await rig().get(`/polls/${id}`)).body.poll.tally;

  /** A body that begins at once and ends when the clock stands where it is told to. */
  function dripped(body: unknown, then: number): ReadableStream<Uint8Array> {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    let sent = 0;
    return new ReadableStream({pull(controller) {
      sent += 1;
      if (sent === 1) controller.enqueue(bytes.subarray(0, 5));
      else if (sent === 2) {
        rig().now = then;
        controller.enqueue(bytes.subarray(5));
      } else controller.close();
    }}, {highWaterMark: 0});
  }
  const back = () => { rig().now = start; };

  describe('while a request was on its way', () => {
    it('takes no ballot', async () => {
      const id = await make();
      const guest = await rig().guest();
      const {status, body} = await guest.send('PUT', `/polls/${id}/ballot`, undefined, {raw: dripped({answers}, closes)}).finally(back);
      expect([status, body.type]).toEqual([409, type('poll-closed')]);
      expect((await tally(id)).people).toBe(0);
    });

    it('takes no change of a comment', async () => {
      const guest = await rig().guest();
      const {id} = await guest.say('closing/edit', 'first');
      const {status, body} = await guest.send('PATCH', `/comments/${id}`, undefined, {raw: dripped({text: 'second'}, start + 600_000)}).finally(back);
      expect([status, body.type]).toEqual([409, type('edit-window-over')]);
    });

    it('says of a ballot that it was cast when it was taken, not when it was begun', async () => {
      const id = await make();
      const {body} = await (await rig().guest()).send('PUT', `/polls/${id}/ballot`, undefined, {raw: dripped({answers}, start + 5000)}).finally(back);
      expect(body.ballot.castAt).toBe(new Date(start + 5000).toISOString());
    });
  });

  it('takes no ballot that waited for its turn inside the database', async () => {
    const id = await make();
    const guest = await rig().guest();
    let asked = 0;
    // Open when the act begins, closed when the poll's row is its own.
    const api = createApp({...rig().servicesOn(rig().store), clock: () => new Date((asked += 1) > 2 ? closes : start)});
    expect((await guest.vote(id, answers, {api})).body.type).toBe(type('poll-closed'));
    expect((await tally(id)).people).toBe(0);
    expect((await guest.get(`/polls/${id}/ballot`)).body.ballot).toBeNull();
  });

  describe('in the hands of officials', () => {
    const iso = (at: number) => new Date(at).toISOString();
    const update = (id: string, change: PollUpdate) => updatePoll(rig().services, 'default', id, change);
    const after = async <T>(work: () => Promise<T>) => {
      rig().now = closes;
      return work().finally(back);
    };
    const vote = async (id: string) => (await rig().guest()).vote(id, answers);

    it('shows no results while people vote, by whatever detour, unless it was declared so', async () => {
      const id = await make({resultRule: 'after-close'});
      await vote(id);
      await update(id, {resultRule: 'manual'});
      await expect(releaseResults(rig().services, 'default', id)).rejects.toThrow('not-allowed');
      expect(await tally(id)).toBeNull();
      await update(id, {title: {en: 'Another title'}});
      await expect(releaseResults(rig().services, 'default', id)).rejects.toThrow('not-allowed');
      await after(() => releaseResults(rig().services, 'default', id));
      expect((await after(() => tally(id))).people).toBe(1);
    });

    it('does not open again, nor hide what was seen', async () => {
      const id = await make({resultRule: 'after-close'});
      await vote(id);
      for (const change of [{closesAt: null}, {closesAt: iso(closes + 1000)}, {resultRule: 'manual'}] as const) {
        await expect(after(() => update(id, change))).rejects.toThrow('not-allowed');
      }
      await after(() => publishOutcome(rig().services, 'default', id, {date: iso(closes), agency: {en: 'A'}, text: {en: 'Done'}}));
      await expect(after(() => update(id, {closesAt: null}))).rejects.toThrow('not-allowed');
      expect(await after(async () => (await rig().get(`/polls/${id}`)).body.poll)).toMatchObject({status: 'answered', tally: {people: 1}});
    });

    it('closes later than it was said, never earlier, and never not at all', async () => {
      const id = await make();
      for (const closesAt of [iso(closes - 1), iso(start), null]) await expect(update(id, {closesAt})).rejects.toThrow('not-allowed');
      await update(id, {closesAt: iso(closes + 5000)});
      expect((await after(() => vote(id))).status).toBe(200);
      const endless = await make({closesAt: null});
      await expect(update(endless, {closesAt: iso(start)})).rejects.toThrow('not-allowed');
      await update(endless, {closesAt: iso(start + 1)});
    });

    it('may still be anything before it opens', async () => {
      const id = await make({opensAt: iso(start + 1000), resultRule: 'after-close'});
      await update(id, {resultRule: 'manual', closesAt: null, opensAt: iso(start)});
      await vote(id);
      await releaseResults(rig().services, 'default', id);
      expect((await tally(id)).people).toBe(1);
    });
  });
});
