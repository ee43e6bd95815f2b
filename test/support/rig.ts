/** A server under test: its store, a clock that stands where it is put, and people who send requests. Every reply is held against the contract. */
import {afterAll, beforeAll, describe, expect} from 'vitest';
import * as replies from '@shurkum/contract/replies';
import {operations} from '@shurkum/contract/operations';
import type {Schema, Validate} from '@shurkum/contract';
import {createApp, createPoll, createSpace, memoryFiles, randomId} from '@shurkum/server';
import type {LogEvent, PollDefinition, Services, SpaceDefinition, Store} from '@shurkum/server';
import {storeKinds} from './stores.ts';
import type {Opened} from './stores.ts';

export const origin = 'https://ministry.example';
export const start = Date.parse('2026-11-23T08:00:00.000Z');

export const spaceDefinition = (id: string): SpaceDefinition => ({
  id, name: {ar: 'هيئة الاختبار', en: 'Test Authority'}, languages: ['ar', 'en'], origins: [origin], guests: true,
  display: {timeZone: 'Asia/Muscat', languages: {ar: {numberingSystem: 'arab'}}},
  threads: {state: 'open', policy: {text: {ar: 'سياسة التعليقات', en: 'Comment policy'}}, accept: ['[^/]+(?:/[^/]+)*']},
});

export const pollDefinition = (id: string, more: Partial<PollDefinition> = {}): PollDefinition => ({
  id, title: {ar: 'أيّ خدمة أولًا؟', en: 'Which service first?'}, asker: null,
  questions: [{id: 'q', kind: 'single', text: {en: 'Which one?'}, options: [{id: 'a', label: {en: 'A'}}, {id: 'b', label: {en: 'B'}}]}],
  opensAt: new Date(start - 3_600_000).toISOString(), closesAt: new Date(start + 86_400_000).toISOString(), timeZone: 'Asia/Muscat',
  resultRule: 'always', changeable: true, guests: true, quorum: null, ...more,
});

export type Reply<T = any> = {status: number; body: T; text: string; headers: Headers};
export type Extra = {key?: string; headers?: Record<string, string>; raw?: BodyInit; api?: (request: Request) => Promise<Response>; space?: string};

const checks = replies as unknown as Record<string, Validate | undefined>;
const routes = Object.entries(operations).map(([id, {method, path}]) =>
  ({id, method: method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)}));

/** The reply must be what the contract says of this operation and status. */
function checkReply(method: string, path: string, status: number, body: unknown): void {
  const id = routes.find((route) => route.method === method && route.pattern.test(path.split('?')[0] ?? ''))?.id;
  const name = status >= 400 ? 'problem' : `${id}_${status}`;
  const check = checks[name];
  if (check) expect({valid: check(body), errors: check.errors ?? null, name}).toEqual({valid: true, errors: null, name});
}

let keys = 0;
export const newKey = () => `test-key-${String((keys += 1)).padStart(12, '0')}`;

export class Rig {
  readonly store: Store;
  readonly opened: Opened;
  readonly services: Services;
  readonly api: (request: Request) => Promise<Response>;
  readonly log: LogEvent[] = [];
  readonly shutdown = new AbortController();
  readonly files = memoryFiles();
  readonly administratorKey = randomId(32);
  now = start;

  constructor(opened: Opened) {
    this.opened = opened;
    this.store = opened.store;
    this.services = this.servicesOn(opened.store);
    this.api = createApp(this.services);
  }

  servicesOn(store: Store): Services {
    return {
      store, clock: () => new Date(this.now), newId: randomId, log: (event) => { this.log.push(event); }, files: this.files, shutdown: this.shutdown.signal,
      administratorKey: this.administratorKey,
    };
  }

  /** Another process on the same database, where the database allows it. */
  async second(): Promise<(request: Request) => Promise<Response>> {
    const store = await this.opened.again?.();
    return store ? createApp(this.servicesOn(store)) : this.api;
  }

  async send(method: string, path: string, body?: unknown, {key = newKey(), headers = {}, raw, api = this.api, space = 'default'}: Extra = {}): Promise<Reply> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(`https://api.example/v1/${space}${path}`, {
      method, ...(content === undefined ? {} : {body: content}), ...(content instanceof ReadableStream ? {duplex: 'half'} : {}),
      headers: {...(method === 'GET' ? {} : {'idempotency-key': key, 'content-type': 'application/json'}), ...headers},
    });
    const response = await api(request);
    const text = await response.text();
    const json: unknown = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null;
    checkReply(method, path, response.status, json);
    return {status: response.status, body: json, text, headers: response.headers};
  }

  get(path: string, extra?: Extra): Promise<Reply> { return this.send('GET', path, undefined, extra); }

  async guest(space = 'default'): Promise<Guest> {
    const {body} = await this.send('POST', '/guests', {}, {space});
    return new Guest(this, body.key as string, space);
  }

  poll(id: string, more?: Partial<PollDefinition>): Promise<void> {
    return createPoll(this.store, 'default', pollDefinition(id, more), this.now);
  }
}

/** Somebody with a guest key. */
export class Guest {
  readonly rig: Rig;
  readonly credential: string;
  readonly space: string;
  constructor(rig: Rig, credential: string, space: string) {
    this.rig = rig;
    this.credential = credential;
    this.space = space;
  }

  send(method: string, path: string, body?: unknown, extra: Extra = {}): Promise<Reply> {
    return this.rig.send(method, path, body, {space: this.space, ...extra, headers: {authorization: `Bearer ${this.credential}`, ...extra.headers}});
  }

  get(path: string, extra?: Extra): Promise<Reply> { return this.send('GET', path, undefined, extra); }

  async say(threadId: string, text: string, parentId?: string): Promise<Schema<'Comment'>> {
    const {status, body} = await this.send('POST', '/comments', {threadId, text, ...(parentId && {parentId})});
    expect(status).toBe(201);
    return (body as Schema<'MyComment'>).comment;
  }

  vote(poll: string, answers: unknown[], extra?: Extra): Promise<Reply> {
    return this.send('PUT', `/polls/${poll}/ballot`, {answers}, extra);
  }
}

export const type = (name: string) => `urn:shurkum:problem:${name}`;

/** The same tests on every database; one that is not there is skipped by name. */
export function onEveryDatabase(subject: string, tests: (rig: () => Rig) => void, wanted = storeKinds): void {
  describe.each(wanted)(`${subject}, on $name`, ({open, skipped}) => {
    if (skipped) {
      describe.skip(`skipped: ${skipped}`, () => { tests(() => { throw new Error(skipped); }); });
      return;
    }
    let rig: Rig;
    beforeAll(async () => {
      rig = new Rig(await open());
      await createSpace(rig.store, spaceDefinition('default'));
      await createSpace(rig.store, {...spaceDefinition('other'), guests: false});
    });
    afterAll(async () => {
      rig.shutdown.abort();
      await rig.opened.close();
    });
    tests(() => rig);
  });
}

/** Everything that a list holds, page by page, doing `between` after each. The path has a query already. */
export async function everyPage<Item>(rig: Rig, path: string, between: () => Promise<unknown> = () => Promise.resolve()): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const {status, body} = await rig.get(path + (cursor ? `&cursor=${cursor}` : ''));
    expect(status).toBe(200);
    items.push(...body.items as Item[]);
    cursor = body.nextCursor as string | null;
    await between();
  } while (cursor);
  return items;
}
