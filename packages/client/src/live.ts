/**
 * The one live stream of a page and API. It is open while somebody watches and the page is in sight; hidden for a
 * minute or on its way into the back-forward cache, it closes, and says what was missed when it opens again.
 */
import {readEvents} from './sse.ts';
import type {Wire} from './send.ts';

export type Change = {thread?: string; poll?: string; sequence: number};
/** `thread:<id>` or `poll:<id>`. */
export type Resource = `${'thread' | 'poll' | 'form' | 'proposal'}:${string}` | 'proposals';

const most = 50;
const hiddenFor = 60_000;

export class Live {
  readonly #api: string;
  readonly #wire: Wire;
  readonly #tell: (change: Change) => void;
  #watched: readonly Resource[] = [];
  #stream: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(api: string, wire: Wire, tell: (change: Change) => void) {
    this.#api = api;
    this.#wire = wire;
    this.#tell = tell;
  }

  /** Watches these and no others. An unchanged list keeps the stream it has. */
  watch(watched: readonly Resource[]): void {
    const asked = watched.slice(0, most);
    if (asked.join('\n') === this.#watched.join('\n')) return;
    const listen = this.#watched.length && !asked.length ? removeEventListener : this.#watched.length ? null : addEventListener;
    listen?.('visibilitychange', this.#look, true);
    listen?.('pagehide', this.#close);
    listen?.('pageshow', this.#look);
    this.#watched = asked;
    this.#close();
    // Widgets of one page connect one after another: one stream for all of them.
    if (asked.length) this.#timer = setTimeout(this.#open, 50);
  }

  readonly #look = () => {
    clearTimeout(this.#timer);
    if (document.hidden) this.#timer = setTimeout(this.#close, hiddenFor);
    else if (!this.#stream) this.#timer = setTimeout(this.#open, 50);
  };

  readonly #close = () => {
    clearTimeout(this.#timer);
    this.#stream?.abort();
    this.#stream = null;
  };

  readonly #open = () => {
    if (document.hidden) return;
    const stream = this.#stream = new AbortController();
    void this.#read(stream.signal).catch(() => true).then((again) => {
      if (this.#stream !== stream) return;
      this.#stream = null;
      const seconds = Math.min(2 ** this.#failures++, 60) * (0.7 + Math.random() * 0.6);
      if (again) this.#timer = setTimeout(this.#open, seconds * 1000);
    });
  };

  /** Resolves when the stream has ended, with whether to come back: a server without streams is left alone. */
  async #read(signal: AbortSignal): Promise<boolean> {
    const query = new URLSearchParams(this.#watched.map((resource) => {
      const cut = resource.indexOf(':');
      return [resource.slice(0, cut), resource.slice(cut + 1)];
    }));
    const {ok, status, body} = await this.#wire(new Request(`${this.#api}/watch?${query}`, {signal, credentials: 'omit', cache: 'no-store'}));
    if (!ok || !body) return status === 429 || status >= 500;
    await readEvents(body, signal, ({name, data}) => {
      this.#failures = 0;
      if (name === 'change' && !signal.aborted) this.#tell(JSON.parse(data) as Change);
    });
    return true;
  }
}
