/** One proposal: how it stands, what it says, what happened to it, and what a reader may do with it. */
import {fill, msg, pieces} from '@shurkum/core/i18n/words';
import {alert, check, icon} from '@shurkum/core/icons';
import {problemText} from '@shurkum/core/problems';
import {richText} from '@shurkum/core/rich-text';
import {local, refusal} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {decision, due, progress, published, referenceNumber, supports} from '../views/axes.ts';
import type {TrackerReader} from '../views/axes.ts';
import {final} from '../views/list.ts';
import {answers, attachments} from './answers.ts';
import {bell, flag, printer, share, thumb} from './icons.ts';
import type {Proposal, Update} from './late.model.ts';
import {timeline} from './timeline.ts';
import {kindText, reasonText} from './words.ts';

export type Standing = {
  proposal: Proposal;
  updates: Update[];
  older: boolean;
  /** Why older updates could not be read. */
  lost: unknown;
  api: string;
  /** How the reader stands to it. */
  supported: boolean;
  own: boolean;
  busy: boolean;
  failure: unknown;
  /** The form to follow it, once it was asked for. */
  following: unknown;
  /** The form to report it, once it was asked for. */
  reporting: unknown;
  shared: string;
  discussed: boolean;
};
export type Verbs = {
  support: (on: boolean) => void;
  follow: () => void;
  report: () => void;
  share: () => void;
  print: () => void;
  readOlder: () => void;
  open: (reference: string, event: Event) => void;
  address: (reference: string) => string;
};

const gone = ['rejected', 'removed', 'withdrawn'];

/** How far it is, for what has not come to an end. */
export const stage = ({decision: {state}, progress: at, visibility: seen}: Pick<Proposal, 'decision' | 'progress' | 'visibility'>, reader: TrackerReader): unknown =>
  (gone.includes(seen) || final.includes(state) ? nothing : progress(at, reader));

/** Everybody's view of it is not, or not yet, that of a published proposal. */
export function visibility({visibility: seen, reason, updates}: Proposal): TemplateResult {
  const why = {why: reasonText(reason)};
  const words = {
    held: () => msg('Waiting for review before publication.', {id: 'v-held'}),
    private: () => msg('Sent to the authority alone; it is not published.', {id: 'v-private'}),
    published: () => '',
    rejected: () => fill(msg('Not published: {why}.', {id: 'v-not'}), why),
    removed: () => fill(msg('Removed by moderators: {why}.', {id: 'removed'}), why),
    withdrawn: () => msg('Withdrawn by its author.', {id: 'withdrawn'}),
  }[seen]();
  const why_ = updates.items.find(({kind}) => kind === 'withdrawn')?.text;
  return words ? html`<div class="notice" part="visibility">${icon(alert)}<p>${words} ${seen === 'withdrawn' && why_ ? html`<q dir="auto">${why_}</q>` : nothing}</p></div>` : published();
}

const to = ({open, address}: Verbs) => (reference: string): TemplateResult =>
  html`<a href=${address(reference)} @click=${(event: Event) => { open(reference, event); }}>${referenceNumber(reference)}</a>`;

function head({proposal: one}: Standing, reader: TrackerReader, verbs: Verbs): TemplateResult {
  const {reference, title, kind, category, agency, decision: decided, receivedAt, author} = one;
  return html`<header class="one-head"><p class="small muted about lead">${kindText(kind)} ${referenceNumber(reference)}${category ? html`<span>${local(category.label, reader)}</span>` : nothing}</p>
    <h2 id="top" tabindex="-1" dir="auto">${title ?? msg('This proposal is no longer to be read', {id: 'gone-title'})}</h2>
    <p class="axes">${gone.includes(one.visibility) ? nothing : decision(decided)} ${stage(one, reader)} ${visibility(one)}</p>
    ${decided.mergedInto ? html`<div class="notice">${icon(alert)}<p>${pieces<unknown>(msg('It goes on as {reference}.', {id: 'goes-on'}), {reference: to(verbs)(decided.mergedInto)})}</p></div>` : nothing}
    <p class="axes">${due(one, reader)}</p>
    <p class="small muted about lead">${author ? html`<bdi>${author.name ?? msg('Guest', {id: 'guest'})}</bdi>` : nothing}<time datetime=${receivedAt}>${reader.formats.day(receivedAt)}</time>
      ${agency ? html`<span>${pieces<unknown>(msg('with {agency}', {id: 'with-agency'}), {agency: local(agency.name, reader)})}</span>` : nothing}</p></header>`;
}

function acts(standing: Standing, reader: TrackerReader, {support, follow, report, share: hand, print}: Verbs): TemplateResult {
  const {proposal, supported, own, busy, failure, following, reporting, shared} = standing;
  return html`<section class="support-box"><p>${supports(proposal, reader)}</p>
    <p class="row">${own ? html`<span class="muted">${msg('Your suggestion', {id: 'own'})}</span>`
      : html`<button class=${supported || following ? '' : 'primary'} part="support" aria-pressed=${supported ? 'true' : 'false'} aria-disabled=${busy ? 'true' : 'false'} @click=${() => { support(!supported); }}>
        ${icon(supported ? check : thumb)} ${supported ? msg('You support this', {id: 'supporting'}) : msg('Support', {id: 'support'})}</button>`}
      <button id="follow" aria-expanded=${following ? 'true' : 'false'} @click=${follow}>${icon(bell)} ${msg('Follow', {id: 'follow'})}</button>
      <button class="quiet" @click=${hand}>${icon(share)} ${msg('Share', {id: 'share'})}</button>
      <button class="quiet" @click=${print}>${icon(printer)} ${msg('Print', {id: 'print'})}</button>
      ${own ? nothing : html`<button class="quiet" id="report" aria-expanded=${reporting ? 'true' : 'false'} @click=${report}>${icon(flag)} ${msg('Report', {id: 'report'})}</button>`}</p>
    ${refusal(failure, problemText)}${following}${reporting}
    ${shared ? html`<label>${msg('Link to this proposal', {id: 'its-link'})}<input class="link" readonly dir="ltr" .value=${shared} @focus=${(event: Event) => { (event.target as HTMLInputElement).select(); }}></label>` : nothing}</section>`;
}

/** Loaded by its own entry once the proposal stands. */
const discussion = ({proposal: {threadId}, api, discussed}: Standing): unknown => (threadId && discussed
  ? html`<section class="talk"><shurkum-comment-thread api=${api} thread-id=${threadId} loading="lazy"></shurkum-comment-thread></section>` : nothing);

/** `open` for everybody: with supports, following and a discussion. */
export function oneProposal(standing: Standing, reader: TrackerReader, verbs: Verbs): TemplateResult {
  const {proposal, updates, older, lost, api} = standing;
  const {body, mergedFrom, visibility: seen} = proposal;
  return html`<article class="stack one" part="proposal" aria-labelledby="top">${head(standing, reader, verbs)}
    ${body ? html`<div class="text">${richText(body)}</div>` : nothing}${answers(proposal.answers, reader)}${attachments(proposal.attachments, api, reader)}
    ${mergedFrom.length ? html`<p class="small muted row">${msg('Joined by:', {id: 'joined-by'})} ${mergedFrom.map((one) => to(verbs)(one))}</p>` : nothing}
    ${seen === 'published' && !proposal.decision.mergedInto ? acts(standing, reader, verbs) : refusal(standing.failure, problemText)}
    <section><h3>${msg('What happened so far', {id: 'so-far'})}</h3>${timeline(updates, {reader, to: to(verbs)})}
      ${refusal(lost)}${older ? html`<button class="further" @click=${verbs.readOlder}>${msg('Older updates', {id: 'older'})}</button>` : nothing}</section>
    ${discussion(standing)}</article>`;
}
