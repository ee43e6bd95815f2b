/** The box to write: a comment, or a reply. What stands in it is a draft until the server has it. */
import type {ApiError} from '@shurkum/client';
import {commentTextMaxLength, displayNameMaxLength} from '@shurkum/contract/limits';
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {refusal} from '@shurkum/core/task-views';
import type {Draft} from '@shurkum/core/drafts';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

/** `parentId` is null for a comment of its own. */
export type Writing = {parentId: string | null; draft: Draft; reviewed: boolean; sending: boolean; failure: unknown; online: boolean};
export type WritingVerbs = {
  write: (parentId: string | null, words: Partial<Draft>) => void;
  sendWords: (event: Event, parentId: string | null) => void;
  close: () => void;
};

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

/** Said only when it begins to matter. */
function roomLeft(text: string, {formats}: Reader): TemplateResult | typeof nothing {
  const left = commentTextMaxLength - text.length;
  if (left > 500) return nothing;
  return html`<p class=${left < 0 ? 'hint danger' : 'hint'}>${fill(plural(msg('No room left|Room for one more character|Room for {n} more characters', {id: 'room'}), Math.max(left, 0)), {n: formats.number(Math.max(left, 0))})}</p>`;
}

export function compose(writing: Writing, reader: Reader, verbs: WritingVerbs): TemplateResult {
  const {parentId, draft, sending, failure, reviewed, online} = writing;
  const label = parentId ? msg('Your reply', {id: 'your-reply'}) : msg('Add a comment', {id: 'add'});
  return html`<form class="stack compose" part=${parentId ? 'reply-form' : 'form'} novalidate @submit=${(event: Event) => { verbs.sendWords(event, parentId); }}>
    <label>${parentId ? html`<span class="small muted">${label}</span>` : html`<strong>${label}</strong>`}
      <textarea dir="auto" name="text" rows="3" .value=${draft.text} @input=${(event: Event) => { verbs.write(parentId, {text: valueOf(event)}); }}></textarea></label>
    ${roomLeft(draft.text, reader)}
    <div class="more" ?hidden=${!draft.text}>
      <label class="small">${msg('Your name (optional)', {id: 'name'})}
        <input name="name" dir="auto" autocomplete="name" maxlength=${displayNameMaxLength} .value=${draft.name} @input=${(event: Event) => { verbs.write(parentId, {name: valueOf(event)}); }}></label>
      <details class="small muted"><summary>${msg('Formatting', {id: 'format'})}</summary>
        <p>${msg('*word* for emphasis, “- ” before the lines of a list, “> ” before a quotation. Links work as they are.', {id: 'format-how'})}</p></details></div>
    ${refusal(failure)}
    <p class="row"><button class="primary" part="submit" aria-disabled=${sending ? 'true' : 'false'}>${failure
      ? msg('Send again', {id: 'resend'}) : parentId ? msg('Send reply', {id: 'send-reply'}) : msg('Send', {id: 'send'})}</button>
      ${parentId ? html`<button type="button" @click=${verbs.close}>${msg('Cancel', {id: 'cancel'})}</button>` : nothing}
      <span class="hint">${online && (failure as ApiError | undefined)?.kind === 'offline' ? msg('The connection is there.', {id: 'online'}) : reviewed ? msg('Comments are reviewed before they are published.', {id: 'reviewed'}) : nothing}</span></p></form>`;
}
