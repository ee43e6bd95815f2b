/** The server as a function of a request. Routes come from the contract's table; nothing here knows an operation. */
import {Hono} from 'hono';
import {operations} from '@shurkum/contract/operations';
import type {OperationId} from '@shurkum/contract';
import {Refusal} from './domain/refusal.ts';
import {cleanFiles} from './files/clean.ts';
import {byteCache} from './http/byte-cache.ts';
import {corsHeaders, originAllowed, preflight} from './http/cors.ts';
import {answer} from './http/exchange.ts';
import type {Server} from './http/exchange.ts';
import {outsideSpaces} from './http/outside-spaces.ts';
import {problemReply} from './http/problem.ts';
import {administrator} from './identity/administrator.ts';
import {guesses} from './identity/guesses.ts';
import {guestKeys} from './identity/guest-keys.ts';
import {webHmac} from './identity/keys.ts';
import {createHub} from './live/hub.ts';
import {sequenceReader} from './live/sequences.ts';
import type {Services} from './services.ts';
import {spaceReader} from './spaces.ts';
import {forgetOldKeys} from './store/idempotency.ts';
import {Unavailable} from './store/store.ts';

/** What the port knows of a request besides the request. */
export type Caller = {
  /** Tells people apart where it can; without it nobody is told apart. */
  address?: string | undefined;
};

type Ask = (request: Request, path: Record<string, string>, caller?: Caller) => Promise<Response>;
type Env = {Bindings: Caller};

const base = '/v1/:space';
const cleanEvery = 60 * 60_000;

/** An error's place without its words, which might quote what somebody wrote. */
const placeOf = (error: unknown) =>
  (error instanceof Error ? {error: error.name, at: error.stack?.split('\n').filter((line) => line.trim().startsWith('at ')).slice(0, 8)} : {});

function refusalReply(error: unknown, {log}: Services, operation: string, cors: Record<string, string>): Response {
  if (error instanceof Refusal) return problemReply(error.problem, error.errors, cors, error.wait);
  const unavailable = error instanceof Unavailable;
  log({level: 'error', message: unavailable ? 'database unavailable' : 'unexpected error', operation,
    ...placeOf(unavailable ? error.cause : error)});
  return problemReply(unavailable ? 'unavailable' : 'internal', [], cors);
}

/** Puts around an operation what all have in common: the space, its origins, refusals, the log. */
function frame(server: Server): (operation: string, ask: (server: Server, exchange: Parameters<typeof answer>[2]) => Promise<Response>) => Ask {
  const {services} = server;
  const readSpace = spaceReader(services.store);
  return (operation, ask) => async (request, {space: spaceId = '', ...path}, {address} = {}) => {
    const started = performance.now();
    const origin = request.headers.get('origin');
    let cors: Record<string, string> = {};
    let response: Response;
    try {
      const space = await readSpace(spaceId);
      if (!space) throw new Refusal('not-found');
      if (!originAllowed(space, origin, request.url, services.origin)) throw new Refusal('origin-not-allowed');
      cors = corsHeaders(origin);
      const target = request.url.slice(request.url.indexOf('/', request.url.indexOf('://') + 3));
      response = await ask(server, {request, target, path, space, cors, address});
    } catch (error) {
      response = refusalReply(error, services, operation, cors);
    }
    services.log({level: 'info', message: 'request', method: request.method, operation, status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10});
    return response;
  };
}

/** Forgets idempotency keys past their days and files that were never sent, now and then, behind the writes. */
function cleaner(services: Services): () => void {
  const {store, clock} = services;
  let last = 0;
  return () => {
    const now = clock().getTime();
    if (now - last < cleanEvery) return;
    last = now;
    // The next hour tries again.
    store.write(() => forgetOldKeys(now)).catch(() => undefined);
    cleanFiles(services, now).catch(() => undefined);
  };
}

function notAllowed(allowed: readonly string[]): () => Promise<Response> {
  return () => Promise.resolve(problemReply('method-not-allowed', [], {allow: allowed.join(', ')}));
}

/** Makes the server. What comes back answers any request, also one that means nothing. */
export function createApp(services: Services): (request: Request, caller?: Caller) => Promise<Response> {
  const hmac = services.hmac ?? webHmac;
  const hub = createHub(services.store, sequenceReader(services.store));
  services.shutdown?.addEventListener('abort', () => { hub.end(); }, {once: true});
  const server: Server = {
    services, hmac, hub, cache: byteCache(), authenticators: services.authenticators ?? [guestKeys(hmac)],
    administrator: administrator(hmac, services.administratorKey), guesses: guesses(),
  };
  const framed = frame(server);
  const clean = cleaner(services);
  const app = new Hono<Env>();

  outsideSpaces(app, services);
  const preflighted = framed('preflight', (_, {request}) => Promise.resolve(preflight(request.headers.get('origin'))));
  app.options(`${base}/*`, (context) => preflighted(context.req.raw, {space: context.req.param('space')}));
  for (const [name, {method, path}] of Object.entries(operations)) {
    const id = name as OperationId;
    const ask = framed(id, (each, exchange) => answer(each, id, exchange));
    app.on(method, base + path, (context) => {
      if (method !== 'GET') clean();
      return ask(context.req.raw, context.req.param(), context.env);
    });
  }
  const table = Object.values(operations);
  for (const path of new Set(table.map((each) => each.path))) {
    app.all(base + path, notAllowed(table.filter((each) => each.path === path).map(({method}) => method)));
  }
  app.notFound(() => problemReply('not-found'));
  app.onError((error) => refusalReply(error, services, 'none', {}));
  return async (request, caller = {}) => app.fetch(request, caller);
}
