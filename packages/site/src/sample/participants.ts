/** Guests who take part in the past: each act is a request to the server's own function, whose clock stands where it is told to. */
import {randomUUID} from 'node:crypto';
import {createApp} from '@shurkum/server';
import type {Services} from '@shurkum/server';

const base = 'http://localhost/v1';

export class Participants {
  readonly #api: (request: Request) => Promise<Response>;
  readonly #space: string;
  /** The device keys of those who give a name: whoever is named twice is one person. */
  readonly #named = new Map<string, string>();
  #now = 0;

  constructor(services: Services, space: string) {
    this.#space = space;
    this.#api = createApp({...services, clock: () => new Date(this.#now), log: () => undefined});
  }

  /** A guest does one thing at one moment. @throws where the server refuses it: sample content must be acceptable. */
  async act<T>(now: number, method: string, path: string, body?: {name?: string; [field: string]: unknown}): Promise<T> {
    this.#now = now;
    const key = this.#named.get(body?.name ?? '') ?? (await this.#send<{key: string}>('POST', '/guests', {}, {})).key;
    if (body?.name) this.#named.set(body.name, key);
    return this.#send<T>(method, path, {authorization: `Bearer ${key}`, 'idempotency-key': randomUUID()}, body);
  }

  async #send<T>(method: string, path: string, headers: Record<string, string>, body: unknown): Promise<T> {
    const response = await this.#api(new Request(`${base}/${this.#space}${path}`, {
      method, headers: {...headers, 'content-type': 'application/json'}, body: body === undefined ? null : JSON.stringify(body),
    }));
    if (!response.ok) throw new Error(`The sample ${method} ${path} was refused: ${await response.text()}`);
    return await response.json() as T;
  }
}
