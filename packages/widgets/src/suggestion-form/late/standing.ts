/** What is said around the questions: what must be put right, how a form stands that takes nothing, who is needed. */
import type {ApiError} from '@shurkum/client';
import {msg, pieces} from '@shurkum/core/i18n/words';
import {alert, clock, icon} from '@shurkum/core/icons';
import {mendable, problemText} from '@shurkum/core/problems';
import {refusal} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Filled, Form} from '../suggestion-form.model.ts';
import type {Fault} from './answers.model.ts';
import {faultWords, labelOf} from './words.ts';

/** What must be put right, each with a way to its question. The page's own address is left alone. */
function summary(faults: readonly Fault[], form: Form, filled: Filled, reader: Reader, to: (id: string) => void): TemplateResult {
  return html`<div class="notice danger errors" part="errors" id="errors" role="group" aria-labelledby="errors-heading" tabindex="-1">
    <div><h3 id="errors-heading">${icon(alert)} ${msg('Please put this right first', {id: 'sf-errors'})}</h3><ul>${faults.map((fault) => html`<li>
      <a href="#${fault.id}" @click=${(event: Event) => { event.preventDefault(); to(fault.id); }}><bdi>${labelOf(fault.id, form, reader)}</bdi></a>: ${faultWords(fault, form, filled, reader)}</li>`)}</ul></div></div>`;
}

export function notOpen(turn: 'scheduled' | 'closed', {opensAt, closesAt}: Form, begun: boolean, {formats}: Reader): TemplateResult {
  const at = turn === 'scheduled' ? opensAt : closesAt;
  const message = turn === 'scheduled' ? msg('This form opens on {when}.', {id: 'sf-soon'}) : msg('This form was closed on {when}. Nothing can be sent any more.', {id: 'sf-shut-on'});
  return html`<div class="notice" id="closed" tabindex="-1">${icon(clock)}<slot name="closed"><p>${at ? pieces<unknown>(message, {when: html`<time datetime=${at}>${formats.exact(at)}</time>`})
    : msg('This form is closed. Nothing can be sent any more.', {id: 'sf-shut'})}${begun ? html`<br>${msg('What you wrote stays on this device.', {id: 'sf-kept'})}` : nothing}</p></slot></div>`;
}

const signIn = (signIn: () => void): TemplateResult => html`<div class="notice"><p>${msg('Sending this needs a sign-in. What you write is kept on this device.', {id: 'sf-sign'})}</p>
  <button type="button" @click=${signIn}>${msg('Sign in', {id: 'sign-go'})}</button></div>`;

const restored = (discard: () => void): TemplateResult => html`<div class="notice"><p>${msg('What you wrote earlier is still here.', {id: 'sf-restored'})}</p>
  <button type="button" class="quiet" @click=${discard}>${msg('Begin anew', {id: 'sf-anew'})}</button></div>`;

const aside = (words: string): TemplateResult => html`<p class="notice"><span>${words}</span></p>`;
const offline = (): string => msg('You are offline. What you write is kept on this device, and can be sent once the connection is back.', {id: 'sf-offline'});

/** Why it did not go out; what was written stays. */
function unsent(failure: unknown): string {
  const {kind} = failure as Partial<ApiError>;
  if (kind === 'offline') return offline();
  if (kind === 'person-needed' || kind === 'invalid-credential') return problemText(failure);
  return mendable(failure) && kind !== 'too-many-requests' ? msg('It could not be sent just now. Nothing you wrote is lost: sending it again sends it once.', {id: 'sf-unsent'}) : problemText(failure);
}

export type Noticed = {faults: readonly Fault[]; failure: unknown; stranger: boolean; restored: boolean; skipped: string};
type NoticeVerbs = {to: (id: string) => void; signIn: () => void; anew: () => void};

/** Everything that is said above the questions. */
export const notices = ({faults, failure, stranger, restored: again, skipped}: Noticed, form: Form, filled: Filled, reader: Reader, verbs: NoticeVerbs): TemplateResult => html`
  ${faults.length ? summary(faults, form, filled, reader, verbs.to) : nothing}
  ${failure ? refusal(failure, unsent) : navigator.onLine ? nothing : aside(offline())}
  ${stranger ? signIn(verbs.signIn) : nothing}${again ? restored(verbs.anew) : nothing}${skipped ? aside(skipped) : nothing}`;
