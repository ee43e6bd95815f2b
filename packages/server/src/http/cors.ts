/** Which pages may call: exactly the origins the space lists, and pages of the server itself. */
import type {Space} from '../spaces.ts';
import {secured} from './headers.ts';

/** `own` is the server's own origin, where it is known; else the request's address says it, which anybody may forge for themselves alone. */
export function originAllowed(space: Space, origin: string | null, url: string, own: string | undefined): boolean {
  return origin === null || space.origins.includes(origin) || (own ?? new URL(url).origin) === origin;
}

export const corsHeaders = (origin: string | null): Record<string, string> =>
  (origin === null ? {} : {'access-control-allow-origin': origin, 'access-control-expose-headers': 'ETag, Retry-After, Date'});

/** The answer to a preflight; no operation runs. */
export const preflight = (origin: string | null): Response => new Response(null, {status: 204, headers: {
  ...secured, ...corsHeaders(origin),
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match',
  'access-control-max-age': '600',
}});
