/** What belongs to the box to write once somebody takes part: faults, name, formatting, and how sending went. */
import type {ApiError} from '@shurkum/client';
import {commentTextMaxLength, displayNameMaxLength} from '@shurkum/contract/limits';
import type {Draft} from '@shurkum/core/drafts';
import {fill, msg, pieces, plural} from '@shurkum/core/i18n/words';
import {alert, icon} from '@shurkum/core/icons';
import {mendable, problemText} from '@shurkum/core/problems';
import {refusal} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';

/** How things stand with one box. `left`: seconds until the server takes it again. `stranger`: a sign-in is needed first. */
export type Standing = {parentId: string | null; draft: Draft; fault: string; reviewed: boolean; sending: boolean; failure: unknown; left: number; stranger: boolean; vouched: boolean};
export type Writing = {label: unknown; fault: unknown; more: unknown; submit: string; idle: boolean; beside: unknown};
type Verbs = {name: (event: Event) => void; close: () => void};

/** Characters as the server counts them: by code points. */
export const length = (text: string): number => [...text].length;

/** Why a text cannot be sent as it is; nothing where it can. */
export function lacking(text: string, {formats}: Reader): string {
  const over = length(text) - commentTextMaxLength;
  if (!text.trim()) return msg('Please write something first.', {id: 'no-text'});
  return over > 0 ? fill(plural(msg('The text is too long.|The text is one character too long.|The text is {n} characters too long.', {id: 'over'}), over), {n: formats.number(over)}) : '';
}
export const faultLine = (fault: string) => (fault ? html`<p class="danger small">${icon(alert)} ${fault}</p>` : nothing);

/** Why words did not go out; what was written stays. */
export function unsent(failure: unknown): string {
  const {kind} = failure as Partial<ApiError>;
  if (kind === 'offline') return msg('You are offline. What you wrote is kept on this device and has not been sent.', {id: 'offline'});
  return mendable(failure) && kind !== 'too-many-requests' ? msg('The service cannot be reached just now. Nothing you wrote is lost.', {id: 'no-answer'}) : problemText(failure);
}

/** Said quietly on the button: it is neither announced nor read out each second. */
export const wait = (seconds: number, {formats}: Reader): string =>
  fill(plural(msg('|Possible again in one second|Possible again in {n} seconds', {id: 'wait'}), seconds), {n: formats.number(seconds)});
export const sendingWords = (): string => msg('Sending…', {id: 'sending'});

/** Said only when it begins to matter. */
function roomLeft(text: string, {formats}: Reader): unknown {
  const left = commentTextMaxLength - length(text);
  if (left > 500) return nothing;
  return html`<p class=${left < 0 ? 'hint danger' : 'hint'}>${fill(plural(msg('No room left|Room for one more character|Room for {n} more characters', {id: 'room'}), Math.max(left, 0)), {n: formats.number(Math.max(left, 0))})}</p>`;
}

function submitWords({parentId, failure, sending, left, stranger}: Standing, reader: Reader): string {
  if (sending) return sendingWords();
  if (left) return wait(left, reader);
  if (stranger) return msg('Sign in', {id: 'sign-go'});
  if (failure && mendable(failure)) return msg('Send again', {id: 'resend'});
  return parentId ? msg('Send reply', {id: 'send-reply'}) : msg('Send', {id: 'send'});
}

function beside({failure, reviewed}: Standing): unknown {
  if (navigator.onLine && (failure as ApiError | undefined)?.kind === 'offline') return msg('The connection is there.', {id: 'online'});
  return reviewed ? msg('Comments are reviewed before they are published.', {id: 'reviewed'}) : nothing;
}

export function writing(standing: Standing, reader: Reader, {name, close}: Verbs): Writing {
  const {parentId, draft, failure, left, sending, stranger, vouched} = standing;
  const who = html`<bdi>${draft.name.trim() || msg('Guest', {id: 'guest'})}</bdi>`;
  return {
    label: parentId ? html`<span class="small muted">${msg('Your reply', {id: 'your-reply'})}</span>` : undefined,
    fault: standing.fault && faultLine(standing.fault),
    more: html`${standing.fault ? nothing : roomLeft(draft.text, reader)}<div class="more" ?hidden=${!draft.text}>
      <label class="small">${msg('Your name (optional)', {id: 'name'})}
        <input name="name" dir="auto" autocomplete="name" maxlength=${displayNameMaxLength} .value=${draft.name} @input=${name}></label>
      <details class="small muted"><summary>${msg('Formatting', {id: 'format'})}</summary>
        <p>${msg('*word* for emphasis, “- ” before the lines of a list, “> ” before a quotation. Links work as they are.', {id: 'format-how'})}</p></details>
      ${vouched || stranger ? nothing : html`<p class="hint">${pieces<unknown>(msg('Posted as {who}.', {id: 'as'}), {who})}</p>`}</div>
      ${stranger ? html`<p class="notice"><span>${msg('Taking part here needs a sign-in. What you write is kept on this device.', {id: 'sign-first'})}</span></p>` : refusal(failure, unsent)}`,
    submit: submitWords(standing, reader),
    idle: sending || left > 0,
    beside: html`${parentId ? html`<button type="button" @click=${close}>${msg('Cancel', {id: 'cancel'})}</button>` : nothing}
      <span class="hint">${beside(standing)}</span>`,
  };
}
