/** Which pages may call: exactly the origins the space lists, and pages of the server itself. */
import type {Space} from '../spaces.ts';
import {secured} from './headers.ts';

export function originAllowed(space: Space, origin: string | null, url: string): boolean {
  return origin === null || space.origins.includes(origin) || (origin !== 'null' && url.startsWith(`${origin}/`));
}

export const corsHeaders = (origin: string | null): Record<string, string> =>
  (origin === null ? {} : {'access-control-allow-origin': origin, 'access-control-expose-headers': 'ETag, Retry-After, Date'});

/** The answer to a preflight; no operation runs. */
export const preflight = (origin: string | null): Response => new Response(null, {status: 204, headers: {
  ...secured, ...corsHeaders(origin),
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match',
  'access-control-max-age': '600',
}});
