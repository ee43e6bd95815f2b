/**
 * Calls by the paths of the contract, typed by `openapi-fetch` and spelt out here: its runtime serves styles of
 * parameters that this contract does not have, at a tenth of what a whole widget may weigh.
 */
import type {paths} from '@shurkum/contract';
import type {Client} from 'openapi-fetch';
import type {Wire} from './send.ts';

export type Door = Pick<Client<paths>, 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'>;
type Simple = string | number;
type Init = {params?: {query?: Record<string, Simple | Simple[] | undefined>; path?: Record<string, Simple>; header?: Record<string, string>}; body?: unknown};

/** A list is repeated (`thread=a&thread=b`); what is undefined is left out. */
function search(query: NonNullable<Init['params']>['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, `${one}`]));
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
}

const readable = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export function doorTo(api: string, wire: Wire): Door {
  const method = (name: string) => async (path: string, {params = {}, body}: Init = {}) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, place: string) => encodeURIComponent(params.path?.[place] ?? ''));
    const headers = {...params.header, ...(body ? {'content-type': 'application/json'} : {})};
    const response = await wire(new Request(api + filled + search(params.query), {method: name, headers, ...(body ? {body: JSON.stringify(body)} : {})}));
    const value = readable(await response.text());
    return response.ok ? {data: value, response} : {error: value, response};
  };
  return Object.fromEntries(['GET', 'PUT', 'POST', 'PATCH', 'DELETE'].map((name) => [name, method(name)])) as unknown as Door;
}
