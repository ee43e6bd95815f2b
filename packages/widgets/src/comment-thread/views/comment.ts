/** One comment, in whatever state it is, with what a person may do with it. */
import type {Client} from '@shurkum/client';
import {fill, msg, pieces} from '@shurkum/core/i18n/words';
import {back, clock, icon, more, shield, thumb} from '@shurkum/core/icons';
import {richText} from '@shurkum/core/rich-text';
import {local, moment, refusal} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {gone, initials} from '../comment-thread.model.ts';
import type {Comment, Placed} from '../comment-thread.model.ts';
import type * as Acts from './acts.ts';
import {reasonText} from './reasons.ts';

export type Panel = 'menu' | 'edit' | 'withdraw' | 'report' | 'reply';
export type Opened = {id: string; panel: Panel} | null;
/** What a comment needs to know of the discussion around it. */
export type Around = {
  reader: Reader;
  supports: ReadonlySet<string>;
  opened: Opened;
  closed: boolean;
  noReplies: boolean;
  /** Where the last act failed, and why. */
  failed: {id: string; failure: unknown} | null;
  acts: typeof Acts | undefined;
  reply: (parent: Comment) => TemplateResult;
};
export type Verbs = {
  open: (opened: Opened) => void;
  support: (comment: Comment, on: boolean) => void;
  /** Does something else with a comment. `said`: what is announced once it is done. */
  act: (commentId: string, send: (client: Client) => () => Promise<unknown>, fact?: 'report', said?: () => string) => void;
};

const nameOf = ({author}: Comment): string => author?.name ?? msg('Guest', {id: 'guest'});

/** Letters on a tint made from the person's key; decoration beside the name. */
const disc = (comment: Comment): TemplateResult => html`<svg class="disc" viewBox="0 0 40 40" aria-hidden="true">
  <circle cx="20" cy="20" r="20" fill=${`hsl(${(comment.author?.tint ?? 0) * 30} 60% 50%)`} fill-opacity=".22"></circle>
  <text x="20" y="25.5" text-anchor="middle" font-size="15">${initials(nameOf(comment))}</text></svg>`;

const byline = (comment: Comment, reader: Reader): TemplateResult => {
  const official = comment.author?.official;
  return html`<header class="row byline">${disc(comment)}<b part="author"><bdi>${nameOf(comment)}</bdi></b>
    ${official ? html`<span class="badge small">${icon(shield)} ${local(official.role, reader)} · ${local(official.agency, reader)}</span>` : nothing}
    <span class="small muted">${moment(comment.createdAt, reader)}${comment.editedAt ? html` · ${msg('edited', {id: 'edited'})}` : nothing}
      ${comment.pinned ? html` · ${msg('pinned', {id: 'pinned'})}` : nothing}</span></header>`;
};

/** Said where only its author sees it, or where it is no longer to be seen. */
function standing({state, reason}: Comment): TemplateResult | typeof nothing {
  if (state === 'published') return nothing;
  const words = {
    held: () => msg('Waiting for review before publication. Only you see this.', {id: 'held'}),
    rejected: () => fill(msg('Not published: {why}. Only you see this.', {id: 'rejected'}), {why: reasonText(reason)}),
    removed: () => fill(msg('Removed by moderators: {why}.', {id: 'removed'}), {why: reasonText(reason)}),
    withdrawn: () => msg('Withdrawn by its author.', {id: 'withdrawn'}),
  }[state]();
  return html`<p class="standing muted small" part="standing">${icon(clock)} ${words}</p>`;
}

const officialAnswer = ({officialAnswer: answer}: Comment, reader: Reader) => (answer ? html`<section class="answer" part="official-answer">
  <p class="row"><b>${icon(shield)} ${msg('Official answer', {id: 'official'})}</b>
    <span class="small muted">${local(answer.role, reader)} · ${local(answer.agency, reader)} · ${moment(answer.date, reader)}</span></p>
  <div class="text">${richText(answer.body)}</div></section>` : nothing);

function actions(comment: Comment, around: Around, verbs: Verbs): TemplateResult {
  const {reader, opened, closed, noReplies, supports} = around;
  const mine = supports.has(comment.id);
  const here = opened?.id === comment.id ? opened.panel : null;
  return html`<div class="row actions">
    <button class="quiet" part="support" aria-pressed=${mine ? 'true' : 'false'} ?disabled=${closed} @click=${() => { verbs.support(comment, !mine); }}>
      ${icon(thumb)} ${msg('Support', {id: 'support'})} ${comment.supports ? reader.formats.number(comment.supports) : nothing}</button>
    ${closed || noReplies ? nothing : html`<button class="quiet" aria-expanded=${here === 'reply' ? 'true' : 'false'} @click=${() => { verbs.open(here === 'reply' ? null : {id: comment.id, panel: 'reply'}); }}>
      ${icon(back, true)} ${msg('Reply', {id: 'reply'})}</button>`}
    <button class="quiet" aria-label=${fill(msg('More about the comment of {who}', {id: 'menu'}), {who: nameOf(comment)})} aria-expanded=${here && here !== 'reply' ? 'true' : 'false'}
      @click=${() => { verbs.open(here && here !== 'reply' ? null : {id: comment.id, panel: 'menu'}); }}>${icon(more)}</button></div>`;
}

/** What is opened under a comment: the box for a reply, or a panel that is loaded on use. */
function below(placed: Placed, around: Around, verbs: Verbs): unknown {
  const {opened, acts, failed, reader} = around;
  const {comment} = placed;
  const failure = failed?.id === comment.id ? failed.failure : null;
  if (opened?.id !== comment.id) return refusal(failure);
  return opened.panel === 'reply' ? around.reply(comment) : acts?.panel(opened.panel, placed, reader.now, failure, verbs);
}

export function oneComment(placed: Placed, around: Around, verbs: Verbs): TemplateResult {
  const {comment, answered} = placed;
  const {reader} = around;
  return html`<article class="comment ${comment.state}" id=${`c-${comment.id}`} tabindex="-1" part="comment" aria-label=${fill(msg('Comment by {who}', {id: 'by'}), {who: nameOf(comment)})}>
    ${gone(comment) && !comment.body ? standing(comment) : html`${byline(comment, reader)}
    ${answered ? html`<p class="small muted">${pieces<unknown>(msg('In reply to {who}', {id: 'in-reply'}), {who: html`<bdi>${nameOf(answered)}</bdi>`})}</p>` : nothing}
    ${standing(comment)}<div class="text" part="text">${comment.body ? richText(comment.body) : nothing}</div>
    ${comment.state === 'published' ? actions(comment, around, verbs) : comment.state === 'held' ? html`<div class="row actions">
      <button class="quiet" @click=${() => { verbs.open({id: comment.id, panel: 'menu'}); }}>${icon(more)} ${msg('Edit or withdraw', {id: 'mine-menu'})}</button></div>` : nothing}`}
    ${below(placed, around, verbs)}${officialAnswer(comment, reader)}</article>`;
}
