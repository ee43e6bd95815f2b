/** What has closed has closed: no request that was on its way, and no official's change, gets around it. */
import {describe, expect, it} from 'vitest';
import {createApp} from '@shurkum/server';
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
});
