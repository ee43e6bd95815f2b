/** What stands outside the spaces: the contract itself, and whether the server lives and can work. */
import type {Env, Hono} from 'hono';
import {digest} from '../domain/digest.ts';
import type {Services} from '../services.ts';
import {statement} from '../store/statement.ts';
import {secured} from './headers.ts';
import {problemReply} from './problem.ts';

const anySpace = statement((db, _: Record<never, never>) => db.selectFrom('space').select('id').limit(1));

const state = (text: string) =>
  new Response(JSON.stringify({status: text}), {headers: {...secured, 'content-type': 'application/json', 'cache-control': 'no-store'}});

async function contract(ifNoneMatch: string | null): Promise<Response> {
  // Loaded at the first question: the document is long and few ask.
  const {default: document} = await import('@shurkum/contract/openapi');
  const json = JSON.stringify(document);
  const etag = `"${digest(json)}"`;
  const headers = {...secured, etag, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300'};
  if (ifNoneMatch === etag) return new Response(null, {status: 304, headers});
  return new Response(json, {headers: {...headers, 'content-type': 'application/json'}});
}

export function outsideSpaces<Around extends Env>(app: Hono<Around>, {store}: Services): void {
  app.get('/healthz', () => state('ok'));
  app.get('/readyz', () => store.peek(() => anySpace.first({})).then(() => state('ready'), () => problemReply('unavailable')));
  app.get('/v1/openapi.json', (context) => contract(context.req.header('if-none-match') ?? null));
}
