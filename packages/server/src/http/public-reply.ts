/** Public answers: the same bytes for everyone, named by an ETag, kept while their version stands. */
import {digest} from '../domain/digest.ts';
import type {PublicAnswer} from '../operations/operation.ts';
import type {Act} from '../store/act.ts';
import type {Store} from '../store/store.ts';
import type {ByteCache, Kept} from './byte-cache.ts';
import {secured} from './headers.ts';

const freshFor = 2;
const staleFor = 30;
const encoder = new TextEncoder();

/** Short, and never past the instant at which the answer changes by itself. */
export function cacheControl(until: number | null, now: number): string {
  const left = until === null ? freshFor + staleFor : Math.max(0, Math.floor((until - now) / 1000));
  const fresh = Math.min(freshFor, left);
  const stale = Math.min(staleFor, left - fresh);
  return `public, max-age=${fresh}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`;
}

function keep({json, stampNow = false, until = null}: PublicAnswer, version: string): Kept {
  const etag = `${stampNow ? 'W/' : ''}"${digest(json)}"`;
  return {version, bytes: encoder.encode(json), etag, stampNow, until};
}

/** The same bytes with the server's clock as the last field. */
function stamped(bytes: Uint8Array<ArrayBuffer>, now: number): Uint8Array<ArrayBuffer> {
  const stamp = encoder.encode(`,"now":"${new Date(now).toISOString()}"}`);
  const whole = new Uint8Array(bytes.byteLength - 1 + stamp.byteLength);
  whole.set(bytes.subarray(0, -1));
  whole.set(stamp, bytes.byteLength - 1);
  return whole;
}

const plain = (etag: string) => etag.trim().replace(/^W\//, '');
export const matches = (header: string | null, etag: string) =>
  header !== null && (header.trim() === '*' || header.split(',').some((each) => plain(each) === plain(etag)));

export type PublicRequest = {request: Request; key: string; now: number; cors: Record<string, string>};
export type Source = {version?: (() => Act<string | null>) | undefined; answer: () => Act<PublicAnswer>};

async function kept(store: Store, cache: ByteCache, {key}: PublicRequest, {version: readVersion, answer}: Source): Promise<Kept> {
  if (!readVersion) return keep(await store.read(answer), '');
  // The version is read before the answer: a change in between makes the kept bytes too old, never too young.
  const version = await store.peek(readVersion);
  if (version === null) return keep(await store.read(answer), '');
  const found = cache.get(key, version);
  if (found) return found;
  const made = keep(await store.read(answer), version);
  cache.set(key, made);
  return made;
}

export async function publicReply(store: Store, cache: ByteCache, asked: PublicRequest, source: Source): Promise<Response> {
  const {bytes, etag, stampNow, until} = await kept(store, cache, asked, source);
  const headers = {...secured, ...asked.cors, etag, 'cache-control': cacheControl(until, asked.now)};
  if (matches(asked.request.headers.get('if-none-match'), etag)) return new Response(null, {status: 304, headers});
  const body = stampNow ? stamped(bytes, asked.now) : bytes;
  return new Response(body, {status: 200, headers: {...headers, 'content-type': 'application/json'}});
}
