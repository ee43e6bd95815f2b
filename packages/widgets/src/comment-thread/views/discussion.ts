/** The whole discussion: heading, order, policy, the box to join it, and everything that was said. */
import {commentsInWords, fill, msg, plural} from '@shurkum/core/i18n/words';
import {clock, icon} from '@shurkum/core/icons';
import {local, refusal, status} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Branch, ThreadView} from '../comment-thread.model.ts';
import {oneComment} from './comment.ts';
import type {Around, Verbs} from './comment.ts';

export type Sort = 'newest' | 'oldest' | 'most-supported';
export type Discussion = {
  view: ThreadView;
  list: Branch[];
  sort: Sort;
  next: string | null;
  /** Why the last page could not be read. */
  lost: unknown;
  compose: () => TemplateResult;
  said: string;
};
export type DiscussionVerbs = Verbs & {arrange: (sort: Sort) => void; readMore: (branch: Branch | null) => void};

export const orders = {newest: () => msg('Newest', {id: 'newest'}), oldest: () => msg('Oldest', {id: 'oldest'}), 'most-supported': () => msg('Most supported', {id: 'top'})};

const arranged = (sort: Sort, verbs: DiscussionVerbs): TemplateResult => html`<div class="segments" role="group" aria-label=${msg('Order of comments', {id: 'order'})} part="sort">${(Object.keys(orders) as Sort[]).map((order) => html`
  <button aria-pressed=${order === sort ? 'true' : 'false'} @click=${() => { verbs.arrange(order); }}>${orders[order]()}</button>`)}</div>`;

const policy = ({thread: {policy: rules}}: ThreadView, {reader}: Around): TemplateResult => html`<details class="policy" part="policy" ?hidden=${!rules}>
  <summary>${msg('Comment policy', {id: 'policy'})}</summary><slot name="policy">${rules ? html`<p>${local(rules.text, reader)}</p>` : nothing}
  ${rules?.url ? html`<p><a href=${rules.url}>${msg('Read more', {id: 'more-on'})}</a></p>` : nothing}</slot></details>`;

function branch(one: Branch, around: Around, verbs: DiscussionVerbs): TemplateResult {
  const {reader: {formats}} = around;
  const left = one.comment.replyCount - one.replies.length;
  return html`<li class=${one.comment.pinned ? 'branch pinned' : 'branch'}>${oneComment(one, around, verbs)}
    ${one.replies.length ? html`<ol class="replies">${repeat(one.replies, ({comment}) => comment.id, (reply) => html`<li>${oneComment(reply, around, verbs)}</li>`)}</ol>` : nothing}
    ${one.next ? html`<button class="quiet further" part="more-replies" @click=${() => { verbs.readMore(one); }}>${left > 0 ? fill(
      plural(msg('|One more reply|{n} more replies', {id: 'replies'}), left), {n: formats.number(left)}) : msg('More replies', {id: 'replies-on'})}</button>` : nothing}</li>`;
}

/** Drawn anew only where something of it changed: writing a letter above a thousand comments touches none of them. */
function drawn(one: Branch, around: Around, verbs: DiscussionVerbs): unknown {
  const {reader, supports, closed, noReplies, part} = around;
  return guard([one, supports, closed, noReplies, reader.tag, Math.floor(reader.now / 60_000), part, part?.holds(one) ? {} : null], () => branch(one, around, verbs));
}

export function discussion(talk: Discussion, around: Around, verbs: DiscussionVerbs): TemplateResult {
  const {view, list, next} = talk;
  const {thread} = view;
  const {reader: {formats}, part} = around;
  const closed = thread.state === 'closed';
  return html`<section class="stack" part="thread">
    <header class="row top"><slot name="heading"><h2 part="heading">${commentsInWords(thread.commentCount, formats)}</h2></slot>
      ${thread.commentCount > 1 ? arranged(talk.sort, verbs) : nothing}</header>
    ${policy(view, around)}
    <div class="notice" ?hidden=${!closed}>${icon(clock)}<slot name="closed"><p>${msg('This discussion is closed. What was said stays here to be read.', {id: 'talk-shut'})}</p></slot></div>
    ${closed ? nothing : talk.compose()}
    <p class="muted" ?hidden=${list.length > 0 || closed}><slot name="empty">${msg('Nobody has commented yet. Be the first to take part.', {id: 'empty'})}</slot></p>
    ${part?.news(around.reader)}
    <ol class="list" tabindex="-1" id="list" aria-label=${msg('Comments', {id: 'list'})}>${repeat(list, ({comment}) => comment.id, (one) => drawn(one, around, verbs))}</ol>
    ${refusal(talk.lost)}${next ? html`<button class="further" part="more" @click=${() => { verbs.readMore(null); }}>${msg('More comments', {id: 'further'})}</button>` : nothing}
    ${status(talk.said)}</section>`;
}
