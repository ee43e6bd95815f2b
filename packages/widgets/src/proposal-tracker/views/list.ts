/** The list: what to look for, how to narrow it down, and the proposals that were found. */
import type {Schema} from '@shurkum/contract';
import {fill, msg, pieces, plural} from '@shurkum/core/i18n/words';
import {icon} from '@shurkum/core/icons';
import {localText} from '@shurkum/core/local-text';
import {local, refusal} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {axes, set} from '../proposal-tracker.model.ts';
import type {Axis, Counts, Filters, Sort, Summary} from '../proposal-tracker.model.ts';
import {decision, decisions, due, lens, onward, progress, progresses, published, referenceNumber, supports} from './axes.ts';
import type {TrackerReader} from './axes.ts';

export type Found = {
  items: Summary[];
  counts: Counts | undefined;
  filters: Filters;
  /** '' where a search is ordered by how well each fits. */
  sort: Sort | '';
  next: string | null | undefined;
  /** Why the next page could not be read. */
  lost: unknown;
  /** Whether the filters are opened, where they are folded. */
  unfolded: boolean;
  /** Whether another answer is on its way. */
  seeking: boolean;
};
export type ListVerbs = {
  seek: (event: Event) => void;
  narrow: (axis: Axis, value: string) => void;
  arrange: (sort: Sort | '') => void;
  clear: () => void;
  unfold: () => void;
  readMore: () => void;
  open: (reference: string, event: Event) => void;
  lookUp: () => void;
  /** Where a proposal is read: an address of the page's own. */
  address: (reference: string) => string;
};

const orders: Record<Sort, () => string> = {
  'newest': () => msg('Newest', {id: 'newest'}),
  'most-supported': () => msg('Most supported', {id: 'top'}),
  'recently-updated': () => msg('Recently updated', {id: 'fresh'}),
  'due-soon': () => msg('Answer due soon', {id: 'due-soon'}),
};

type Choice = readonly [value: string, words: string, count?: number];

function chosen(label: string, choices: readonly Choice[], value: string, {formats}: TrackerReader, choose: (value: string) => void): TemplateResult {
  return html`<label class="filter"><span class="small muted">${label}</span><select @change=${(event: Event) => { choose((event.target as HTMLSelectElement).value); }}>
    ${choices.map(([one, words, count]) => html`<option value=${one} .selected=${one === value}>${words}${count === undefined ? '' : ` (${formats.number(count)})`}</option>`)}</select></label>`;
}

type Offer = readonly [axis: Axis, label: string, choices: Choice[]];

/** What each filter offers: the choices that would leave something, with how much. */
function offers({counts, filters}: Found, {tag, languages}: TrackerReader): Offer[] {
  const said = (text: Schema<'LocalText'>) => localText(text, tag, languages).text;
  const all: Offer[] = [
    ['decision', msg('Decision', {id: 'f-decision'}), (counts?.decisions ?? []).map(({state, count}) => [state, decisions[state]?.[2]() ?? state, count])],
    ['progress', msg('Progress', {id: 'f-progress'}), (counts?.progress ?? []).map(({state, count}) => [state, progresses[state]?.[2]() ?? state, count])],
    ['category', msg('Subject', {id: 'f-category'}), (counts?.categories ?? []).map(({category: {id, label}, count}) => [id, said(label), count])],
    ['agency', msg('Authority', {id: 'f-agency'}), (counts?.agencies ?? []).map(({agency: {id, name}, count}) => [id, said(name), count])],
  ];
  return all.map(([axis, label, choices]): Offer => {
    const value = filters[axis];
    const left = choices.filter(([one, , count]) => count || one === value);
    return [axis, label, value && !left.some(([one]) => one === value) ? [...left, [value, value]] : left];
  }).filter(([, , choices]) => choices.length);
}

function narrowing(found: Found, reader: TrackerReader, verbs: ListVerbs): TemplateResult {
  const {filters, unfolded, sort} = found;
  const some = axes.filter((axis) => filters[axis]).length;
  const words = msg('Filters', {id: 'filters'});
  const every: Choice = ['', msg('All', {id: 'f-all'})];
  const fits: Choice[] = filters.q ? [['', msg('Best match', {id: 'fits'})]] : [];
  return html`<form role="search" @submit=${verbs.seek}><label class="small muted" for="q">${msg('Search proposals', {id: 'seek'})}</label>
      <div class="seek"><input id="q" name="q" class="words" type="search" maxlength="200" dir="auto" enterkeyhint="search" .value=${filters.q} @search=${verbs.seek}>
      <button aria-label=${msg('Search', {id: 'seek-go'})}>${icon(lens)}</button></div></form>
    <button class="fold" aria-expanded=${unfolded ? 'true' : 'false'} aria-controls="filters" @click=${verbs.unfold}>${some ? `${words} (${reader.formats.number(some)})` : words}</button>
    <div id="filters" class=${unfolded ? 'filters unfolded' : 'filters'} part="filters" role="group" aria-label=${words}>
      ${offers(found, reader).map(([axis, label, choices]) => chosen(label, [every, ...choices], filters[axis], reader, (value) => { verbs.narrow(axis, value); }))}
      ${chosen(msg('Order', {id: 'sorted'}), [...fits, ...(Object.keys(orders) as Sort[]).map((one): Choice => [one, orders[one]()])], sort, reader, (value) => { verbs.arrange(value as Sort); })}</div>`;
}

/** Nothing can come of what was declined or went elsewhere: how far it is would mislead. */
export const final = ['declined', 'transferred', 'merged', 'expired'];

export function card(one: Summary, reader: TrackerReader, {open, address}: Pick<ListVerbs, 'open' | 'address'>): TemplateResult {
  const {reference, title, category, updatedAt} = one;
  return html`<li><article class="card" part="proposal">
    <h3><a href=${address(reference)} data-reference=${reference} dir="auto" @click=${(event: Event) => { open(reference, event); }}>${title}</a></h3>
    <p class="small muted about lead">${referenceNumber(reference)}${category ? html`<span>${local(category.label, reader)}</span>` : nothing}</p>
    <p class="axes">${decision(one.decision)} ${final.includes(one.decision.state) ? nothing : progress(one.progress, reader)} ${published()} ${due(one, reader)}</p>
    <p class="small muted about">${supports(one, reader)}<span>${pieces<unknown>(msg('Updated {day}', {id: 'updated'}), {day: html`<time datetime=${updatedAt}>${reader.formats.day(updatedAt)}</time>`})}</span></p></article></li>`;
}

/** The way back from what was opened. */
export const back = (leave: () => void): TemplateResult =>
  html`<p><button class="quiet back" @click=${leave}>${icon('M19 12H5M12 19l-7-7 7-7', true)} ${msg('All proposals', {id: 'all-proposals'})}</button></p>`;

/** How many there are; a long search is not counted to its end. */
export const found = ({counts, items}: Found, {formats}: TrackerReader): string => {
  const total = counts?.total ?? items.length;
  const words = fill(plural(msg('No proposals|One proposal|{n} proposals', {id: 'proposals-n'}), total), {n: formats.number(total)});
  return counts && !counts.exact ? fill(msg('At least {n}', {id: 'at-least'}), {n: words}) : words;
};

function nobody({filters}: Found, {clear}: ListVerbs): TemplateResult {
  const narrowed = Object.keys(set(filters)).length > 0;
  return html`<p class="muted" ?hidden=${narrowed}><slot name="empty">${msg('No proposals have been published yet.', {id: 'no-proposals'})}</slot></p>
    <div class="notice" ?hidden=${!narrowed}><p>${msg('Nothing matches this search.', {id: 'no-match'})}</p><button @click=${clear}>${msg('Clear the filters', {id: 'unfilter'})}</button></div>`;
}

export function list(all: Found, reader: TrackerReader, verbs: ListVerbs): TemplateResult {
  const {items, next, lost} = all;
  return html`<section class="stack" part="list" aria-labelledby="top">
    <header class="row between"><slot name="heading"><h2 id="top" tabindex="-1" part="heading">${msg('Proposals', {id: 'proposals'})}</h2></slot>
      <button class="quiet mine" part="look-up" @click=${verbs.lookUp}>${msg('What became of my idea?', {id: 'my-idea'})} ${icon(onward, true)}</button></header>
    <div class="narrowing">${narrowing(all, reader, verbs)}</div>
    <p class="muted">${all.seeking ? msg('Searching…', {id: 'seeking'}) : found(all, reader)}</p>
    <ol class=${all.seeking ? 'cards seeking' : 'cards'} aria-label=${msg('Proposals', {id: 'proposals'})} ?hidden=${!items.length}>${items.map((one) => card(one, reader, verbs))}</ol>
    ${items.length ? nothing : nobody(all, verbs)}${refusal(lost)}
    ${next ? html`<button class="further" part="more" @click=${verbs.readMore}>${msg('More proposals', {id: 'more-proposals'})}</button>` : nothing}</section>`;
}
