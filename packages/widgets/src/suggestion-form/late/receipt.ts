/** That it was received: its reference number to keep, what happens next, and ways to take both along. */
import {msg, pieces} from '@shurkum/core/i18n/words';
import {check, icon} from '@shurkum/core/icons';
import {localText} from '@shurkum/core/local-text';
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Form, Receipt} from '../suggestion-form.model.ts';
import {workingDays} from './words.ts';

/** `copied`: whether the number could be copied; null before anybody tried. `followUrl`: where it can be followed, if the space says. */
export type Received = {receipt: Receipt; title: string; email: boolean; copied: boolean | null; followUrl: string | null};
export type ReceiptVerbs = {copy: () => void; print: () => void; download: () => void; another: () => void};

const done = {
  suggestion: () => msg('Your suggestion has arrived', {id: 'sf-done-suggestion'}), complaint: () => msg('Your complaint has arrived', {id: 'sf-done-complaint'}),
  inquiry: () => msg('Your question has arrived', {id: 'sf-done-inquiry'}), report: () => msg('Your report has arrived', {id: 'sf-done-report'}),
};

function answer({answerWithin, dueOn, agency}: Receipt, reader: Reader): unknown {
  if (!answerWithin || !dueOn) return msg('You can follow every step by its reference number.', {id: 'sf-next-follow'});
  const by = workingDays(msg('|Answer within one working day: by {day}|Answer within {n} working days: by {day}', {id: 'sf-next-by'}), answerWithin, dueOn, reader);
  return agency ? html`${by} (${local(agency.name, reader)})` : by;
}

/** What happens next, in the order in which it happens. */
const next = (receipt: Receipt, reader: Reader): unknown[] => [
  pieces<unknown>(msg('Received on {when}', {id: 'sf-next-received'}), {when: html`<time datetime=${receipt.receivedAt}>${reader.formats.exact(receipt.receivedAt)}</time>`}),
  receipt.public ? msg('It is reviewed, then published for everyone to read and support', {id: 'sf-next-public'}) : msg('It stays with the authority and is not published', {id: 'sf-next-private'}),
  answer(receipt, reader),
];

const secretWords = (): string => msg('This tracking code is shown only now. Keep it with the reference number: both together show how it stands, on any device, without an account. Do not give it to others.', {id: 'sf-secret-why'});

export function received({receipt, title, email, copied, followUrl}: Received, {kind}: Form, reader: Reader, verbs: ReceiptVerbs): TemplateResult {
  const {reference, secret} = receipt;
  return html`<div class="received stack" part="receipt">
    <svg class="tick" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="22"></circle><path d="m14 25 7 7 14-15"></path></svg>
    <h3 id="received" tabindex="-1">${done[kind]()}</h3>
    <p class="muted" dir="auto">${title}</p>
    <div><p id="reference-name">${msg('Reference number', {id: 'sf-reference'})}</p>
      <p class="reference" part="reference" dir="ltr" aria-labelledby="reference-name">${reference}</p></div>
    ${secret ? html`<div class="secret"><p><strong>${msg('Tracking code', {id: 'sf-secret'})}</strong></p><p class="code" dir="ltr">${secret}</p><p class="small">${secretWords()}</p></div>` : nothing}
    <p class="row keep"><button type="button" @click=${verbs.copy}>${copied ? html`${icon(check)} ${msg('Copied', {id: 'sf-copied'})}` : msg('Copy', {id: 'sf-copy'})}</button>
      <button type="button" @click=${verbs.print}>${msg('Print', {id: 'sf-print'})}</button>
      <button type="button" @click=${verbs.download}>${msg('Save as a text file', {id: 'sf-download'})}</button></p>
    ${copied === false ? html`<p class="small">${msg('It could not be copied here. Please note it down or save it as a file.', {id: 'sf-no-copy'})}</p>` : nothing}
    <div class="then"><h4>${msg('What happens next', {id: 'sf-outlook'})}</h4><ol>${next(receipt, reader).map((line) => html`<li>${line}</li>`)}</ol>
      ${email ? html`<p class="small">${msg('We have sent you an e-mail: please open its link, so that we may tell you what becomes of it.', {id: 'sf-confirm-mail'})}</p>` : nothing}</div>
    <p class="row keep">${followUrl ? html`<a class="button primary" href=${followUrl}>${msg('See how it stands', {id: 'sf-follow'})}</a>` : nothing}
      <button type="button" @click=${verbs.another}>${msg('Write another', {id: 'sf-another'})}</button></p></div>`;
}

/** The receipt as text, each fact on a line of its own. */
export function asText({receipt, title}: Received, form: Form, reader: Reader): string {
  const {tag, languages, formats} = reader;
  const {reference, secret, dueOn, receivedAt, agency} = receipt;
  const isolated = (text: string) => `\u2066${text}\u2069`;
  return [
    localText(form.title, tag, languages).text, title, '',
    `${msg('Reference number', {id: 'sf-reference'})}: ${isolated(reference)}`,
    ...(secret ? [`${msg('Tracking code', {id: 'sf-secret'})}: ${isolated(secret)}`, secretWords()] : []), '',
    `${msg('Received', {id: 'sf-received-on'})}: ${formats.exact(receivedAt)}`,
    ...(dueOn ? [`${msg('Answer by', {id: 'sf-answer-by'})}: ${formats.day(`${dueOn}T00:00:00Z`, 'UTC')}`] : []),
    ...(agency ? [`${msg('Authority', {id: 'sf-agency'})}: ${localText(agency.name, tag, languages).text}`] : []), '',
  ].join('\r\n');
}

/** Offers a text as a file. The byte order mark tells old programs that it is UTF-8. */
export function offer(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], {type: 'text/plain'}));
  Object.assign(document.createElement('a'), {href: url, download: name}).click();
  setTimeout(() => { URL.revokeObjectURL(url); }, 1000);
}

/** What is copied: the number, and the code where there is one. */
export const copied = ({receipt: {reference, secret}}: Received): string => (secret ? `${reference}\n${secret}` : reference);
