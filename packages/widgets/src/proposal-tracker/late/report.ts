/** To tell the moderators what is wrong with a proposal. Comes when somebody asks for it. */
import {Task} from '@lit/task';
import {newKey} from '@shurkum/client';
import type {ApiError} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {newReportNoteMaxLength} from '@shurkum/contract/limits';
import {Gate} from '@shurkum/core/gate';
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {check, icon} from '@shurkum/core/icons';
import {problemText} from '@shurkum/core/problems';
import {refusal} from '@shurkum/core/task-views';
import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {ProposalEvent} from '../proposal-tracker.events.ts';
import type {Ground} from '../proposal-tracker.ground.ts';
import type {TrackerReader} from '../views/axes.ts';
import * as acts from './late.acts.ts';
import {reasonText} from './words.ts';

const reasons: Schema<'ReportReason'>[] = ['abuse', 'spam', 'off-topic', 'personal-data', 'illegal', 'other'];
const thanks = (): string => msg('Thank you. The moderators have received the report.', {id: 'reported'});

export class Reporting {
  readonly #ground: Ground;
  readonly #gate: Gate;
  readonly #send: Task<readonly [string, Schema<'NewReport'>], unknown>;
  #open = '';
  #done = '';
  /** Same words, same act. */
  #key = newKey();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#gate = new Gate(ground.element);
    this.#send = new Task(ground.element, {autoRun: false, task: ([reference, body]) => acts.report(ground.client(), reference, body, this.#key)});
  }

  toggle(): void {
    const reference = this.#ground.reference();
    this.#open = this.#open === reference ? '' : reference;
    this.#done = '';
    this.#ground.focus(this.#open ? '#reason' : '#report');
  }

  draw(reader: TrackerReader): TemplateResult | null {
    const reference = this.#ground.reference();
    if (this.#done === reference) return html`<div class="notice success" id="reported" tabindex="-1">${icon(check)}<p>${thanks()}</p></div>`;
    if (this.#open !== reference) return null;
    const [sending, {left}] = [this.#send.status === 1, this.#gate];
    const wait = () => fill(plural(msg('|Possible again in one second|Possible again in {n} seconds', {id: 'wait'}), left), {n: reader.formats.number(left)});
    return html`<form class="stack panel" part="panel" @submit=${this.#submit} @keydown=${this.#leave} @input=${() => { this.#key = newKey(); }}>
      <label>${msg('Reason for the report', {id: 'why'})}<select id="reason" name="reason">${reasons.map((reason) => html`<option value=${reason}>${reasonText(reason)}</option>`)}</select></label>
      <label>${msg('More about it (optional)', {id: 'note'})}<textarea name="note" dir="auto" maxlength=${newReportNoteMaxLength}></textarea></label>
      ${refusal(this.#send.status === 3 && this.#send.error, problemText)}
      <p class="row"><button class="primary" aria-disabled=${sending || left ? 'true' : 'false'}>${sending ? msg('Sending…', {id: 'sending'}) : left ? wait() : msg('Send report', {id: 'report-go'})}</button>
        <button type="button" @click=${() => { this.toggle(); }}>${msg('Cancel', {id: 'cancel'})}</button></p></form>`;
  }

  readonly #leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) this.toggle();
  };

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const note = (said.get('note') as string).trim();
    void this.#report({reason: said.get('reason') as Schema<'ReportReason'>, ...(note && {note})});
  };

  async #report(body: Schema<'NewReport'>): Promise<void> {
    const {element, reference, focus, say} = this.#ground;
    const asked = reference();
    if (this.#send.status === 1 || this.#gate.left || !element.dispatchEvent(new ProposalEvent('before-report', asked))) return;
    await this.#send.run([asked, body]);
    const failure = this.#send.error as ApiError | undefined;
    if (failure) {
      this.#gate.shut(failure.wait);
      if (failure.kind === 'person-needed' || failure.kind === 'invalid-credential') element.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
      return;
    }
    this.#done = asked;
    this.#open = '';
    say(thanks);
    focus('#reported');
    element.dispatchEvent(new ProposalEvent('report', asked));
  }
}
