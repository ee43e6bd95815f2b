/**
 * What every copy of this library on a page has in common, whichever copy came first: one client an API, and the
 * settings the page gave. It hangs on one versioned symbol, so that `configure` of any copy serves the copy that won.
 */
import type {Client} from './client.ts';

export type Settings = {
  /** Base URL of the API and its space, for example `https://participation.example/v1/ita`. */
  api: string;
  /** Gives the signed-in person's token whenever one is needed; nothing for a guest. Sent to this `api` only. */
  token?: () => Promise<string | null | undefined>;
  /** Answers requests in place of the browser's own `fetch`, for example a server function in the page. */
  fetch?: (request: Request) => Promise<Response>;
};
type Shared = {clients: Map<string, Client>; settings: Map<string, Settings>};

const place = globalThis as unknown as Record<symbol, Shared | undefined>;
const name = Symbol.for('shurkum.v1');
export const shared: Shared = place[name] ??= {clients: new Map(), settings: new Map()};

/** One spelling for each API: no slash at its end. */
export const tidy = (api: string): string => api.replace(/\/+$/, '');

/** Says who is taking part at an API, and how it is reached. Takes the place of what was said before, and its widgets read again. */
export function configure(settings: Settings): void {
  const api = tidy(settings.api);
  shared.settings.set(api, settings);
  shared.clients.get(api)?.configured();
}
