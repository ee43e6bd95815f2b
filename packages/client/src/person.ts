/** Who is taking part: the host page's token where it gives one, else the device key of a guest. */
import {exchange} from './guests.ts';
import {refusal} from './problem.ts';
import {shared} from './shared.ts';
import {send} from './send.ts';
import type {Wire} from './send.ts';

/** The guest key of one API. It is asked for at the first act, by one request for all widgets, and never before. */
export class Person {
  readonly #api: string;
  readonly #wire: Wire;
  #guest: string | undefined;
  #starting: Promise<string> | null = null;

  constructor(api: string, wire: Wire) {
    this.#api = api;
    this.#wire = wire;
  }

  /** The credential there is, or nothing for somebody who has not acted yet. */
  async known(): Promise<string | undefined> {
    const key = await shared.settings.get(this.#api)?.token?.() || this.#guest;
    if (key) return key;
    const kept = await this.#exchange();
    return this.#guest ??= kept;
  }

  /** The credential; a guest begins here. */
  async acting(): Promise<string> {
    return await this.known() ?? (this.#starting ??= this.#start().finally(() => { this.#starting = null; }));
  }

  /** The server no longer believes this guest key; the next act begins anew. */
  async forget(credential: string): Promise<void> {
    if (credential !== this.#guest) return;
    this.#guest = undefined;
    await this.#exchange(credential);
  }

  /** Another tab may have begun meanwhile: then its guest acts here too, and the new one is never used. */
  async #start(): Promise<string> {
    const headers = {'content-type': 'application/json'};
    const response = await send(new Request(`${this.#api}/guests`, {method: 'POST', headers, body: '{}', credentials: 'omit'}), this.#wire);
    const answer = await response.json().catch(() => null) as {key?: string} | null;
    if (!response.ok || !answer?.key) throw refusal(answer, response);
    return this.#guest = await this.#exchange(undefined, answer.key) ?? answer.key;
  }

  /** Storage may be switched off or full: then the key lives as long as the page. */
  #exchange(from?: string, to?: string): Promise<string | undefined> {
    return exchange(this.#api, from, to).catch(() => to);
  }
}
