/** Who is taking part: the host page's token where it gives one, else the device key of a guest. */
import {refusal} from './problem.ts';
import {shared} from './shared.ts';
import {send} from './send.ts';
import type {Wire} from './send.ts';

/** One tab after another, where the browser can: two tabs that begin at once are one guest. */
const alone = <Result>(name: string, act: () => Promise<Result>): Promise<Result> =>
  (globalThis.navigator as Partial<Navigator> | undefined)?.locks?.request(name, act) ?? act();

/** The guest key of one API. It is asked for at the first act, by one request for all widgets, and never before. */
export class Person {
  readonly #api: string;
  readonly #wire: Wire;
  #guest: string | null = null;
  #starting: Promise<string> | null = null;

  constructor(api: string, wire: Wire) {
    this.#api = api;
    this.#wire = wire;
  }

  /** The credential there is, or null for somebody who has not acted yet. */
  async known(): Promise<string | null> {
    return await shared.settings.get(this.#api)?.token?.() || this.#stored();
  }

  /** The credential; a guest begins here. */
  async acting(): Promise<string> {
    return await this.known() ?? (this.#starting ??= alone(this.#place, async () => this.#stored() ?? await this.#start())
      .finally(() => { this.#starting = null; }));
  }

  /** The server no longer believes this guest key; the next act begins anew. */
  forget(credential: string): void {
    if (credential === this.#stored()) this.#keep(null);
  }

  async #start(): Promise<string> {
    const headers = {'content-type': 'application/json'};
    const response = await send(new Request(`${this.#api}/guests`, {method: 'POST', headers, body: '{}', credentials: 'omit'}), this.#wire);
    const answer = await response.json().catch(() => null) as {key?: string} | null;
    if (!response.ok || !answer?.key) throw refusal(answer, response);
    const {key} = answer;
    this.#keep(key);
    return key;
  }

  get #place() { return `shurkum:${this.#api}:guest`; }

  /** Storage may be switched off or full: then the key lives as long as the page. */
  #stored(): string | null {
    try {
      return localStorage.getItem(this.#place) ?? this.#guest;
    } catch {
      return this.#guest;
    }
  }

  #keep(key: string | null): void {
    this.#guest = key;
    try {
      if (key) localStorage.setItem(this.#place, key);
      else localStorage.removeItem(this.#place);
    } catch { /* Kept in memory. */ }
  }
}
