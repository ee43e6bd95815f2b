import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {clientFor} from './client.ts';
import {countOf, fitting} from './counts.ts';
import {newKey} from './key.ts';
import {ApiError, unwrap} from './problem.ts';
import {configure, shared} from './shared.ts';
import {eventCutter} from './sse.ts';

const problem = (kind: string, status: number, headers: Record<string, string> = {}) => Response.json(
  {type: `urn:shurkum:problem:${kind}`, title: kind, status}, {status, headers: {'content-type': 'application/problem+json', ...headers}});
const thread = {params: {query: {id: 't'}}};
const kindOf = (asked: Promise<unknown>) => asked.then(() => 'none', (failure: unknown) => (failure as ApiError).kind);

let turn = 0;
describe('the client of an API', () => {
  let api = '';
  let asked: Request[] = [];
  let answer: (request: Request) => Response | Promise<Response>;
  const paths = () => asked.map(({method, url}) => `${method} ${url.replace(api, '')}`);

  beforeEach(() => {
    api = `https://a${++turn}.example/v1/x`;
    asked = [];
    answer = (request) => (request.url.endsWith('/guests') ? Response.json({key: 'k'.repeat(40)}, {status: 201}) : Response.json({ok: true}));
    configure({api: `${api}/`, fetch: async (request) => { asked.push(request); return answer(request); }});
  });
  afterEach(() => { shared.settings.clear(); });

  it('is one for every spelling of the address', () => {
    expect(clientFor(api)).toBe(clientFor(`${api}//`));
  });

  it('makes one request of two equal reads, without credentials or headers of its own', async () => {
    const client = clientFor(api);
    await unwrap(client.own.PUT('/comments/{commentId}/support', {params: {path: {commentId: 'c'}, header: {'Idempotency-Key': newKey()}}}));
    asked = [];
    await Promise.all([unwrap(client.open.GET('/thread', thread)), unwrap(client.open.GET('/thread', thread))]);
    expect(paths()).toEqual(['GET /thread?id=t']);
    expect([...asked[0]?.headers ?? []]).toEqual([]);
    expect(asked[0]?.credentials).toBe('omit');
  });

  it('begins as a guest at the first act, once for all widgets, and sends the key to its own API only', async () => {
    const client = clientFor(api);
    expect(await client.known()).toBe(false);
    const act = () => unwrap(client.own.POST('/comments', {params: {header: {'Idempotency-Key': newKey()}}, body: {threadId: 't', text: 'x'}}));
    await Promise.all([act(), act(), act()]);
    expect(paths().filter((path) => path === 'POST /guests')).toHaveLength(1);
    expect(asked.at(-1)?.headers.get('authorization')).toBe(`Bearer ${'k'.repeat(40)}`);
    expect(await client.known()).toBe(true);
    expect(await clientFor(`${api}2`).known()).toBe(false);
  });

  it('says how long the server asked to wait', async () => {
    answer = () => problem('too-many-requests', 429, {'retry-after': '12'});
    const failure = await unwrap(clientFor(api).open.GET('/thread', thread)).catch((one: unknown) => one);
    expect(failure).toMatchObject({kind: 'too-many-requests', wait: 12});
    answer = () => new Response('<html>', {status: 429, headers: {'retry-after': '30'}});
    expect(await unwrap(clientFor(api).open.GET('/thread', thread)).catch((one: unknown) => one)).toMatchObject({kind: 'too-many-requests', wait: 30});
  });

  it('tells whoever came after a reader who left, also where that one leaves once more', () => {
    const client = clientFor(api);
    let told = 0;
    const leave = client.subscribe('thread:t', () => null);
    leave();
    const other = client.subscribe('thread:t', () => { told += 1; });
    leave();
    client.changed('thread:t');
    expect(told).toBe(1);
    other();
  });

  it('lets everything be read again when somebody else takes part', () => {
    let read = 0;
    const leave = clientFor(api).subscribe('thread:t', () => { read += 1; });
    configure({api, token: () => Promise.resolve('t'), fetch: () => Promise.resolve(Response.json({}))});
    expect([read, clientFor(api).vouched]).toEqual([1, true]);
    leave();
  });

  it('asks the page for its token each time, and once more when it is no longer believed', async () => {
    let tokens = 0;
    configure({api, token: () => Promise.resolve(`t${++tokens}`), fetch: async (request) => {
      asked.push(request);
      return request.headers.get('authorization') === 'Bearer t1' ? problem('invalid-credential', 401) : Response.json({ok: true});
    }});
    const key = newKey();
    await unwrap(clientFor(api).own.PUT('/comments/{commentId}/support', {params: {path: {commentId: 'c'}, header: {'Idempotency-Key': key}}}));
    expect(asked.map((request) => [request.headers.get('authorization'), request.headers.get('idempotency-key')])).toEqual([['Bearer t1', key], ['Bearer t2', key]]);
  });

  it('tries a passing failure again, a refusal never', async () => {
    let turns = 0;
    answer = () => (++turns < 2 ? new Response('<h1>502</h1>', {status: 502}) : Response.json({ok: true}));
    await unwrap(clientFor(api).open.GET('/thread', thread));
    expect(turns).toBe(2);
    answer = () => { turns++; return problem('not-found', 404); };
    expect(await kindOf(unwrap(clientFor(api).open.GET('/thread', thread)))).toBe('not-found');
    expect(turns).toBe(3);
  });

  it('does not wait longer than a person would for Retry-After', async () => {
    answer = () => problem('too-many-requests', 429, {'retry-after': '600'});
    expect(await kindOf(unwrap(clientFor(api).open.GET('/thread', thread)))).toBe('too-many-requests');
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a page of a proxy', () => new Response('<html>', {status: 500}), 'unavailable'],
    ['a page in place of an answer', () => new Response('<html>'), 'unavailable'],
    ['a proxy’s 404', () => new Response('', {status: 404}), 'not-found'],
    ['a problem of its own', () => problem('thread-closed', 409), 'thread-closed'],
  ])('makes %s a problem', async (_, given, kind) => {
    answer = given;
    const failure: unknown = await unwrap(clientFor(api).open.GET('/thread', thread)).catch((one: unknown) => one);
    expect(failure).toBeInstanceOf(ApiError);
    expect((failure as ApiError).kind).toBe(kind);
  });

  it('asks for counts of one moment together', async () => {
    answer = ({url}) => Response.json({counts: new URL(url).searchParams.getAll('thread').map((threadId) => ({threadId, commentCount: threadId.length}))});
    const client = clientFor(api);
    const counts = await Promise.all(['a', 'bb', 'a', 'ج'].map((id) => countOf(client, id)));
    expect(counts.map((count) => count?.commentCount)).toEqual([1, 2, 1, 1]);
    expect(paths()).toEqual([`GET /comment-counts?thread=a&thread=bb&thread=${encodeURIComponent('ج')}`]);
  });

  it('tells all readers of a changed resource, and reads it again past the cache', async () => {
    const client = clientFor(api);
    const told: string[] = [];
    const leave = client.subscribe('thread:t', () => told.push('one'));
    client.subscribe('thread:t', () => told.push('two'));
    client.subscribe('poll:t', () => told.push('poll'));
    await unwrap(client.open.GET('/thread', thread));
    client.changed('thread:t');
    leave();
    client.changed('thread:t');
    expect(told).toEqual(['one', 'two', 'two']);
    await unwrap(client.open.GET('/thread', thread));
    expect(asked.map(({cache}) => cache)).toEqual(['default', 'no-cache']);
  });
});

describe('the stream', () => {
  it('is cut into the same events wherever its pieces end', () => {
    const text = ': hello\n\nevent: change\r\ndata: {"a":1}\r\n\r\nid: 7\nevent: change\ndata: x\ndata: y\n\ndata: half';
    const whole = eventCutter()(text);
    expect(whole).toEqual([{name: 'change', data: '{"a":1}'}, {name: 'change', data: 'x\ny'}]);
    const cut = eventCutter();
    expect([...text].flatMap((piece) => cut(piece))).toEqual(whole);
  });
});

describe('counts', () => {
  it('fit the contract: at most 50 ids, and an address of bounded length', () => {
    expect(fitting(Array.from({length: 80}, (_, at) => `${at}`))).toHaveLength(50);
    expect(fitting(['ج'.repeat(300), 'ج'.repeat(300), 'ج'.repeat(300)]).length).toBe(1);
    expect(fitting(['ج'.repeat(512)])).toHaveLength(1);
  });
  it('make keys that the contract takes', () => {
    expect(newKey()).toMatch(/^[A-Za-z0-9_-]{16,64}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
