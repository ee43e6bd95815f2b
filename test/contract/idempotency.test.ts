import {describe, expect, it} from 'vitest';
import {newKey, onEveryDatabase, type} from '../support/rig.ts';

onEveryDatabase('an act with the same key', (rig) => {
  const count = async (id: string) => (await rig().get(`/comment-counts?thread=${id}`)).body.counts[0].commentCount as number;

  it('and the same body gives the first answer again, byte for byte', async () => {
    const guest = await rig().guest();
    const key = newKey();
    const post = () => guest.send('POST', '/comments', {threadId: 'once/same', text: 'مرة واحدة'}, {key});
    const [first, second] = [await post(), await post()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(await count('once/same')).toBe(1);
  });

  it('twenty times at once, on two processes, is done once', async () => {
    const guest = await rig().guest();
    const key = newKey();
    const second = await rig().second();
    const replies = await Promise.all(Array.from({length: 20}, (_, n) =>
      guest.send('POST', '/comments', {threadId: 'once/parallel', text: 'once'}, {key, api: n % 2 ? second : rig().api})));
    expect(new Set(replies.map(({text}) => text)).size).toBe(1);
    expect(await count('once/parallel')).toBe(1);
  });

  it('and another body, or another address, is refused', async () => {
    const guest = await rig().guest();
    const [one, two] = [await guest.say('once/other', '1'), await guest.say('once/other', '2')];
    const key = newKey();
    expect((await guest.send('PATCH', `/comments/${one.id}`, {text: 'a'}, {key})).status).toBe(200);
    expect((await guest.send('PATCH', `/comments/${one.id}`, {text: 'b'}, {key})).body.type).toBe(type('idempotency-key-reused'));
    expect((await guest.send('PATCH', `/comments/${two.id}`, {text: 'a'}, {key})).body.type).toBe(type('idempotency-key-reused'));
  });

  it('of another person, or for another operation, is an act of its own', async () => {
    const key = newKey();
    const [one, two] = [await rig().guest(), await rig().guest()];
    for (const guest of [one, two]) expect((await guest.send('POST', '/comments', {threadId: 'once/scope', text: 'x'}, {key})).status).toBe(201);
    expect(await count('once/scope')).toBe(2);
    const comment = await one.say('once/scope', 'y');
    for (const [method, path] of [['PUT', 'support'], ['DELETE', 'support']] as const) {
      expect((await two.send(method, `/comments/${comment.id}/${path}`, undefined, {key})).status).toBe(200);
    }
  });

  it('that was refused may be sent again', async () => {
    await rig().poll('once-later', {opensAt: new Date(rig().now + 1000).toISOString()});
    const guest = await rig().guest();
    const key = newKey();
    const vote = () => guest.vote('once-later', [{questionId: 'q', optionIds: ['a']}], {key});
    expect((await vote()).status).toBe(409);
    rig().now += 1000;
    expect((await vote()).status).toBe(200);
    rig().now -= 1000;
  });

  describe('a ballot', () => {
    it('is answered as the first time, even after the poll closed', async () => {
      await rig().poll('once-closed', {closesAt: new Date(rig().now + 1000).toISOString()});
      const guest = await rig().guest();
      const key = newKey();
      const vote = () => guest.vote('once-closed', [{questionId: 'q', optionIds: ['a']}], {key});
      const first = await vote();
      rig().now += 1000;
      const again = await vote();
      rig().now -= 1000;
      expect([again.status, again.text]).toEqual([200, first.text]);
    });
  });
});
