/** Looking for others who suggested much the same, and supporting one of theirs. It holds nobody up. */
import {Task} from '@lit/task';
import {msg} from '@shurkum/core/i18n/words';
import {SupportProposalEvent, askToSignIn} from '../suggestion-form.events.ts';
import type {ApiError} from '@shurkum/client';
import {addressOf, similar, support, told} from './acts.ts';
import type {Similar} from './acts.ts';
import {lookedFor} from './answers.model.ts';
import type {Ground} from './journey.ts';
import type {Finding} from './steps.ts';

/** As long as a person is asked to wait for this. */
const patience = 5000;

export class Comparing {
  found: readonly Similar[] = [];
  /** Why this step was passed over. */
  skipped: 'none' | 'failed' | null = null;
  readonly #ground: Ground;
  readonly #look: Task<readonly [string], readonly Similar[]>;
  #looked = '';
  #supported: ReadonlyMap<string, number> = new Map();
  #trying: string | null = null;
  #failed: Finding['failed'] = null;
  #address: string | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#look = new Task(ground.element, {autoRun: false, task: ([q]) => similar(ground.client(), q)});
  }

  get busy(): boolean { return this.#look.status === 1; }
  get finding(): Finding { return {items: this.found, supported: this.#supported, trying: this.#trying, failed: this.#failed, address: this.#address}; }

  skipWords(): string {
    return this.skipped === 'failed' ? msg('Similar suggestions could not be looked for just now, so that step was left out.', {id: 'sf-skip-failed'})
      : msg('No similar suggestions were found, so that step was left out.', {id: 'sf-skip-none'});
  }

  forget(): void {
    this.found = [];
    this.skipped = this.#failed = null;
    this.#looked = '';
    this.#supported = new Map();
  }

  /** Whether there is anything to look through. The same words are looked for once. */
  async look(): Promise<boolean> {
    const q = lookedFor(this.#ground.filled());
    if (q === this.#looked && this.skipped !== 'failed') return this.found.length > 0;
    this.#ground.say(() => msg('Looking for similar ones…', {id: 'sf-looking'}));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((done) => { timer = setTimeout(() => { this.#look.abort(); done(); }, patience); });
    await Promise.race([this.#look.run([q]), late]);
    clearTimeout(timer);
    const found = this.#look.status === 2 ? this.#look.value : undefined;
    this.#looked = q;
    this.found = found ?? [];
    this.skipped = found ? found.length ? null : 'none' : 'failed';
    this.#ground.say(() => '');
    if (this.found.length) void this.#locate();
    return this.found.length > 0;
  }

  /** Nobody waits for this: the list stands without it. */
  async #locate(): Promise<void> {
    this.#address = await addressOf(this.#ground.client(), '{reference}');
    this.#ground.element.requestUpdate();
  }

  /** Gives whether it is supported now. */
  async support(reference: string): Promise<boolean> {
    const {element, client, say} = this.#ground;
    if (this.#trying || !element.dispatchEvent(new SupportProposalEvent('before-support', reference))) return false;
    this.#trying = reference;
    this.#failed = null;
    element.requestUpdate();
    try {
      const {supports} = await support(client(), reference);
      this.#supported = new Map(this.#supported).set(reference, supports);
      told(client(), reference);
      say(() => msg('Your support was counted.', {id: 'sf-counted'}));
      element.dispatchEvent(new SupportProposalEvent('support', reference));
      return true;
    } catch (failure) {
      const {kind} = failure as Partial<ApiError>;
      if (kind === 'person-needed' || kind === 'invalid-credential') askToSignIn(element);
      // Whoever shows it reads again what became of it.
      if (kind === 'not-editable') told(client(), reference);
      this.#failed = {reference, failure};
      return false;
    } finally {
      this.#trying = null;
      element.requestUpdate();
    }
  }
}
