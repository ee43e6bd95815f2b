/** What a person may do with a comment beyond supporting and replying: loaded when somebody asks for it. */
import type {Schema} from '@shurkum/contract';
import {commentTextMaxLength, newReportNoteMaxLength} from '@shurkum/contract/limits';
import {msg} from '@shurkum/core/i18n/words';
import {refusal} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import * as acts from '../comment-thread.late-acts.ts';
import {mayEdit} from '../comment-thread.model.ts';
import type {MyComment, Placed} from '../comment-thread.model.ts';
import type {Panel, Verbs} from './comment.ts';
import {reasonText} from './reasons.ts';

const reasons: Schema<'ReportReason'>[] = ['abuse', 'spam', 'off-topic', 'personal-data', 'illegal', 'other'];
const fields = (event: Event) => {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
};
const textOf = (form: FormData, name: string) => (form.get(name) as string | null ?? '').trim();

const cancel = (verbs: Verbs) => html`<button type="button" @click=${() => { verbs.open(null); }}>${msg('Cancel', {id: 'cancel'})}</button>`;

const edit = (mine: MyComment, verbs: Verbs) => html`<form class="stack" @submit=${(event: Event) => { 
  const text = textOf(fields(event), 'text');
  verbs.act(mine.comment.id, (client) => acts.edit(client, mine.comment.id, text));
 }}>
  <label><span class="small muted">${msg('Change your comment', {id: 'edit-label'})}</span>
    <textarea name="text" dir="auto" required maxlength=${commentTextMaxLength} .value=${mine.text}></textarea></label>
  <p class="row"><button class="primary">${msg('Save', {id: 'save'})}</button>${cancel(verbs)}</p></form>`;

const withdraw = (commentId: string, verbs: Verbs) => html`<div class="stack"><p>${msg('Take this comment back? Replies to it stay.', {id: 'sure'})}</p>
  <p class="row"><button class="primary" @click=${() => { 
    verbs.act(commentId, (client) => acts.withdraw(client, commentId), undefined, () => msg('Withdrawn by its author.', {id: 'withdrawn'}));
   }}>${msg('Withdraw', {id: 'withdraw'})}</button>${cancel(verbs)}</p></div>`;

const report = (commentId: string, verbs: Verbs) => html`<form class="stack" @submit=${(event: Event) => {
  const form = fields(event);
  const reason = textOf(form, 'reason') as Schema<'ReportReason'>;
  verbs.act(commentId, (client) => acts.report(client, commentId, reason, textOf(form, 'note')), 'report',
    () => msg('Thank you. The moderators have received the report.', {id: 'reported'}));
}}><label>${msg('Reason for the report', {id: 'why'})}<select name="reason">${reasons.map((reason) => html`<option value=${reason}>${reasonText(reason)}</option>`)}</select></label>
  <label>${msg('More about it (optional)', {id: 'note'})}<textarea name="note" dir="auto" maxlength=${newReportNoteMaxLength}></textarea></label>
  <p class="row"><button class="primary">${msg('Send report', {id: 'report-go'})}</button>${cancel(verbs)}</p></form>`;

function menu({comment, mine}: Placed, now: number, verbs: Verbs): TemplateResult {
  const entry = (panel: Panel, words: string) => html`<button @click=${() => { verbs.open({id: comment.id, panel}); }}>${words}</button>`;
  return html`<div class="row" role="group">${mine ? html`
    ${mayEdit(mine, now) ? entry('edit', msg('Edit', {id: 'edit'})) : nothing}${entry('withdraw', msg('Withdraw', {id: 'withdraw'}))}`
    : entry('report', msg('Report', {id: 'report'}))}</div>`;
}

export function panel(which: Panel, placed: Placed, now: number, failure: unknown, verbs: Verbs): TemplateResult {
  const {comment, mine} = placed;
  const inside = which === 'edit' && mine ? edit(mine, verbs) : which === 'withdraw' ? withdraw(comment.id, verbs)
    : which === 'report' ? report(comment.id, verbs) : menu(placed, now, verbs);
  return html`<div class="panel" part="panel">${refusal(failure)}${inside}</div>`;
}
