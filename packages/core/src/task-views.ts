/** How every widget shows that it waits, that it failed, and what it has; and small nouns that all of them draw. */
import type {Schema} from '@shurkum/contract';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Formats} from './formats.ts';
import type {LocaleController} from './i18n/locale.ts';
import {msg} from './i18n/words.ts';
import {alert, icon} from './icons.ts';
import {localText} from './local-text.ts';
import {mendable, problemText} from './problems.ts';

/** For whom something is drawn: the tag, the space's languages, how numbers and dates are written, and the time. */
export type Reader = {tag: string; languages: readonly string[]; formats: Formats; now: number};

type Told = {value: unknown; error: unknown; status: number};

/** Bones of the layout to come; they show only when the wait is long enough to be noticed. */
const waiting = html`<div class="bones" aria-hidden="true"><i></i><i></i><i></i></div>`;

/** The button goes as soon as it is pressed: the focus stays in the widget, where it was. */
const keepFocus = ({target}: Event): void => {
  const place = (target as Element).closest('.room') as HTMLElement;
  place.tabIndex = -1;
  place.focus({preventScroll: true});
};

const failed = (failure: unknown, retry: () => unknown): TemplateResult => html`
  <div class="notice danger" role="alert">${icon(alert)}<p>${problemText(failure)}</p>
    ${mendable(failure) ? html`<button @click=${(event: Event) => { keepFocus(event); retry(); }}>${msg('Try again', {id: 'retry'})}</button>` : nothing}</div>`;

/**
 * The inside of a widget, in its reader's language and direction. What the page wrote between the tags stays in sight
 * until there is something to show in its place. A read that fails again keeps what it has brought before (`Reading`):
 * the failure is told above it, with a way to try again. What is `mine` may fail without a word where trying again is
 * of no use: the reading does not need it.
 */
export const room = (locale: LocaleController, read: Told, mine: Told, again: () => unknown, full: () => unknown): TemplateResult => {
  const has = locale.ready && read.value !== undefined;
  const lost = locale.ready && (read.status === 3 ? read : mine.status === 3 && mendable(mine.error) && mine);
  return html`<div class="room" lang=${locale.lang} dir=${locale.dir} aria-busy=${has || lost ? 'false' : 'true'}>${lost ? failed(lost.error, again) : nothing}${
    has ? full() : lost ? nothing : waiting}</div><slot ?hidden=${has}></slot>`;
};

/** Speaks politely to assistive technology; the element stays, its words change. */
export const status = (words: unknown): TemplateResult => html`<p class="unseen" role="status">${words}</p>`;

/** An authority's own words, marked with the language they are in. */
export const local = (text: Schema<'LocalText'>, {tag, languages}: Reader): TemplateResult => {
  const words = localText(text, tag, languages);
  return html`<span lang=${words.lang} dir="auto">${words.text}</span>`;
};

/** How long ago, with the exact time for who points at it or comes to it by keyboard. */
export const moment = (instant: string, {formats, now}: Reader): TemplateResult =>
  html`<time tabindex="0" datetime=${instant} title=${formats.exact(instant)}>${formats.ago(instant, now)}</time>`;

/** What an act came to: nothing to say, or why it failed, which assistive technology is told at once. */
export const refusal = (failure: unknown, words = problemText): TemplateResult | typeof nothing =>
  failure ? html`<p class="notice danger" role="alert">${icon(alert)}<span>${words(failure)}</span></p>` : nothing;
