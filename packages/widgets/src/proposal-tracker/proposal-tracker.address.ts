/** What the page's address keeps of a tracker, and the way back through it. A hash of the page's own is never touched. */
import type {LitElement, ReactiveController} from 'lit';
import {hashBeside, hashOf, keptIn} from './proposal-tracker.model.ts';
import type {Kept} from './proposal-tracker.model.ts';

type Host = LitElement & {view: string; remember: boolean};

const page = () => location.href.replace(/#.*/s, '');

export class Address implements ReactiveController {
  readonly #host: Host;
  readonly #come: (kept: Kept | null) => void;
  /** How many steps of the way back are ours. */
  #steps = 0;

  /** `come` is told what the address keeps, at first and whenever it changed; null where it keeps nothing of ours. */
  constructor(host: Host, come: (kept: Kept | null) => void) {
    this.#host = host;
    this.#come = come;
    host.addController(this);
  }

  /** Several trackers of a page are told apart by their `id`. */
  get #name(): string { return this.#host.id || (this.#host.view === 'list' ? 'proposals' : this.#host.view); }

  hostConnected(): void {
    addEventListener('popstate', this.#moved);
    this.#look();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#moved);
  }

  /** An address of this page at which a proposal is open. */
  of(reference: string): string {
    return page() + hashOf(this.#name, {reference});
  }

  keep(kept: Partial<Kept>): void {
    if (this.#host.remember) history.replaceState(history.state, '', page() + hashBeside(location.hash, this.#name, kept));
  }

  /** A step that the browser's way back undoes; gives whether it was taken. */
  step(kept: Partial<Kept>): boolean {
    const to = page() + hashBeside(location.hash, this.#name, kept);
    if (!this.#host.remember || to === location.href) return false;
    history.pushState(history.state, '', to);
    this.#steps += 1;
    return true;
  }

  /** Goes back where the last step was ours; gives false where it was not. */
  back(): boolean {
    if (!this.#steps) return false;
    history.back();
    return true;
  }

  readonly #moved = () => {
    this.#steps = Math.max(0, this.#steps - 1);
    this.#look();
  };

  #look(): void {
    this.#come(keptIn(location.hash, this.#name));
  }
}
