/** Holds an act back for as long as the server asked with `Retry-After`, and lets its host count the seconds down. */
import type {LitElement} from 'lit';

export class Gate {
  readonly #host: LitElement;
  #until = 0;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Seconds until it opens; 0 where it stands open. */
  get left(): number { return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000)); }

  shut(seconds: number): void {
    if (!seconds) return;
    this.#until = Date.now() + seconds * 1000;
    const tick = setInterval(() => {
      this.#host.requestUpdate();
      if (!this.left || !this.#host.isConnected) clearInterval(tick);
    }, 1000);
  }
}
