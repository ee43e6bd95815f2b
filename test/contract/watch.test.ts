import {describe, expect, it} from 'vitest';
import {decideComment, setThread} from '@shurkum/server';
import {onEveryDatabase, type} from '../support/rig.ts';
import type {Rig} from '../support/rig.ts';

type Change = {thread?: string; poll?: string; sequence: number};

/** Reads a stream as a page would. */
class Listener {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly text: string[] = [];
  #rest: Change[] = [];
  constructor(body: ReadableStream<Uint8Array>) { this.#reader = body.getReader(); }

  static async on(rig: Rig, query: string, api = rig.api, signal?: AbortSignal): Promise<Listener> {
    const response = await api(new Request(`https://api.example/v1/default/watch?${query}`, signal ? {signal} : {}));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    return new Listener(response.body!);
  }

  /** The next event, or undefined where the stream has ended. */
  async next(): Promise<Change | undefined> {
    while (!this.#rest.length) {
      const {done, value} = await this.#reader.read();
      if (done) return undefined;
      const text = new TextDecoder().decode(value);
      this.text.push(text);
      this.#rest = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as Change);
    }
    return this.#rest.shift();
  }

  /** Waits until this one has been told. */
  async until(wanted: (change: Change) => boolean): Promise<Change> {
    for (;;) {
      const change = await this.next();
      if (!change) throw new Error('The stream ended.');
      if (wanted(change)) return change;
    }
  }

  stop(): Promise<void> { return this.#reader.cancel(); }
}

onEveryDatabase('a stream', (rig) => {
  const sequence = async (id: string) => (await rig().get(`/thread?id=${id}`)).body.thread.sequence as number;

  it('begins with what stands now', async () => {
    const guest = await rig().guest();
    await guest.say('watch/now', 'x');
    await rig().poll('watch-now');
    const listener = await Listener.on(rig(), 'thread=watch/now&thread=watch/none&poll=watch-now');
    const first = [await listener.next(), await listener.next(), await listener.next()];
    expect(first).toEqual(expect.arrayContaining([{thread: 'watch/now', sequence: 1}, {thread: 'watch/none', sequence: 0}, {poll: 'watch-now', sequence: 0}]));
    await listener.stop();
  });

  it('tells that something changed and its sequence, never what it says', async () => {
    const listener = await Listener.on(rig(), 'thread=watch/change');
    await listener.next();
    const guest = await rig().guest();
    const comment = await guest.say('watch/change', 'canary-text');
    expect(await listener.next()).toEqual({thread: 'watch/change', sequence: 1});
    await (await rig().guest()).send('PUT', `/comments/${comment.id}/support`);
    expect(await listener.next()).toEqual({thread: 'watch/change', sequence: 2});
    expect(listener.text.join('')).not.toContain('canary-text');
    await listener.stop();
  });

  it('hears of writes made by another process', async () => {
    const second = await rig().second();
    const listener = await Listener.on(rig(), 'thread=watch/second');
    await listener.next();
    // Where another process is heard through the database, hearing begins a moment after the stream does.
    const guest = await rig().guest();
    await guest.send('POST', '/comments', {threadId: 'watch/second', text: 'from elsewhere'}, {api: second});
    expect(await listener.until((change) => change.sequence === 1)).toEqual({thread: 'watch/second', sequence: 1});
    await listener.stop();
  });

  it('tells a slow reader the newest, not all', async () => {
    const listener = await Listener.on(rig(), 'thread=watch/slow');
    await listener.next();
    const guest = await rig().guest();
    for (let n = 0; n < 30; n += 1) await guest.say('watch/slow', `${n}`);
    const told: number[] = [];
    while (told.at(-1) !== 30) told.push((await listener.next())!.sequence);
    expect(told.length).toBeLessThan(10);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    await listener.stop();
  });

  it('never announces what is hidden', async () => {
    await setThread(rig().services, 'default', 'watch/hidden', {state: 'pre-moderated'});
    await rig().poll('watch-hidden', {resultRule: 'after-close'});
    const before = await sequence('watch/hidden');
    const listener = await Listener.on(rig(), 'thread=watch/hidden&poll=watch-hidden');
    const guest = await rig().guest();
    const {body: {comment}} = await guest.send('POST', '/comments', {threadId: 'watch/hidden', text: 'held'});
    await guest.send('PATCH', `/comments/${comment.id}`, {text: 'still held'});
    await guest.vote('watch-hidden', [{questionId: 'q', optionIds: ['a']}]);
    await decideComment(rig().services, 'default', comment.id, {state: 'rejected', reason: 'policy', revision: 2});
    expect(await sequence('watch/hidden')).toBe(before);
    await guest.send('DELETE', `/comments/${(await guest.send('POST', '/comments', {threadId: 'watch/hidden', text: 'held too'})).body.comment.id}`);
    await setThread(rig().services, 'default', 'watch/hidden', {state: 'open'});
    const told: Change[] = [];
    while (told.at(-1)?.sequence !== before + 1) told.push((await listener.next())!);
    for (const {thread, sequence: at} of told) expect(thread ? [before, before + 1] : [0]).toContain(at);
    await listener.stop();
  });

  it('watches one to fifty things that may be watched', async () => {
    for (const [query, name] of [['poll=none', 'not-found'], ['thread=%2F', 'not-found'], ['', 'invalid-parameter'],
      [Array.from({length: 51}, (_, n) => `${n % 2 ? 'thread' : 'poll'}=w${n}`).join('&'), 'invalid-parameter'], ['thread=a&x=1', 'unknown-parameter']]) {
      expect([query, (await rig().get(`/watch?${query}`)).body.type]).toEqual([query, type(name!)]);
    }
  });

  describe('that is no longer wanted', () => {
    it('ends with the request', async () => {
      const request = new AbortController();
      const listener = await Listener.on(rig(), 'thread=watch/abort', rig().api, request.signal);
      await listener.next();
      const ended = listener.next();
      request.abort();
      expect(await ended).toBeUndefined();
    });
    it('ends when the server stops', async () => {
      const listener = await Listener.on(rig(), 'thread=watch/stop');
      await listener.next();
      const ended = listener.next();
      rig().shutdown.abort();
      expect(await ended).toBeUndefined();
    });
  });
});
