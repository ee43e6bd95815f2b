/** How a proposal stands: its axes, each with a picture, a word and a colour, and when an answer is due. */
import type {Schema} from '@shurkum/contract';
import {fill, msg, pieces, plural} from '@shurkum/core/i18n/words';
import {check, clock, icon} from '@shurkum/core/icons';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing, svg} from 'lit';
import type {TemplateResult} from 'lit';
import type {DecisionState, ProgressState, Standing} from '../proposal-tracker.model.ts';

/** `today`: the day it is where the authority is. */
export type TrackerReader = Reader & {today: string};

/** Paths of Lucide's icons (ISC). */
const ring = 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20';
export const lens = 'm21 21-4.3-4.3M11 3a8 8 0 1 0 0 16 8 8 0 1 0 0-16';
/** Points, so it is mirrored where text runs from the right. */
export const onward = 'M5 12h14M12 5l7 7-7 7';
const join = 'm8 6 4-4 4 4M12 2v10.3a4 4 0 0 1-1.17 2.87L4 22M20 22l-5-5';
const glass = 'M5 22h14M5 2h14M17 22v-4l-5-6 5-6V2M7 2v4l5 6-5 6v4';
export const calendar = 'M8 2v4M16 2v4M3 10h18M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2';

const eye = 'M2 12c4-9 16-9 20 0-4 9-16 9-20 0M12 9a3 3 0 1 0 0 6 3 3 0 1 0 0-6';

type Sign = readonly [tone: string, path: string, words: () => string];

export const decisions: Record<DecisionState, Sign> = {
  'open': ['info', ring, () => msg('Open', {id: 's-open'})],
  'under-review': ['warning', lens, () => msg('Under review', {id: 'd-review'})],
  'accepted': ['success', `${ring}M8 12l3 3 5-6`, () => msg('Accepted', {id: 'd-yes'})],
  'partly-accepted': ['success', `${ring}M8 12h8M12 8v8`, () => msg('Partly accepted', {id: 'd-partly'})],
  'declined': ['danger', `${ring}M15 9l-6 6M9 9l6 6`, () => msg('Not accepted', {id: 'd-no'})],
  'transferred': ['muted', onward, () => msg('Passed to another authority', {id: 'd-passed'})],
  'merged': ['muted', join, () => msg('Merged', {id: 'd-merged'})],
  'expired': ['muted', glass, () => msg('Expired', {id: 'd-expired'})],
};

export const progresses: Record<ProgressState, Sign> = {
  'not-started': ['muted', 'M5 12h14', () => msg('Not started', {id: 'p-not'})],
  'planned': ['info', calendar, () => msg('Planned', {id: 'p-planned'})],
  'in-progress': ['info', 'M12 2a10 10 0 1 0 10 10', () => msg('In progress', {id: 'p-going'})],
  'done': ['success', check, () => msg('Done', {id: 'p-done'})],
};

const sign = ([tone, path, words]: Sign, more = ''): TemplateResult =>
  html`<span class=${tone}>${icon(path, path === onward)}</span> ${words()}${more}`;

/** The chip that is looked for first. A decision that this version does not know is left out. */
export function decision({state}: Schema<'Decision'>): TemplateResult | typeof nothing {
  const known = Object.hasOwn(decisions, state) && decisions[state];
  return known ? html`<span class="chip ${known[0]}" part="decision">${sign(known)}</span>` : nothing;
}

export function progress({state, percent}: Schema<'Progress'>, {formats}: Reader): TemplateResult | typeof nothing {
  const known = Object.hasOwn(progresses, state) && progresses[state];
  return known ? html`<span class="axis" part="progress">${sign(known, percent === null ? '' : ` ${formats.number(percent / 100, {style: 'percent'})}`)}</span>` : nothing;
}

/** Everybody may read it. */
export const published = (): TemplateResult => html`<span class="axis" part="visibility">${sign(['muted', eye, () => msg('Published', {id: 'v-published'})])}</span>`;

/** Noon, so that the day stays itself in every zone. */
export const dayOf = (day: string, {formats}: Reader): TemplateResult => html`<time datetime=${day}>${formats.day(`${day}T12:00:00Z`, 'UTC')}</time>`;

const counted = (words: string, days: number, {formats}: Reader): string => fill(plural(words, days), {n: formats.number(days)});

/** When an answer is due, or how long it took. */
export function due(standing: Standing, reader: TrackerReader): TemplateResult | typeof nothing {
  const {dueOn, dueIn, answeredIn} = standing;
  if (dueIn === null || dueOn === null) {
    return answeredIn === null ? nothing : html`<span class="due">${icon(check)} ${counted(
      msg('Answered the same day|Answered in one working day|Answered in {n} working days', {id: 'answered-in'}), answeredIn, reader)}</span>`;
  }
  // A day that is past may still have no working day behind it.
  const late = dueOn < reader.today;
  const words = late ? msg('The answer was due on {day}|The answer was due on {day}, one working day late|The answer was due on {day}, {n} working days late', {id: 'late'})
    : dueOn === reader.today ? msg('Answer by today, {day}', {id: 'due-today'}) : msg('Answer by {day}|Answer by {day}, in one working day|Answer by {day}, in {n} working days', {id: 'due'});
  return html`<span class=${late ? 'due warning' : 'due'}>${icon(clock)} <span>${pieces<unknown>(plural(words, Math.abs(dueIn)), {
    n: reader.formats.number(Math.abs(dueIn)), day: dayOf(dueOn, reader)})}</span></span>`;
}

type Backed = {supports: number; supportsNeeded: number | null; answeredAt: string | null};

/** Supports on the way to the number that brings an answer, while there is none. The bar repeats the words. */
export function supports({supports: some, supportsNeeded: needed, answeredAt}: Backed, {formats}: Reader): TemplateResult {
  const words = counted(msg('Nobody supports it yet|One supporter|{n} supporters', {id: 'backers'}), some, {formats} as Reader);
  if (needed === null || answeredAt !== null) return html`<span class="backers">${words}</span>`;
  return html`<span class="backers">${words} · ${fill(msg('{n} bring an official answer', {id: 'backers-needed'}), {n: formats.number(needed)})}
    <svg class="bar points" aria-hidden="true" width="100%" height="6">${svg`<rect class="track" width="100%" height="6" rx="3"></rect><rect class="fill" width=${`${Math.min(some / needed, 1) * 100}%`} height="6" rx="3"></rect>`}</svg></span>`;
}

/** Digits in groups, read from the left in every language. */
export const referenceNumber = (reference: string): TemplateResult => html`<bdi class="reference" dir="ltr">${reference}</bdi>`;
