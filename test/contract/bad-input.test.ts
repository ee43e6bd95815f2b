import {describe, expect, it} from 'vitest';
import {operations} from '@shurkum/contract/operations';
import {onEveryDatabase, start, type} from '../support/rig.ts';
import type {Extra, Guest, Reply} from '../support/rig.ts';

/** HTML and its kin, in every place where a text may stand. */
const payloads = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', 'javascript:alert(1)', '&#x6a;avascript:alert(1)', '{{7*7}}', "'; drop table comment; --"];

onEveryDatabase('bad input', (rig) => {
  let count = 0;
  const thread = () => `bad/${(count += 1)}`;
  const published = async (id: string) => (await rig().get(`/comment-counts?thread=${encodeURIComponent(id)}`)).body.counts[0].commentCount as number;
  const problemOf = ({status, body}: Reply) => [status, body.type];
  const post = async (body: unknown, extra?: Extra, guest?: Guest) =>
    (guest ?? await rig().guest()).send('POST', '/comments', body, extra);

  /** Sends it raw, expects the problem, and that nothing came of it. */
  async function refuses(raw: BodyInit, status: number, name: string, headers: Record<string, string> = {}) {
    const id = thread();
    const text = typeof raw === 'string' ? raw.replaceAll('THREAD', id) : raw;
    expect(problemOf(await post(undefined, {raw: text, headers}))).toEqual([status, type(name)]);
    expect(await published(id)).toBe(0);
  }

  describe('a body', () => {
    it('that is truncated is malformed', () => refuses('{"threadId":"THREAD","text":"hel', 400, 'malformed-json'));
    it('that is empty is malformed', () => refuses('', 400, 'malformed-json'));
    it('with a byte order mark is malformed', () => refuses('\ufeff{"threadId":"THREAD","text":"x"}', 400, 'malformed-json'));
    it('in broken UTF-8 is malformed', () =>
      refuses(new Blob([new TextEncoder().encode('{"threadId":"bad/utf","text":"'), new Uint8Array([0xff, 0xc3]), new TextEncoder().encode('"}')]), 400, 'malformed-json'));
    it('in UTF-16 is malformed', () => refuses(new Blob([new Uint16Array(Array.from('{"text":"x"}', (c) => c.charCodeAt(0)))]), 400, 'malformed-json'));
    it('of 10,000 levels is too deep', () => refuses(`{"threadId":"THREAD","text":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'too-deep'));
    it('larger than 64 KB is too large', () => refuses(`{"threadId":"THREAD","text":"${'x'.repeat(70_000)}"}`, 413, 'body-too-large'));
    it('larger than 64 KB, in pieces of no stated length, is too large', () => {
      const piece = new TextEncoder().encode('x'.repeat(10_000));
      let sent = 0;
      return refuses(new ReadableStream({pull(controller) { if ((sent += 1) > 1000) controller.close(); else controller.enqueue(piece); }}), 413, 'body-too-large')
        .then(() => { expect(sent).toBeLessThan(20); });
    });
    it('of another kind is not taken', async () => {
      for (const kind of ['text/plain', 'multipart/form-data; boundary=x', 'application/json;x', 'application/jsonp', '']) {
        await refuses('{"threadId":"THREAD","text":"x"}', 415, 'unsupported-media-type', {'content-type': kind});
      }
    });
    it('with __proto__ or any field that is not asked for is refused', async () => {
      for (const field of ['__proto__', 'constructor', 'id', 'author', 'state', 'pinned', 'official', 'supports', 'createdAt', 'role']) {
        await refuses(`{"threadId":"THREAD","text":"x","${field}":{"polluted":1}}`, 422, 'invalid-request');
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
    it('with an array, a number, an object or null for a text is refused', async () => {
      for (const value of ['["x"]', '7', '{"a":1}', 'null', 'true', '1e400']) await refuses(`{"threadId":"THREAD","text":${value}}`, 422, 'invalid-request');
      for (const value of ['["x"]', '7', 'null']) await refuses(`{"threadId":${value},"text":"x"}`, 422, 'invalid-request');
    });
    it('with one name twice is malformed', async () => {
      await refuses('{"threadId":"THREAD","text":"x","text":"y"}', 400, 'malformed-json');
      await refuses('{"threadId":"THREAD","text":"x","te\\u0078t":"y"}', 400, 'malformed-json');
    });
    it('with NUL or half a character is refused', async () => {
      await refuses('{"threadId":"THREAD","text":"a\\u0000b"}', 422, 'invalid-request');
      await refuses('{"threadId":"THREAD","text":"a\\ud800b"}', 422, 'invalid-request');
    });
    it('that is no object is refused', async () => {
      for (const value of ['[]', '"x"', '7', 'null', 'true']) await refuses(value, 422, 'invalid-request');
    });
    it('is refused where none is taken', async () => {
      const guest = await rig().guest();
      const comment = await (await rig().guest()).say(thread(), 'x');
      expect(problemOf(await guest.send('PUT', `/comments/${comment.id}/support`, {supports: 99}))).toEqual([422, type('invalid-request')]);
    });
  });

  describe('a comment', () => {
    it('of 5,000 characters is taken, of 5,001 is too long', async () => {
      const id = thread();
      expect((await post({threadId: id, text: '😀'.repeat(5000)})).status).toBe(201);
      const {status, body} = await post({threadId: id, text: 'ش'.repeat(5001)});
      expect([status, body.type, body.errors]).toEqual([422, type('too-long'), [{pointer: '/text', code: 'maxLength', limit: 5000}]]);
      expect(await published(id)).toBe(1);
    });
    it('of nothing that can be seen is empty', async () => {
      for (const text of ['', '   ', '\n\n', '\u200f\u200e', '\u2800', '\u3164']) {
        expect(problemOf(await post({threadId: thread(), text}))).toEqual([422, type('empty-text')]);
      }
    });
    it('keeps HTML as the text it is, in every field', async () => {
      for (const payload of payloads) {
        const id = thread();
        const {status, body} = await post({threadId: id, text: payload, name: payload.slice(0, 80)});
        expect([status, body.text, body.comment.author.name]).toEqual([201, payload, payload.slice(0, 80)]);
        expect(body.comment.body.flatMap((block: {children: {type: string}[]}) => block.children.map((child) => child.type))).not.toContain('link');
        expect((await rig().get(`/thread?id=${id}`)).headers.get('content-type')).toBe('application/json');
      }
    });
    it('with control characters is refused, in every text; lines and tabs are not', async () => {
      const guest = await rig().guest();
      const {id} = await (await rig().guest()).say(thread(), 'seen\tand\r\nread');
      const own = await guest.say(thread(), 'own');
      for (const text of ['\u001b[2J', 'a\u0000b', '\u0007', 'a\u000bb', '\u009b31m', '\u007f']) {
        for (const [method, path, body] of [
          ['POST', '/comments', {threadId: thread(), text}], ['POST', '/comments', {threadId: thread(), text: 'x', name: `a${text}`}],
          ['POST', '/comments', {threadId: thread(), text: 'x', page: {url: 'https://ministry.example/', title: text}}],
          ['PATCH', `/comments/${own.id}`, {text}], ['POST', `/comments/${id}/reports`, {reason: 'spam', note: text}]] as const) {
          expect([path, body, ...problemOf(await guest.send(method, path, body))]).toEqual([path, body, 422, type('invalid-request')]);
        }
      }
    });
    it('in a thread the space does not accept, or with a broken id, is refused', async () => {
      expect(problemOf(await post({threadId: '//', text: 'x'}))).toEqual([404, type('not-found')]);
      expect(problemOf(await post({threadId: 'e\u0301/x', text: 'x'}))).toEqual([422, type('invalid-request')]);
      expect(problemOf(await post({threadId: 'ع'.repeat(300), text: 'x'}))).toEqual([422, type('invalid-request')]);
    });
    it('that answers nothing, or something elsewhere, finds its parent gone', async () => {
      const elsewhere = await (await rig().guest()).say(thread(), 'elsewhere');
      for (const parentId of [elsewhere.id, 'A'.repeat(22)]) {
        expect(problemOf(await post({threadId: thread(), text: 'x', parentId}))).toEqual([409, type('parent-gone')]);
      }
    });
  });

  describe('a parameter', () => {
    const get = async (path: string) => problemOf(await rig().get(path));
    it('that is not known is named', async () => {
      expect(await get('/thread?id=a&include=author')).toEqual([400, type('unknown-parameter')]);
      expect(await get('/polls/x?admin=1')).toEqual([400, type('unknown-parameter')]);
      expect(await get('/thread?id=a&__proto__=1')).toEqual([400, type('unknown-parameter')]);
    });
    it('that is missing, repeated or of another kind is refused', async () => {
      for (const path of ['/thread', '/thread?id=', '/thread?id=a&id=b', '/thread?id=a&limit=0', '/thread?id=a&limit=101', '/thread?id=a&limit=ten',
        '/thread?id=a&sort=worst', '/thread?id=%ff', '/thread?id=%00', '/thread?id=a%0d%0ab', '/comments?thread=a&parent=short', '/watch',
        '/comment-counts', `/comment-counts?${'thread=a&'.repeat(51)}`]) {
        expect([path, ...await get(path)]).toEqual([path, 400, type('invalid-parameter')]);
      }
    });
    it('is written in one way', async () => {
      for (const path of ['/thread?id=a&limit=0x10', '/thread?id=a&limit=1e1', '/thread?id=a&limit=%205', '/thread?id=a&limit=05', '/thread?id=a&limit=5.0',
        '/thread?id=a&&', '/thread?&id=a', `/thread?id=a${'&'.repeat(1000)}`]) {
        expect([path, ...await get(path)]).toEqual([path, 400, type('invalid-parameter')]);
      }
      expect((await rig().get('/thread?id=a&limit=16')).status).toBe(200);
    });
    it('from another list is an invalid cursor', async () => {
      const id = thread();
      const guest = await rig().guest();
      const top = await guest.say(id, '1');
      await guest.say(id, '2');
      for (let n = 0; n < 5; n += 1) await guest.say(id, `reply ${n}`, top.id);
      const {body} = await rig().get(`/comments?thread=${id}&limit=1&sort=oldest`);
      const own = body.nextCursor as string;
      const ofReplies = body.items[0].replies.nextCursor as string;
      for (const path of [
        `/comments?thread=${id}&sort=newest&cursor=${own}`, `/comments?thread=${thread()}&sort=oldest&cursor=${own}`,
        `/comments?thread=${id}&sort=oldest&cursor=${ofReplies}`, `/comments?thread=${id}&parent=${top.id}&cursor=${own}`,
        `/comments?thread=${id}&sort=oldest&cursor=AAAA`, `/comments?thread=${id}&sort=oldest&cursor=${own.slice(0, -3)}`,
        `/comments?thread=${id}&sort=oldest&cursor=${btoa('["x",1,2]').replaceAll('=', '')}`, `/comments?thread=${id}&cursor=%27--`]) {
        expect([path, ...await get(path)]).toEqual([path, 400, type('invalid-cursor')]);
      }
      expect(problemOf(await guest.get(`/comments/mine?thread=${id}&cursor=${own}`))).toEqual([400, type('invalid-cursor')]);
      expect((await rig().get(`/comments?thread=${id}&sort=oldest&cursor=${own}`)).status).toBe(200);
    });
  });

  describe('an act', () => {
    it('without a key, or with a broken one, is not done', async () => {
      const id = thread();
      const guest = await rig().guest();
      const request = (key?: string) => rig().api(new Request('https://api.example/v1/default/comments', {
        method: 'POST', body: JSON.stringify({threadId: id, text: 'x'}),
        headers: {authorization: `Bearer ${guest.credential}`, 'content-type': 'application/json', ...(key === undefined ? {} : {'idempotency-key': key})},
      }));
      expect((await (await request()).json()).type).toBe(type('idempotency-key-missing'));
      for (const key of ['short', 'x'.repeat(65), 'spaces are not allowed', 'quote-\'-quote-\'-quote']) {
        expect((await (await request(key)).json()).type).toBe(type('invalid-parameter'));
      }
      expect(await published(id)).toBe(0);
    });
    it('of nobody, or of somebody not believed, is not done', async () => {
      const id = thread();
      const guest = await rig().guest();
      expect(problemOf(await rig().send('POST', '/comments', {threadId: id, text: 'x'}))).toEqual([401, type('person-needed')]);
      const forged = [`${guest.credential.slice(0, -1)}${guest.credential.endsWith('A') ? 'B' : 'A'}`, 'g1.x.y', 'g1..', 'eyJhbGciOiJub25lIn0.e30.', 'x'.repeat(4097), guest.credential.replace('g1', 'g2')];
      for (const credential of forged) {
        const reply = await rig().send('POST', '/comments', {threadId: id, text: 'x'}, {headers: {authorization: `Bearer ${credential}`}});
        expect(problemOf(reply)).toEqual([401, type('invalid-credential')]);
      }
      const basic = await rig().send('POST', '/comments', {threadId: id, text: 'x'}, {headers: {authorization: 'Basic eDp5'}});
      expect(problemOf(basic)).toEqual([401, type('invalid-credential')]);
      expect(await published(id)).toBe(0);
    });
    it('of a guest, where there are none, needs a person', async () => {
      expect(problemOf(await rig().send('POST', '/guests', {}, {space: 'other'}))).toEqual([401, type('person-needed')]);
      const guest = await rig().guest();
      const reply = await guest.send('POST', '/comments', {threadId: 'a', text: 'x'}, {space: 'other'});
      expect(problemOf(reply)).toEqual([401, type('invalid-credential')]);
    });
    it('on what is not there finds nothing; in another way, is not allowed', async () => {
      const guest = await rig().guest();
      for (const [method, path] of [['PUT', `/comments/${'A'.repeat(22)}/support`], ['DELETE', `/comments/${'A'.repeat(22)}`], ['DELETE', '/comments/short'],
        ['GET', '/polls/none/ballot'], ['GET', '/polls/-/ballot'], ['GET', '/nothing']] as const) {
        expect([path, ...problemOf(await guest.send(method, path))]).toEqual([path, 404, type('not-found')]);
      }
      expect(problemOf(await guest.send('PUT', '/comments', {}))).toEqual([405, type('method-not-allowed')]);
      expect(problemOf(await guest.get('/space', {space: 'none'}))).toEqual([404, type('not-found')]);
    });
  });

  it('of any kind never makes the server fail', async () => {
    const guest = await rig().guest();
    const odd = ['', 'null', '[]', '{}', '{"a":1}', '"', '{"answers":[{"questionId":"q","optionIds":[[]]}]}', `[${'1,'.repeat(9999)}1]`, '1e400', '\u0000', '{"text":"\\uDFFF"}'];
    for (const {method, path} of Object.values(operations)) {
      for (const raw of odd) {
        if (method === 'GET') continue;
        const {status} = await guest.send(method, path.replace(/:\w+/g, 'A'.repeat(22)), undefined, {raw});
        expect(status).toBeGreaterThanOrEqual(path === '/guests' && raw === '{}' ? 201 : 400);
        expect(status).toBeLessThan(500);
      }
    }
    expect(rig().log.filter(({level}) => level === 'error')).toEqual([]);
    expect(rig().now).toBe(start);
  });
});
