/** One comment, in whatever state it is, with what a person may do with it. */
import {fill, msg, pieces} from '@shurkum/core/i18n/words';
import {icon} from '@shurkum/core/icons';
import {richText} from '@shurkum/core/rich-text';
import {local, moment} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {gone, initials} from '../comment-thread.model.ts';
import type {Comment, Placed} from '../comment-thread.model.ts';
import type {TakingPart} from '../comment-thread.part.ts';
import {back, more, shield, thumb} from './icons.ts';

export type Panel = 'menu' | 'edit' | 'withdraw' | 'report' | 'reply';
export type Opened = {id: string; panel: Panel} | null;
/** What a comment needs to know of the discussion around it. `part` is what a person does with it, once that is here. */
export type Around = {
  reader: Reader;
  supports: ReadonlySet<string>;
  closed: boolean;
  noReplies: boolean;
  part: TakingPart | undefined;
  reply: (parent: Comment) => TemplateResult;
};
export type Verbs = {
  open: (opened: Opened) => void;
  support: (comment: Comment, on: boolean) => void;
};

const nameOf = ({author}: Comment): string => author?.name ?? msg('Guest', {id: 'guest'});

/** Letters on a tint made from the person's key; decoration beside the name. */
const disc = (comment: Comment): TemplateResult => html`<svg class="disc" viewBox="0 0 40 40" aria-hidden="true">
  <circle cx="20" cy="20" r="20" fill=${`hsl(${(comment.author?.tint ?? 0) * 30} 60% 50%)`} fill-opacity=".22"></circle>
  <text x="20" y="25.5" text-anchor="middle" font-size="15">${initials(nameOf(comment))}</text></svg>`;

/** The marks are words, not markup: a space at the edge of a template does not outlive its minifier. */
const byline = ({comment, mine}: Placed, reader: Reader): TemplateResult => {
  const official = comment.author?.official;
  const marks = [comment.editedAt && msg('edited', {id: 'edited'}), comment.pinned && msg('pinned', {id: 'pinned'}), mine && msg('your comment', {id: 'yours'})];
  return html`<header class="byline">${disc(comment)}<div class="row"><b part="author"><bdi>${nameOf(comment)}</bdi></b>
    ${official ? html`<span class="badge small">${icon(shield)} ${local(official.role, reader)} · ${local(official.agency, reader)}</span>` : nothing}
    <span class="small muted">${moment(comment.createdAt, reader)}${marks.filter(Boolean).map((mark) => ` · ${mark}`)}</span></div></header>`;
};

const officialAnswer = ({officialAnswer: answer}: Comment, reader: Reader) => (answer ? html`<section class="answer" part="official-answer" aria-label=${msg('Official answer', {id: 'official'})}>
  <p class="row"><b>${icon(shield)} ${msg('Official answer', {id: 'official'})}</b>
    <span class="small muted">${local(answer.role, reader)} · ${local(answer.agency, reader)} · ${moment(answer.date, reader)}</span></p>
  <div class="text">${richText(answer.body)}</div></section>` : nothing);

/** What is supported; its author sees the number, but cannot add to it. */
function supported({comment, mine}: Placed, {reader, supports, closed}: Around, verbs: Verbs): unknown {
  const on = supports.has(comment.id);
  const words = html`${icon(thumb)} ${msg('Support', {id: 'support'})} ${comment.supports ? reader.formats.number(comment.supports) : nothing}`;
  if (mine) return comment.supports ? html`<span class="quiet muted">${words}</span>` : nothing;
  return html`<button class="quiet" part="support" aria-pressed=${on ? 'true' : 'false'} ?disabled=${closed} @click=${() => { verbs.support(comment, !on); }}>${words}</button>`;
}

function actions(placed: Placed, around: Around, verbs: Verbs): TemplateResult {
  const {comment} = placed;
  const here = around.part?.opened?.id === comment.id ? around.part.opened.panel : null;
  const toggle = (panel: Panel, open: boolean) => () => { verbs.open(open ? null : {id: comment.id, panel}); };
  const replying = here === 'reply', menu = !!here && !replying;
  return html`<div class="row actions">${supported(placed, around, verbs)}
    ${around.closed || around.noReplies ? nothing : html`<button class="quiet" value="reply" aria-expanded=${replying ? 'true' : 'false'} @click=${toggle('reply', replying)}>
      ${icon(back, true)} ${msg('Reply', {id: 'reply'})}</button>`}
    <button class="quiet" value="menu" aria-label=${fill(msg('More about the comment of {who}', {id: 'menu'}), {who: nameOf(comment)})} aria-expanded=${menu ? 'true' : 'false'}
      @click=${toggle('menu', menu)}>${icon(more)}</button></div>`;
}

export function oneComment(placed: Placed, around: Around, verbs: Verbs): TemplateResult {
  const {comment, answered} = placed;
  const {reader, part} = around;
  return html`<article class="comment ${comment.state}" id=${`c-${comment.id}`} tabindex="-1" part="comment" aria-label=${fill(msg('Comment by {who}', {id: 'by'}), {who: nameOf(comment)})}>
    ${gone(comment) && !comment.body ? part?.standing(comment) : html`${byline(placed, reader)}
    ${answered ? html`<p class="small muted">${pieces<unknown>(msg('In reply to {who}', {id: 'in-reply'}), {who: html`<bdi>${nameOf(answered)}</bdi>`})}</p>` : nothing}
    ${part?.standing(comment)}<div class="text" part="text">${comment.body ? richText(comment.body) : nothing}</div>
    ${comment.state === 'published' ? actions(placed, around, verbs) : part?.waitingActions(comment)}`}
    ${part?.below(placed, around)}${officialAnswer(comment, reader)}</article>`;
}
