/** Whether a widget should be working: near the reader where it is `lazy`, and never after it left the page. */
import type {Client, Resource} from '@shurkum/client';
import type {LitElement, ReactiveController} from 'lit';
import {problemWords} from './problems.ts';

type Host = LitElement & {loading: 'eager' | 'lazy'};
type Followed = {client: Client; resource: Resource; live: boolean};

const turnings = ['pointerover', 'focusin', 'input', 'click'];

/** Starts a widget when it is due, draws it again each minute for its times and when the line is back, and follows what it shows. */
export class Presence implements ReactiveController {
  /** True from the first moment the widget is wanted. */
  near = false;
  /** True once a person has turned to the widget: what reading it does not need is brought from then on. */
  engaged = false;
  readonly #host: Host;
  readonly #followed: () => Followed;
  readonly #read: (sequence?: number) => void;
  #resource = '';
  #client: Client | null = null;
  #leave = () => {};
  #minute: ReturnType<typeof setInterval> | undefined;
  readonly #online = () => { this.#host.requestUpdate(); };
  #sight: IntersectionObserver | undefined;

  /** `read` is called when what is followed has changed; with a sequence where somebody else may have changed it. */
  constructor(host: Host, followed: () => Followed, read: (sequence?: number) => void) {
    this.#host = host;
    this.#followed = followed;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    for (const turning of turnings) this.#host.addEventListener(turning, this.engage, {once: true});
    addEventListener('online', this.#online);
    this.#minute = setInterval(() => { if (!document.hidden) this.#host.requestUpdate(); }, 60_000);
    if (this.#host.loading === 'lazy') {
      this.#sight = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting) this.#come(); }, {rootMargin: '400px'});
      this.#sight.observe(this.#host);
    } else this.#come();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online);
    clearInterval(this.#minute);
    this.#sight?.disconnect();
    this.#leave();
    this.#resource = '';
  }

  readonly engage = (): void => {
    if (this.engaged) return;
    this.engaged = true;
    void problemWords();
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    // An update may still be under way when its element has left the page.
    const followed = this.near && this.#host.isConnected ? this.#wanted() : null;
    if (this.#client === (followed?.client ?? null) && this.#resource === (followed?.resource ?? '')) return;
    this.#leave();
    this.#client = followed?.client ?? null;
    this.#resource = followed?.resource ?? '';
    this.#leave = followed ? followed.client.subscribe(followed.resource, this.#read, followed.live) : () => {};
  }

  /** An API that is no address is told by the widget's own read. */
  #wanted(): Followed | null {
    try {
      return this.#followed();
    } catch {
      return null;
    }
  }

  #come(): void {
    this.near = true;
    this.#sight?.disconnect();
    this.#host.requestUpdate();
  }
}
