/** To be told of updates by e-mail: the address, what becomes of it, and where to look next. */
import {Task} from '@lit/task';
import {newKey} from '@shurkum/client';
import type {ApiError} from '@shurkum/client';
import {emailMaxLength} from '@shurkum/contract/limits';
import {msg} from '@shurkum/core/i18n/words';
import {alert, icon} from '@shurkum/core/icons';
import {problemText} from '@shurkum/core/problems';
import {refusal} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {ProposalEvent} from '../proposal-tracker.events.ts';
import type {Ground} from '../proposal-tracker.ground.ts';
import {mail} from './icons.ts';
import * as acts from './late.acts.ts';

const sent = (): string => msg('A message is on its way. Following begins once you open the link in it; please look into your mailbox.', {id: 'mailbox'});

export class Following {
  readonly #ground: Ground;
  readonly #send: Task<readonly [string, string], unknown>;
  #open = '';
  #sent = '';
  #faulty = false;
  /** Same words, same act: sent again, the server gives the first answer again. */
  #key = newKey();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#send = new Task(ground.element, {autoRun: false, task: ([reference, email]) =>
      acts.follow(ground.client(), reference, {email, language: ground.language()}, this.#key)});
  }

  toggle(): void {
    const reference = this.#ground.reference();
    this.#open = this.#open === reference ? '' : reference;
    this.#sent = '';
    this.#faulty = false;
    this.#ground.focus(this.#open ? '#email' : '#follow');
  }

  draw(): TemplateResult | null {
    const reference = this.#ground.reference();
    if (this.#sent === reference) return html`<div class="notice success" id="sent" tabindex="-1">${icon(mail)}<p>${sent()}</p></div>`;
    if (this.#open !== reference) return null;
    return html`<form class="stack panel" part="follow" novalidate @submit=${this.#submit} @keydown=${this.#leave}>
      <label>${msg('Your e-mail address', {id: 'email'})}<input id="email" name="email" class="link" type="email" inputmode="email" autocomplete="email" dir="ltr" maxlength=${emailMaxLength}
        aria-describedby="consent" aria-invalid=${this.#faulty ? 'true' : nothing} @input=${() => { this.#key = newKey(); }}></label>
      ${this.#faulty ? html`<p class="danger" id="faulty" role="alert">${icon(alert)} ${msg('This is not an e-mail address; an example: name@example.org', {id: 'no-email'})}</p>` : nothing}
      <p class="hint" id="consent">${msg('By following, you agree that the authority keeps this address to send you updates of this proposal, and for nothing else. Nothing is sent before you confirm it; every message can end it and erase the address.', {id: 'consent'})}</p>
      ${refusal(this.#send.status === 3 && this.#send.error, problemText)}
      <p class="row"><button class="primary" aria-disabled=${this.#send.status === 1 ? 'true' : 'false'}>${this.#send.status === 1 ? msg('Sending…', {id: 'sending'}) : msg('Follow', {id: 'follow'})}</button>
        <button type="button" @click=${() => { this.toggle(); }}>${msg('Cancel', {id: 'cancel'})}</button></p></form>`;
  }

  readonly #leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) this.toggle();
  };

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('email') as HTMLInputElement;
    void this.#follow(field.value.trim());
  };

  async #follow(email: string): Promise<void> {
    const {element, reference, focus, say} = this.#ground;
    const asked = reference();
    if (this.#send.status === 1) return;
    this.#faulty = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
    element.requestUpdate();
    if (this.#faulty) return focus('#email');
    if (!element.dispatchEvent(new ProposalEvent('before-follow', asked))) return;
    await this.#send.run([asked, email]);
    const failure = this.#send.error as ApiError | undefined;
    if (failure) {
      if (failure.kind === 'person-needed') element.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
      return;
    }
    this.#sent = asked;
    this.#open = '';
    say(sent);
    focus('#sent');
    element.dispatchEvent(new ProposalEvent('follow', asked));
  }
}
