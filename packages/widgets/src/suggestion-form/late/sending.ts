/** Sending what was written: once, however often it is tried; and which question a refusal means. */
import {Task} from '@lit/task';
import type {ApiError} from '@shurkum/client';
import {clearDraft, keepName, readDraft} from '@shurkum/core/drafts';
import {onUse} from '@shurkum/core/i18n/locale';
import {msg} from '@shurkum/core/i18n/words';
import {BeforeSubmitEvent, SubmitEvent, askToSignIn} from '../suggestion-form.events.ts';
import type {Filled, Receipt} from '../suggestion-form.model.ts';
import {addressOf, send, told} from './acts.ts';
import {pointed, suggestionOf} from './answers.model.ts';
import type {Fault} from './answers.model.ts';
import type {Ground} from './journey.ts';
import type * as Receipts from './receipt.ts';

const receiptModule = () => onUse(import('./receipt.ts'));
type Refused = {fault: Fault; of: unknown};

const answerAt = (filled: Filled, id: string): unknown => {
  const own = filled[id as keyof Filled];
  return id.startsWith('a-') ? filled.files[id.slice(2)] ?? filled.answers[id.slice(2)] : own;
};

/** What a refusal is called here: its problem, but where only the code tells which bound was broken. */
const codeOf = (kind: string | undefined, code: string): string =>
  ({minLength: 'too-short', maxLength: 'too-long', multipleOf: 'wrong-answer-kind'}[code] ?? (kind === 'invalid-request' ? code : kind ?? code));

export class Sending {
  receipt: Receipts.Received | null = null;
  module: typeof Receipts | undefined;
  readonly #ground: Ground;
  readonly #send: Task<readonly [() => Promise<Receipt>], Receipt>;
  #refused: readonly Refused[] = [];

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#send = new Task(ground.element, {autoRun: false, task: ([act]) => act()});
  }

  get busy(): boolean { return this.#send.status === 1; }
  /** Why it did not go out, where that is not about one answer. */
  get failure(): unknown { return this.#send.status === 3 && !this.#refused.length ? this.#send.error : null; }
  /** What the server refused, as long as it stands as it was sent. */
  get faults(): Fault[] {
    const filled = this.#ground.filled();
    return this.#refused.filter(({fault: {id}, of}) => JSON.stringify(answerAt(filled, id)) === of).map(({fault}) => fault);
  }

  /** Gives whether it was sent. What the receipt needs is here before anything is sent: nobody is left without their number. */
  async send(named: boolean): Promise<boolean> {
    const {element, client, path, view, filled, say} = this.#ground;
    if (this.busy) return false;
    const {form} = view();
    const [written, draft] = [filled(), readDraft(path())];
    const body = suggestionOf(form, written, named);
    if (!element.dispatchEvent(new BeforeSubmitEvent(form.id, body))) return false;
    const [place, api] = [path(), client()];
    this.#refused = [];
    say(() => msg('Sending…', {id: 'sending'}));
    await this.#send.run([async () => {
      this.module = await receiptModule();
      return send(api, form.id, body, draft.key);
    }]);
    const receipt = this.#send.status === 2 ? this.#send.value : undefined;
    if (!receipt) {
      this.#failed(written);
      return false;
    }
    keepName(place, named ? draft.name : '');
    if (readDraft(place).key === draft.key) clearDraft(place);
    this.receipt = {receipt, title: body.title, email: !!body.email, copied: null, followUrl: null};
    say(() => '');
    told(api, receipt.reference);
    element.dispatchEvent(new SubmitEvent(form.id, receipt));
    void this.#follow();
    return true;
  }

  forget(): void {
    this.receipt = null;
    this.#refused = [];
  }

  async copy(): Promise<void> {
    const {receipt, module} = this;
    if (!receipt || !module) return;
    const copied = await navigator.clipboard?.writeText(module.copied(receipt)).then(() => true, () => false) ?? false;
    this.receipt = {...receipt, copied};
    this.#ground.say(() => (copied ? msg('Copied', {id: 'sf-copied'}) : ''));
  }

  download(): void {
    const {view, reader} = this.#ground;
    if (this.receipt && this.module) this.module.offer(`${this.receipt.receipt.reference}.txt`, this.module.asText(this.receipt, view().form, reader()));
  }

  /** Where it can be followed; where nobody says, the receipt stays as it is. */
  async #follow(): Promise<void> {
    const {receipt} = this;
    const followUrl = receipt && await addressOf(this.#ground.client(), receipt.receipt.reference);
    if (!followUrl || this.receipt?.receipt !== receipt.receipt) return;
    this.receipt = {...this.receipt, followUrl};
    this.#ground.element.requestUpdate();
  }

  #failed(written: Filled): void {
    const {element, say, readAgain, write} = this.#ground;
    const {kind, problem} = this.#send.error as Partial<ApiError>;
    say(() => '');
    if (kind === 'person-needed' || kind === 'invalid-credential') askToSignIn(element);
    if (kind === 'form-closed' || kind === 'not-found') void readAgain();
    const faults = (problem?.errors ?? []).flatMap(({pointer, code, limit}): Fault[] => {
      const id = pointed(pointer);
      return id ? [{id, code: codeOf(kind, code), ...(limit === undefined ? {} : {limit})}] : [];
    });
    // A file that is gone is taken away; the person is told to add it again.
    const gone = kind === 'attachment-gone' ? faults.map(({id}) => id.slice(2)) : [];
    if (gone.length) write({files: Object.fromEntries(Object.entries(written.files).filter(([id]) => !gone.includes(id)))});
    const now = this.#ground.filled();
    this.#refused = faults.map((fault) => ({fault, of: JSON.stringify(answerAt(now, fault.id))}));
    element.requestUpdate();
  }
}
