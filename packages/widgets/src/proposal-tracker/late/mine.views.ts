/** The form to look up one suggestion, what was found, and the list of my own. */
import type {Schema} from '@shurkum/contract';
import {newWithdrawalReasonMaxLength} from '@shurkum/contract/limits';
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {alert, icon} from '@shurkum/core/icons';
import {problemText} from '@shurkum/core/problems';
import {refusal} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {decision, due, referenceNumber} from '../views/axes.ts';
import type {TrackerReader} from '../views/axes.ts';
import {happened} from './late.model.ts';
import {oneProposal, stage, visibility} from './proposal.ts';
import type {Verbs} from './proposal.ts';
import {known, timeline} from './timeline.ts';
import {kindText} from './words.ts';

/** What of the form cannot be right. */
export type Lack = 'reference' | 'secret' | null;
export type Ideas = {
  items: Schema<'MySuggestion'>[];
  /** Whether anybody is known whose suggestions these would be. */
  known: boolean;
  next: boolean;
  lost: unknown;
  api: string;
  found: Schema<'TrackedSuggestion'> | null;
  lack: Lack;
  looking: boolean;
  /** Seconds until the server looks again. */
  left: number;
  failure: unknown;
  asking: string;
  withdrawing: boolean;
  refused: unknown;
};
export type MineVerbs = Pick<Verbs, 'open' | 'address'> & {
  lookUp: (reference: string, secret: string) => void;
  readMore: () => void;
  /** Asks whether to withdraw one; '' lets it be. */
  ask: (reference: string) => void;
  withdraw: (reference: string, reason: string) => void;
};

const field = (event: Event, name: string): string => ((event.target as HTMLFormElement).elements.namedItem(name) as HTMLInputElement).value;

/** A wrong number, a wrong secret and what is hidden sound alike, as the server answers. */
const failureText = (failure: unknown): string => ((failure as {kind?: string}).kind === 'not-found'
  ? msg('Nothing was found under this number and secret. Please check both as they stand on the receipt.', {id: 'not-mine'}) : problemText(failure));

const fault = (words: string): TemplateResult => html`<p class="danger" role="alert">${icon(alert)} ${words}</p>`;

function form({lack, looking, left, failure}: Ideas, {formats}: TrackerReader, {lookUp}: MineVerbs): TemplateResult {
  const words = left ? fill(plural(msg('|Possible again in one second|Possible again in {n} seconds', {id: 'wait'}), left), {n: formats.number(left)})
    : looking ? msg('Searching…', {id: 'seeking'}) : msg('Look up', {id: 'look-up'});
  return html`<form class="stack support-box" novalidate part="look-up-form" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    lookUp(field(event, 'number'), field(event, 'secret'));
  }}><p>${msg('With the reference number and the tracking code of your receipt you can see how your suggestion stands, on any device. What has been published needs no code.', {id: 'look-up-how'})}</p>
    <div class="fields"><div><label for="number">${msg('Reference number', {id: 'reference'})}</label><p class="hint" id="number-hint">${msg('Twelve digits', {id: 'reference-how'})}</p>
      <input id="number" name="number" class="link" inputmode="numeric" autocomplete="off" dir="ltr" maxlength="64" aria-describedby="number-hint number-fault" aria-invalid=${lack === 'reference' ? 'true' : nothing}>
      <div id="number-fault">${lack === 'reference' ? fault(msg('This number is not complete or has a wrong digit: it has twelve digits, such as 4831-7290-5673.', {id: 'no-reference'})) : nothing}</div></div>
      <div><label for="secret">${msg('Tracking code', {id: 'secret'})}</label><p class="hint" id="secret-hint">${msg('Letters and digits, as on the receipt', {id: 'secret-how'})}</p>
      <input id="secret" name="secret" class="link" autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr" maxlength="80" aria-describedby="secret-hint secret-fault" aria-invalid=${lack === 'secret' ? 'true' : nothing}>
      <div id="secret-fault">${lack === 'secret' ? fault(msg('A tracking code has Latin letters, digits and dashes only.', {id: 'no-secret'})) : nothing}</div></div></div>
    ${refusal(failure, failureText)}<p><button class="primary" aria-disabled=${looking || left ? 'true' : 'false'}>${words}</button></p></form>`;
}

function withdrawal({asking, withdrawing, refused}: Ideas, {ask, withdraw}: MineVerbs): TemplateResult {
  return html`<form class="stack panel" novalidate @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    withdraw(asking, field(event, 'reason').trim());
  }} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape' && !event.isComposing) ask(''); }}>
    <p><b>${msg('Take this suggestion back?', {id: 'withdraw-sure'})}</b> ${msg('This cannot be undone. What was published shows that its author withdrew it.', {id: 'withdraw-what'})}</p>
    <label>${msg('Reason (optional, read by the authority alone)', {id: 'withdraw-why'})}<textarea id="reason" name="reason" dir="auto" maxlength=${newWithdrawalReasonMaxLength}></textarea></label>
    ${refusal(refused, problemText)}
    <p class="row"><button class="primary" aria-disabled=${withdrawing ? 'true' : 'false'}>${withdrawing ? msg('Sending…', {id: 'sending'}) : msg('Withdraw it', {id: 'withdraw-it'})}</button>
      <button type="button" @click=${() => { ask(''); }}>${msg('Cancel', {id: 'cancel'})}</button></p></form>`;
}

function own(idea: Schema<'MySuggestion'>, ideas: Ideas, reader: TrackerReader, verbs: MineVerbs): TemplateResult {
  const {suggestion: one, withdrawable} = idea;
  const {reference} = one;
  const published = one.visibility === 'published';
  const to = (other: string) => html`<a href=${verbs.address(other)} @click=${(event: Event) => { verbs.open(other, event); }}>${referenceNumber(other)}</a>`;
  return html`<li><article class="card" data-mine=${reference} tabindex="-1"><h3 dir="auto">${published
    ? html`<a class="own" href=${verbs.address(reference)} data-reference=${reference} @click=${(event: Event) => { verbs.open(reference, event); }}>${one.title}</a>` : one.title ?? kindText(one.kind)}</h3>
    <p class="small muted about">${referenceNumber(reference)}<time datetime=${one.receivedAt}>${reader.formats.day(one.receivedAt)}</time></p>
    <p class="axes">${decision(one.decision)} ${stage(one, reader)} ${due(one, reader)}</p>${visibility(one)}
    <details><summary>${msg('What happened so far', {id: 'so-far'})}</summary><p class="said" dir="auto">${idea.text}</p>${timeline(happened([one.updates], known), {reader, to})}</details>
    ${ideas.asking === reference ? withdrawal(ideas, verbs)
      : withdrawable ? html`<p><button class="quiet" data-withdraw=${reference} @click=${() => { verbs.ask(reference); }}>${msg('Withdraw it', {id: 'withdraw-it'})}</button></p>` : nothing}</article></li>`;
}

function list(ideas: Ideas, reader: TrackerReader, verbs: MineVerbs): unknown {
  const {items, next, lost, known: someone} = ideas;
  if (!someone) return nothing;
  return html`<section class="stack"><h3>${msg('Sent by you', {id: 'mine-sent'})}</h3>
    ${items.length ? html`<ol class="cards">${items.map((idea) => own(idea, ideas, reader, verbs))}</ol>` : html`<p class="muted">${msg('You have not sent anything yet.', {id: 'mine-none'})}</p>`}
    ${refusal(lost)}${next ? html`<button class="further" @click=${verbs.readMore}>${msg('Older ones', {id: 'mine-more'})}</button>` : nothing}</section>`;
}

/** What everybody may do with a published proposal does not apply here. */
const idle = () => undefined;

function one({found, api}: Ideas, reader: TrackerReader, {open, address}: MineVerbs): unknown {
  if (!found) return nothing;
  const {suggestion} = found;
  return oneProposal({proposal: suggestion, updates: happened([suggestion.updates], known), older: false, lost: null, api, supported: false, own: true, busy: false,
    failure: null, following: null, reporting: null, shared: '', discussed: false}, reader, {support: idle, follow: idle, report: idle, share: idle, print: idle, readOlder: idle, open, address});
}

export function myIdeas(ideas: Ideas, reader: TrackerReader, verbs: MineVerbs): TemplateResult {
  return html`<section class="stack one" aria-labelledby="mine"><h2 id="mine" tabindex="-1">${msg('What became of my idea?', {id: 'my-idea'})}</h2>
    ${form(ideas, reader, verbs)}${one(ideas, reader, verbs)}${list(ideas, reader, verbs)}</section>`;
}
