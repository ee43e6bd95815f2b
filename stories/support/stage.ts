/**
 * Gives each story a server of its own: the real one, in the page, with a database in memory and an address nobody else
 * uses. What a story shows is what the rules made of the acts it names.
 */
import {configure} from '@shurkum/client';
import {startPageServer} from '@shurkum/server/page';
import type {PageServer, PageServerOptions} from '@shurkum/server/page';
import type {StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor, within} from 'storybook/test';

export type Send = (request: Request) => Promise<Response>;
export type Stage = {api: string; server: PageServer; guest(): Promise<Guest>};
/** What happened before the story begins. */
export type Scene = (stage: Stage) => Promise<void>;

/** Somebody who takes part before the story begins. */
export class Guest {
  readonly #stage: Stage;
  readonly #key: string;

  constructor(stage: Stage, key: string) {
    this.#stage = stage;
    this.#key = key;
  }

  /** @throws where the server refuses: a story's past must be possible. */
  async act<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.#stage.server.fetch(new Request(this.#stage.api + path, {
      method, body: body === undefined ? null : JSON.stringify(body),
      headers: {authorization: `Bearer ${this.#key}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()},
    }));
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return await response.json() as T;
  }
}

let stages = 0;

export type Setting = {
  options?: PageServerOptions;
  scene?: Scene;
  /** Stands between the widget and the server: what a slow or missing line does. */
  line?: (send: Send) => Send;
};

/** Prepares one story; `loaders` of the stories call it. */
export async function stage({options, scene, line = (send) => send}: Setting): Promise<Stage> {
  const server = await startPageServer(options);
  stages += 1;
  const api = `https://story-${stages}.participation.test/v1/default`;
  const set: Stage = {api, server, guest: async () => {
    const response = await server.fetch(new Request(`${api}/guests`, {method: 'POST', body: '{}', headers: {'content-type': 'application/json'}}));
    return new Guest(set, (await response.json() as {key: string}).key);
  }};
  await scene?.(set);
  configure({api, fetch: line((request) => server.fetch(request))});
  return set;
}

/** Nothing ever arrives. */
export const silent = (): Send => () => new Promise<Response>(() => undefined);
/** There is no line at all. */
export const cut = (): Send => () => Promise.reject(new TypeError('Failed to fetch'));
/** Reads arrive, what is written does not. */
export const readOnly = (send: Send): Send => (request) => (request.method === 'GET' ? send(request) : cut()(request));

type Told = {canvasElement: HTMLElement};

/** The inside of the widget on the stage, as a person meets it. */
export function inside({canvasElement}: Told) {
  const widget = [...canvasElement.querySelectorAll('*')].find((element) => element.localName.startsWith('shurkum-'));
  const root = widget?.shadowRoot as unknown as HTMLElement;
  return {...within(root), part: (name: string) => {
    const found = root.querySelector<HTMLElement>(`[part~="${name}"]`);
    if (!found) throw new Error(`There is no part "${name}" yet`);
    return found;
  }};
}

/** Waits until the widget shows something of its own: a story is only as true as what can be seen in it. */
export async function settled({canvasElement}: Told): Promise<void> {
  const widget = [...canvasElement.querySelectorAll('*')].find((element) => element.localName.startsWith('shurkum-'));
  await waitFor(async () => {
    await expect(widget?.shadowRoot?.querySelector('[aria-busy="false"], [part="count"]')).toBeTruthy();
  }, {timeout: 10_000});
}

/** A story that begins where `setting` ends, and is told once the widget shows it. */
export const told = <Args>(setting: Setting, more: StoryObj<Args> = {}): StoryObj<Args> =>
  ({play: settled, ...more, loaders: [async () => ({stage: await stage(setting)})]});

/** The page's own words stay: nothing of the widget's own is waited for. */
export const unsettled = {play: () => undefined};
