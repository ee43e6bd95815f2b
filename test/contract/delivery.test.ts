/** How answers travel: who may read them, how long they hold, what protects them. */
import {describe, expect, it} from 'vitest';
import {createApp, setThread, updateSpace} from '@shurkum/server';
import {onEveryDatabase, origin, spaceDefinition, type} from '../support/rig.ts';

onEveryDatabase('an answer', (rig) => {
  const from = (value: string) => ({headers: {origin: value}});

  it('may be read by pages of exactly the space’s origins and of the server itself', async () => {
    for (const allowed of [origin, 'https://api.example']) {
      const {status, headers} = await rig().get('/space', from(allowed));
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, allowed]);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
    const guest = await rig().guest();
    for (const stranger of ['https://evil.example', `${origin}.evil.example`, 'http://ministry.example', `${origin}:8443`, 'https://MINISTRY.example', 'null', 'https://api.example.evil', 'https://sub.ministry.example']) {
      for (const reply of [await rig().get('/space', from(stranger)), await guest.send('POST', '/comments', {threadId: 'cors/none', text: 'x'}, from(stranger))]) {
        expect([stranger, reply.status, reply.body.type, reply.headers.get('access-control-allow-origin')]).toEqual([stranger, 403, type('origin-not-allowed'), null]);
      }
    }
    expect((await rig().get('/comment-counts?thread=cors/none')).body.counts[0].commentCount).toBe(0);
  });

  it('to a preflight runs nothing, and holds ten minutes', async () => {
    const ask = (value: string, path = '/comments') => rig().api(new Request(`https://api.example/v1/default${path}`, {method: 'OPTIONS', headers: {origin: value, 'access-control-request-method': 'POST'}}));
    const allowed = await ask(origin);
    expect([allowed.status, allowed.headers.get('access-control-max-age'), allowed.headers.get('vary')]).toEqual([204, '600', 'Origin']);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
    const refused = await ask('https://evil.example', '/guests');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('is believed to be a page of the server’s own only where it is exactly that', async () => {
    const own = createApp({...rig().services, origin: 'https://own.example'});
    const ask = async (origin: string, api = rig().api) => (await rig().get('/space', {headers: {origin}, api})).status;
    expect([await ask('https://api.example'), await ask('https://api.example/v1'), await ask('https://api.exampl'), await ask('null')]).toEqual([200, 403, 403, 403]);
    // Where the own origin is known, the Host that a request names proves nothing.
    expect([await ask('https://own.example', own), await ask('https://api.example', own), await ask('https://ministry.example', own)]).toEqual([200, 403, 200]);
  });

  it('carries the headers that keep it from being anything but an answer', async () => {
    const guest = await rig().guest();
    const replies = [await rig().get('/space'), await rig().get('/thread?id=a'), await rig().get('/polls/none'), await guest.get('/me'), await guest.send('PUT', '/comments', {}), await rig().get('/nothing')];
    for (const {headers} of replies) {
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('vary')).toBe('Origin');
    }
    for (const {headers, status} of replies.slice(2)) expect([status, headers.get('cache-control')]).toEqual([status, 'no-store']);
  });

  describe('that is public', () => {
    it('is the same for everyone, whatever they send along', async () => {
      const guest = await rig().guest();
      await guest.say('cache/same', 'الكل يرى الشيء نفسه');
      const plain = await rig().get('/thread?id=cache/same');
      const odd = {authorization: `Bearer ${guest.credential}`, cookie: 'a=b', 'accept-language': 'ar', 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '1.2.3.4', range: 'bytes=0-1'};
      for (const [name, value] of Object.entries(odd)) {
        const reply = await rig().get('/thread?id=cache/same', {headers: {[name]: value}});
        expect([name, reply.text, [...reply.headers]]).toEqual([name, plain.text, [...plain.headers]]);
      }
      expect(plain.headers.get('cache-control')).toBe('public, max-age=2, stale-while-revalidate=30');
    });

    it('is not sent again while it is what the reader has', async () => {
      await (await rig().guest()).say('cache/etag', 'x');
      const first = await rig().get('/thread?id=cache/etag');
      const etag = first.headers.get('etag') ?? '';
      const match = (value: string) => rig().get('/thread?id=cache/etag', {headers: {'if-none-match': value}});
      const unchanged = await match(etag);
      expect([unchanged.status, unchanged.text, unchanged.headers.get('etag')]).toEqual([304, '', etag]);
      expect((await match(`"other", W/${etag}`)).status).toBe(304);
      expect((await match('"other"')).status).toBe(200);
      await (await rig().guest()).say('cache/etag', 'y');
      expect((await match(etag)).status).toBe(200);
    });

    it('is what stands, after every write, on this process and on another', async () => {
      const second = await rig().second();
      const guest = await rig().guest();
      const both = async () => {
        const [one, two] = [await rig().get('/thread?id=cache/fresh'), await rig().get('/thread?id=cache/fresh', {api: second})];
        expect(one.text).toBe(two.text);
        return one;
      };
      await both();
      const comment = await guest.say('cache/fresh', 'first');
      expect((await both()).text).toContain('first');
      await guest.send('PATCH', `/comments/${comment.id}`, {text: 'second'}, {api: second});
      expect((await both()).text).toContain('second');
      await (await rig().guest()).send('PUT', `/comments/${comment.id}/support`, undefined, {api: second});
      expect((await both()).body.comments.items[0].supports).toBe(1);
      await setThread(rig().services, 'default', 'cache/fresh', {state: 'closed'});
      expect((await both()).body.thread.state).toBe('closed');
      await updateSpace(rig().store, {...spaceDefinition('default'), languages: ['en', 'ar']});
      expect((await both()).body.languages).toEqual(['en', 'ar']);
      await updateSpace(rig().store, spaceDefinition('default'));
      await guest.send('DELETE', `/comments/${comment.id}`);
      expect((await both()).body.comments.items).toEqual([]);
    });

    it('follows every ballot and the clock', async () => {
      await rig().poll('cache-poll');
      const second = await rig().second();
      const people = async (api = rig().api) => (await rig().get('/polls/cache-poll', {api})).body.poll.tally?.people as number;
      for (let n = 1; n <= 3; n += 1) {
        await (await rig().guest()).vote('cache-poll', [{questionId: 'q', optionIds: ['a']}], n % 2 ? {api: second} : {});
        expect([await people(), await people(second)]).toEqual([n, n]);
      }
      rig().now += 2 * 86_400_000;
      expect((await rig().get('/polls/cache-poll')).body.poll.status).toBe('closed');
      rig().now -= 2 * 86_400_000;
    });
  });

  it('of HEAD has no body, also for a stream', async () => {
    for (const path of ['/space', '/watch?thread=a']) {
      const {status, text} = await rig().send('HEAD', path);
      expect([status, text]).toEqual([200, '']);
    }
  });

  it('outside the spaces tells the contract and whether the server works', async () => {
    const get = (path: string) => rig().api(new Request(`https://api.example${path}`));
    expect(await (await get('/healthz')).json()).toEqual({status: 'ok'});
    expect(await (await get('/readyz')).json()).toEqual({status: 'ready'});
    const contract = await get('/v1/openapi.json');
    expect((await contract.json()).openapi).toBe('3.1.0');
    expect((await get('/v1/nothing/space')).status).toBe(404);
    expect((await get('/')).status).toBe(404);
  });
});
