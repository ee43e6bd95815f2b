/**
 * The one way to an API. Two doors: `open` for reads that are the same for everyone, without credentials and shared
 * while on their way; `own` for what belongs to a person. Whoever changes a resource says so, and its readers read again.
 */
import {doorTo} from './door.ts';
import type {Door} from './door.ts';
import type {Live, Resource} from './live.ts';
import {Person} from './person.ts';
import {send} from './send.ts';
import type {Wire} from './send.ts';
import {shared, tidy} from './shared.ts';

/** Called with the new sequence where the stream told it, without where this page made the change. */
export type Reader = (sequence?: number) => void;

export class Client {
  readonly api: string;
  readonly open: Door;
  readonly own: Door;
  readonly #person: Person;
  readonly #wire: Wire;
  #live: Promise<Live> | undefined;
  readonly #readers = new Map<Resource, Map<Reader, boolean>>();
  readonly #underway = new Map<string, Promise<Response>>();
  readonly #sequences = new Map<Resource, number>();
  #changed = false;

  constructor(api: string) {
    const wire: Wire = (request) => (shared.settings.get(api)?.fetch ?? fetch)(request);
    this.api = api;
    this.#wire = wire;
    this.#person = new Person(api, wire);
    this.open = doorTo(api, (request) => this.#read(request, wire));
    this.own = doorTo(api, (request) => this.act(request));
  }

  /** Whether there is somebody to read for: a signed-in person, or a guest who has acted on this device before. */
  async known(): Promise<boolean> {
    return !!await this.#person.known();
  }

  /** Whether the page vouches for who takes part: then their name is theirs, not what they write. */
  get vouched(): boolean {
    return !!shared.settings.get(this.api)?.token;
  }

  /** Calls `reader` whenever the resource changed, until the returned function is called. `live`: also by others. */
  subscribe(resource: Resource, reader: Reader, live = false): () => void {
    const readers = this.#readers.get(resource) ?? new Map<Reader, boolean>();
    this.#readers.set(resource, readers.set(reader, live));
    this.#watch();
    return () => {
      readers.delete(reader);
      // Another list may stand there by now, of readers who came after this one had left.
      if (!readers.size && this.#readers.get(resource) === readers) this.#readers.delete(resource);
      // A page that moves an element takes it out and puts it back at once: the stream stays.
      queueMicrotask(() => { this.#watch(); });
    };
  }

  /** Says that this page changed the resource: all its readers read again, past the browser's cache. */
  changed(resource: Resource): void {
    this.#tell(resource);
  }

  /** Somebody else may be taking part from now on: everything is read again. */
  configured(): void {
    for (const resource of this.#readers.keys()) this.#tell(resource);
  }

  #watch(): void {
    const live = [...this.#readers].filter(([, readers]) => [...readers.values()].includes(true));
    if (!live.length && !this.#live) return;
    // The stream is never what a reader waits for, so its code comes after everything else.
    this.#live ??= import('./live.ts').then(({Live}) => new Live(this.api, this.#wire, ({thread, poll, sequence}) => {
      this.#tell(thread === undefined ? `poll:${poll ?? ''}` : `thread:${thread}`, sequence);
    }));
    this.#live.then((stream) => { stream.watch(live.map(([resource]) => resource)); }, () => { this.#live = undefined; });
  }

  #tell(resource: Resource, sequence?: number): void {
    this.#changed = true;
    this.#underway.clear();
    // How things stand when a stream begins is no news; who knows the sequence of what they show can tell for themselves.
    const news = sequence === undefined || sequence > (this.#sequences.get(resource) ?? Infinity);
    if (sequence !== undefined) this.#sequences.set(resource, sequence);
    for (const [reader, live] of this.#readers.get(resource) ?? []) if (news || live) reader(sequence);
  }

  /** Two widgets that read the same at the same time make one request. It is nobody's to abort. */
  async #read(asked: Request, wire: Wire): Promise<Response> {
    const {url} = asked;
    let underway = this.#underway.get(url);
    if (!underway) {
      underway = send(new Request(url, {credentials: 'omit', cache: this.#changed ? 'no-cache' : 'default'}), wire);
      this.#underway.set(url, underway);
      const over = () => { if (this.#underway.get(url) === underway) this.#underway.delete(url); };
      underway.then(over, over);
    }
    return (await underway).clone();
  }

  /** A credential that is no longer believed is asked for once more; the act keeps its key. */
  async act(asked: Request, wire = this.#wire): Promise<Response> {
    const attempt = async () => {
      const credential = asked.method === 'GET' ? await this.#person.known() : await this.#person.acting();
      const request = new Request(asked.clone(), {credentials: 'omit', cache: 'no-store'});
      if (credential) request.headers.set('authorization', `Bearer ${credential}`);
      return {credential, response: await send(request, wire)};
    };
    const {credential, response} = await attempt();
    if (response.status !== 401 || !credential) return response;
    await this.#person.forget(credential);
    return (await attempt()).response;
  }
}

/** The client of an API, the same one for every widget and every copy of this library on the page. */
export function clientFor(api: string): Client {
  const base = tidy(api);
  const client = shared.clients.get(base) ?? new Client(base);
  shared.clients.set(base, client);
  return client;
}
