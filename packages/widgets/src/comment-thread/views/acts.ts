/** What a person may do with a comment beyond supporting and replying: loaded when somebody asks for it. */
import type {Schema} from '@shurkum/contract';
import {newReportNoteMaxLength} from '@shurkum/contract/limits';
import {readDraft} from '@shurkum/core/drafts';
import {msg} from '@shurkum/core/i18n/words';
import {refusal} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import * as acts from '../comment-thread.late-acts.ts';
import type {MyComment, Placed} from '../comment-thread.model.ts';
import type {TakingPart} from '../comment-thread.part.ts';
import {mayEdit} from '../late.model.ts';
import type {Panel} from './comment.ts';
import {reasonText} from './reasons.ts';
import {faultLine, sendingWords, unsent, wait} from './writing.ts';

/** How the act of an opened panel stands. `left`: seconds until the server takes it again. */
export type Going = {sending: boolean; failure: unknown; left: number; fault: string};

const reasons: Schema<'ReportReason'>[] = ['abuse', 'spam', 'off-topic', 'personal-data', 'illegal', 'other'];
const fields = (event: Event) => {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
};
const textOf = (form: FormData, name: string) => (form.get(name) as string | null ?? '').trim();

type Shown = {going: Going; reader: Reader; part: TakingPart};

const buttons = (words: string, {going, reader, part}: Shown, act?: () => void) => html`<p class="row">
  <button class="primary" aria-disabled=${going.sending || going.left ? 'true' : 'false'} @click=${act}>${going.sending ? sendingWords() : going.left ? wait(going.left, reader) : words}</button>
  <button type="button" @click=${() => { part.close(); }}>${msg('Cancel', {id: 'cancel'})}</button></p>`;

function edit({comment: {id}, text}: MyComment, shown: Shown): TemplateResult {
  const {going: {fault}, part} = shown;
  const path = part.editPath(id);
  const draft = readDraft(path);
  return html`<form class="stack" novalidate @submit=${(event: Event) => { event.preventDefault(); void part.saveEdit(id, text); }}>
  <label><span class="small muted">${msg('Change your comment', {id: 'edit-label'})}</span>
    <textarea name="text" dir="auto" aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? 'fault-edit' : nothing}
      .value=${draft.at ? draft.text : text} @input=${(event: Event) => { part.write(path, {text: (event.target as HTMLTextAreaElement).value}); }}></textarea></label>
  <div id="fault-edit" ?hidden=${!fault}>${faultLine(fault)}</div>
  ${buttons(msg('Save', {id: 'save'}), shown)}</form>`;
}

const withdraw = (id: string, shown: Shown) => html`<div class="stack"><p>${msg('Take this comment back? Replies to it stay.', {id: 'sure'})}</p>
  ${buttons(msg('Withdraw', {id: 'withdraw'}), shown, () => { void shown.part.act(id, acts.withdraw(shown.part.client, id), {said: () => msg('Withdrawn by its author.', {id: 'withdrawn'})}); })}</div>`;

const report = (id: string, shown: Shown) => html`<form class="stack" @submit=${(event: Event) => {
  const form = fields(event);
  const reason = textOf(form, 'reason') as Schema<'ReportReason'>;
  void shown.part.act(id, acts.report(shown.part.client, id, reason, textOf(form, 'note')),
    {fact: 'report', shown: true, said: () => msg('Thank you. The moderators have received the report.', {id: 'reported'})});
}}><label>${msg('Reason for the report', {id: 'why'})}<select name="reason">${reasons.map((reason) => html`<option value=${reason}>${reasonText(reason)}</option>`)}</select></label>
  <label>${msg('More about it (optional)', {id: 'note'})}<textarea name="note" dir="auto" maxlength=${newReportNoteMaxLength}></textarea></label>
  ${buttons(msg('Send report', {id: 'report-go'}), shown)}</form>`;

function menu({comment, mine}: Placed, {reader, part}: Shown): TemplateResult {
  const entry = (panel: Panel, words: string) => html`<button @click=${() => { part.open({id: comment.id, panel}); }}>${words}</button>`;
  return html`<div class="row" role="group">${mine ? html`
    ${mayEdit(mine, reader.now) ? entry('edit', msg('Edit', {id: 'edit'})) : nothing}${entry('withdraw', msg('Withdraw', {id: 'withdraw'}))}`
    : entry('report', msg('Report', {id: 'report'}))}</div>`;
}

export function panel(which: Panel, placed: Placed, going: Going, reader: Reader, part: TakingPart): TemplateResult {
  const {comment: {id}, mine} = placed;
  const shown = {going, reader, part};
  const inside = which === 'edit' && mine ? edit(mine, shown) : which === 'withdraw' ? withdraw(id, shown)
    : which === 'report' ? report(id, shown) : menu(placed, shown);
  return html`<div class="panel" part="panel" @keydown=${part.leave}>${refusal(going.failure, unsent)}${inside}</div>`;
}
