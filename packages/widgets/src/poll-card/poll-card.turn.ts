/** Waits for the moment at which a poll opens or closes, as long as its card is in the page. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {untilTurn} from './poll-card.model.ts';
import type {Poll} from './poll-card.model.ts';

/** A timer cannot wait for longer than weeks, so it comes back each day. */
const day = 86_400_000;

export class Turn implements ReactiveController {
  readonly #come: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #awaited: {poll: Poll; skew: number} | undefined;

  /** `come` is called when the poll should be read again. */
  constructor(host: ReactiveControllerHost, come: () => void) {
    this.#come = come;
    host.addController(this);
  }

  /** `skew`: how far the server's clock is ahead, in milliseconds. */
  await(poll: Poll, skew: number): void {
    this.#awaited = {poll, skew};
    this.hostConnected();
  }

  hostConnected(): void {
    this.hostDisconnected();
    const wait = this.#awaited ? untilTurn(this.#awaited.poll, Date.now() + this.#awaited.skew) : null;
    if (wait !== null) this.#timer = setTimeout(this.#come, Math.min(wait, day) + 500);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
