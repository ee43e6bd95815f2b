/** The site as an operator meets it: how it starts, what it serves, how it stops, and that it keeps what it was given. */
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {request} from 'node:http';
import type {IncomingMessage} from 'node:http';
import {connect} from 'node:net';
import {text} from 'node:stream/consumers';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {scratch, startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';

const thread = 'blog/2026-11-open-data';
type View = {thread: {commentCount: number}; comments: {items: {id: string}[]}};

describe('a first start', () => {
  let site: RunningSite, room: Awaited<ReturnType<typeof scratch>>;
  beforeAll(async () => {
    room = await scratch();
    site = await startSite({database: room.database});
  });
  afterAll(async () => {
    await site.stop();
    await room.remove();
  });

  it('says where to look in under twenty lines, and nothing on standard error', () => {
    expect(site.said().trim().split('\n').length).toBeLessThan(20);
    expect(site.said()).toContain(`${site.origin}/demo/blog-ar.html`);
    expect(site.said()).toContain(site.api);
    expect(site.said()).toContain('/widgets/all.js');
    expect(site.complained()).toBe('');
  });

  it('serves every demonstration page under a policy without exceptions', async () => {
    for (const path of ['/', '/demo/blog-ar.html', '/demo/blog-en.html', '/demo/portal-ar.html', '/demo/portal-en.html', '/demo/proposals-ar.html', '/demo/proposals-en.html']) {
      const response = await fetch(site.origin + path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lit-html");
      expect(policy).not.toContain('unsafe');
      expect(await response.text()).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
    }
  });

  it('lets every origin load the widgets, and keeps for good only what carries a hash', async () => {
    const scripts = await (await fetch(`${site.origin}/widgets/integrity.json`)).json() as Record<string, {entry: boolean}>;
    for (const [name, {entry}] of Object.entries(scripts)) {
      const response = await fetch(`${site.origin}/widgets/${name}`, {headers: {'accept-encoding': 'br'}});
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(response.headers.get('content-encoding')).toBe('br');
      expect(response.headers.get('vary')).toBe('accept-encoding');
      expect(response.headers.get('cache-control')?.includes('immutable'), name).toBe(!entry);
      const again = await fetch(`${site.origin}/widgets/${name}`, {headers: {'if-none-match': response.headers.get('etag')!}});
      expect(again.status).toBe(304);
    }
  });

  it('serves no file that it does not name', async () => {
    for (const path of ['/widgets/.stamp', '/widgets/../package.json', '/demo/%2e%2e/package.json', '/widgets/', '/package.json']) {
      expect((await fetch(site.origin + path)).status, path).toBe(404);
    }
  });

  it('holds sample content whose numbers are counted', async () => {
    const view = await (await fetch(`${site.api}/thread?id=${thread}&limit=100`)).json() as View;
    expect(view.thread.commentCount).toBeGreaterThanOrEqual(12);
    const {poll} = await (await fetch(`${site.api}/polls/paper-receipts`)).json() as {poll: {status: string; tally: {people: number; questions: {options: {people: number}[]}[]}}};
    expect(poll.status).toBe('answered');
    expect(poll.tally.questions[0]!.options.reduce((sum, {people}) => sum + people, 0)).toBe(poll.tally.people);
  });
});

/** A comment whose body is on its way: half of it has been sent. */
function halfSent(api: string, key: string, idempotencyKey: string): {finish(): Promise<{status: number; body: string}>; begun: Promise<void>} {
  const body = Buffer.from(JSON.stringify({threadId: thread, text: 'كُتب والخادم يتوقّف'}));
  const sent = request(`${api}/comments`, {method: 'POST', headers: {
    authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': idempotencyKey, 'content-length': body.length,
  }});
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  const begun = new Promise<void>((resolve) => { sent.write(body.subarray(0, 20), () => { resolve(); }); });
  return {begun, finish: async () => {
    sent.end(body.subarray(20));
    const [response] = await answered;
    return {status: response.statusCode ?? 0, body: await text(response)};
  }};
}

/** Resolves once nobody can connect any more. */
async function closedToNewcomers(origin: string): Promise<void> {
  const {hostname, port} = new URL(origin);
  for (let open = true; open;) {
    open = await new Promise<boolean>((resolve) => {
      const socket = connect(Number(port), hostname, () => { socket.destroy(); resolve(true); }).on('error', () => { resolve(false); });
    });
  }
}

describe('a stop', () => {
  let site: RunningSite, room: Awaited<ReturnType<typeof scratch>>;
  beforeAll(async () => {
    room = await scratch();
    site = await startSite({database: room.database});
  });
  afterAll(() => room.remove());

  it('finishes the request in flight, ends the streams, and exits with 0', async () => {
    const guest = await (await fetch(`${site.api}/guests`, {method: 'POST', headers: {'content-type': 'application/json'}, body: '{}'})).json() as {key: string};
    const stream = (await fetch(`${site.api}/watch?thread=${thread}`)).text();
    const comment = halfSent(site.api, guest.key, randomUUID());
    await comment.begun;
    const from = performance.now();
    const stopped = site.stop();
    await closedToNewcomers(site.origin);
    const answer = await comment.finish();
    expect(answer.status).toBe(201);
    expect(await stopped).toBe(0);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(await stream).toContain('event: change');
  });

  it('loses nothing: a second start has every comment, and the sample only once', async () => {
    const again = await startSite({database: room.database});
    const view = await (await fetch(`${again.api}/thread?id=${thread}&limit=100&sort=newest`)).json() as View;
    expect(JSON.stringify(view.comments.items[0])).toContain('كُتب والخادم يتوقّف');
    expect(view.comments.items.filter((comment) => JSON.stringify(comment).includes('كُتب والخادم يتوقّف'))).toHaveLength(1);
    expect(view.comments.items.length).toBeLessThan(20);
    expect(await again.stop()).toBe(0);
  });
});

describe('npm start', () => {
  it('ends the server too when it is told to end', async () => {
    const room = await scratch();
    const site = await startSite({database: room.database, npm: true});
    await site.stop();
    await closedToNewcomers(site.origin);
    await room.remove();
  });
});

describe('a start that cannot be', () => {
  it('names the taken port in one line', async () => {
    const room = await scratch();
    const site = await startSite({database: room.database});
    const other = await scratch();
    const port = Number(new URL(site.origin).port);
    await expect(startSite({database: other.database, port})).rejects.toThrow(`Port ${port} is taken`);
    await site.stop();
    await Promise.all([room.remove(), other.remove()]);
  });
});
