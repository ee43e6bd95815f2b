/** The box to write: a comment, or a reply. What stands in it is a draft until the server has it. */
import type {Draft} from '@shurkum/core/drafts';
import {msg} from '@shurkum/core/i18n/words';
import {refusal} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Writing} from './writing.ts';

export type WritingVerbs = {
  write: (event: Event) => void;
  sendWords: (event: Event) => void;
  leave?: (event: KeyboardEvent) => void;
};

/** `writing` is what belongs to the box once somebody takes part; `lost` why that could not be brought. */
export function compose(parentId: string | null, {text}: Draft, writing: Writing | undefined, lost: unknown, {write, sendWords, leave}: WritingVerbs): TemplateResult {
  const place = `fault-${parentId ?? ''}`;
  return html`<form class="stack compose" part=${parentId ? 'reply-form' : 'form'} novalidate @submit=${sendWords} @keydown=${leave}>
    <label>${writing?.label ?? html`<strong>${msg('Add a comment', {id: 'add'})}</strong>`}
      <textarea dir="auto" name="text" rows="3" aria-invalid=${writing?.fault ? 'true' : nothing} aria-describedby=${writing?.fault ? place : nothing} .value=${text} @input=${write}></textarea></label>
    <div id=${place} ?hidden=${!writing?.fault}>${writing?.fault}</div>${writing?.more}${refusal(lost)}
    <p class="row"><button class="primary" part="submit" aria-disabled=${writing?.idle ? 'true' : 'false'}>${writing?.submit ?? msg('Send', {id: 'send'})}</button>${writing?.beside}</p></form>`;
}
