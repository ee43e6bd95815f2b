/** Which API a widget talks to: what its `api` says, else the space `default` where this script came from. */
import {clientFor, trouble} from '@shurkum/client';
import type {Client} from '@shurkum/client';

/** The client, or an `ApiError` of kind `misconfigured` where the address is none. */
export function clientOf(api: string | undefined): Client {
  try {
    const url = api ? new URL(api) : new URL('/v1/default', import.meta.url);
    if (/^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash) return clientFor(url.href);
  } catch { /* Told below. */ }
  throw trouble('misconfigured');
}
