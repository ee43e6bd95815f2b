/** How a comment stands that is not, or no longer, to be seen by all: comes only where there is one, or its author. */
import {fill, msg} from '@shurkum/core/i18n/words';
import {clock, icon} from '@shurkum/core/icons';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Comment} from '../comment-thread.model.ts';
import type {Opened} from './comment.ts';
import {more} from './icons.ts';
import {reasonText} from './reasons.ts';

/** Lucide's circle-minus: neither a warning nor a wait. */
const away = 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M8 12h8';

export function standing({state, reason}: Comment): TemplateResult | typeof nothing {
  if (state === 'published') return nothing;
  const words = {
    held: () => msg('Waiting for review before publication. Only you see this.', {id: 'held'}),
    rejected: () => fill(msg('Not published: {why}. Only you see this.', {id: 'rejected'}), {why: reasonText(reason)}),
    removed: () => fill(msg('Removed by moderators: {why}.', {id: 'removed'}), {why: reasonText(reason)}),
    withdrawn: () => msg('Withdrawn by its author.', {id: 'withdrawn'}),
  }[state]();
  return html`<p class="standing muted small" part="standing">${icon(state === 'held' ? clock : away)} ${words}</p>`;
}

/** What its author may do while it waits. */
export const waitingActions = ({id}: Comment, opened: Opened, open: (opened: Opened) => void): TemplateResult => html`<div class="row actions">
  <button class="quiet" value="menu" aria-expanded=${opened?.id === id ? 'true' : 'false'} @click=${() => { open(opened?.id === id ? null : {id, panel: 'menu'}); }}>${icon(more)} ${msg('Edit or withdraw', {id: 'mine-menu'})}</button></div>`;
