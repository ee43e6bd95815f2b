/** What happened to a proposal, the newest first, along a rail; official answers and decisions stand out. */
import type {Schema} from '@shurkum/contract';
import {fill, msg, pieces, plural} from '@shurkum/core/i18n/words';
import {icon} from '@shurkum/core/icons';
import {richText} from '@shurkum/core/rich-text';
import {local} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {decision as chip, decisions, progress as progressOf, referenceNumber} from '../views/axes.ts';
import type {TrackerReader} from '../views/axes.ts';
import {shield} from './icons.ts';
import type {Update} from './late.model.ts';
import {reasonText} from './words.ts';

/** `to`: an address of this page at which another proposal is open. */
export type Linked = {reader: TrackerReader; to: (reference: string) => TemplateResult};

const link = ({url, title}: Schema<'NamedLink'>, reader: TrackerReader): TemplateResult =>
  html`<p><a href=${/^https?:/i.test(url) ? url : nothing} rel="noopener">${title ? local(title, reader) : msg('Read more', {id: 'more-on'})}</a></p>`;

function decided(one: Schema<'Decision'>, {reader, to}: Linked): TemplateResult {
  const {reason, body, agency, transferredTo, mergedInto, link: linked} = one;
  return html`<p>${chip(one)}</p>
    ${transferredTo ? html`<p>${pieces<unknown>(msg('Passed to {agency}.', {id: 'passed-to'}), {agency: html`<b>${local(transferredTo, reader)}</b>`})}</p>` : nothing}
    ${mergedInto ? html`<p>${pieces<unknown>(msg('It goes on as {reference}.', {id: 'goes-on'}), {reference: to(mergedInto)})}</p>` : nothing}
    ${reason ? html`<p>${fill(msg('Reason: {why}', {id: 'reason'}), {why: reasonText(reason)})}</p>` : nothing}
    ${body ? html`<div class="text">${richText(body)}</div>` : nothing}${linked ? link(linked, reader) : nothing}
    ${agency ? html`<p class="small muted">${icon(shield)} ${local(agency.name, reader)}</p>` : nothing}`;
}

function answered({agency, role, body, link: linked}: Schema<'OfficialAnswer'>, {reader}: Linked): TemplateResult {
  return html`<p class="small"><b>${local(agency, reader)}</b> · ${local(role, reader)}</p>
    <div class="text">${richText(body)}</div>${linked ? link(linked, reader) : nothing}`;
}

const moderated = (words: string, {reason}: Update): TemplateResult => html`<p>${fill(words, {why: reasonText(reason)})}</p>`;

type Entry = (update: Update, linked: Linked) => unknown;
/** The heading of each kind and what is said under it. Notes are for officials alone. */
const entries: Partial<Record<Update['kind'], readonly [heading: () => string, inside?: Entry]>> = {
  received: [() => msg('Received', {id: 'u-received'})],
  published: [() => msg('Published', {id: 'u-published'})],
  rejected: [() => msg('Not published', {id: 'v-rejected'}), (update) => moderated(msg('Reason: {why}', {id: 'reason'}), update)],
  removed: [() => msg('Removed by moderators', {id: 'v-removed'}), (update) => moderated(msg('Reason: {why}', {id: 'reason'}), update)],
  withdrawn: [() => msg('Withdrawn by its author', {id: 'v-withdrawn'}), ({text}) => (text ? html`<p dir="auto">${text}</p>` : nothing)],
  decision: [() => msg('Decision', {id: 'f-decision'}), ({decision}, linked) => (decision ? decided(decision, linked) : nothing)],
  progress: [() => msg('Progress', {id: 'f-progress'}), ({progress}, {reader}) => (progress ? html`<p>${progressOf(progress, reader)}</p>` : nothing)],
  answer: [() => msg('Official answer', {id: 'official'}), ({answer}, linked) => (answer ? answered(answer, linked) : nothing)],
  threshold: [() => msg('Enough supporters', {id: 'u-enough'}), ({supports = 0}, {reader: {formats}}) => html`<p>${fill(
    plural(msg('One supporter: an official answer is on its way.|{n} supporters: an official answer is on its way.', {id: 'u-threshold'}), supports), {n: formats.number(supports)})}</p>`],
  merged: [() => msg('Joined by another', {id: 'u-joined'}), ({merged}) => (merged ? html`<p>${pieces<unknown>(msg('{reference} was merged into this one; its supporters and followers came along.', {id: 'u-merged'}), {reference: referenceNumber(merged)})}</p>` : nothing)],
  assigned: [() => msg('In the hands of', {id: 'u-assigned'}), ({agency}, {reader}) => (agency ? html`<p>${local(agency.name, reader)}</p>` : nothing)],
};
export const known: object = entries;

/** A decision that says why, and every answer, is a raised block. */
const raised = ({kind, decision}: Update): boolean => kind === 'answer' || !!decision?.body;
const tone = ({kind, decision}: Update): string => (kind === 'answer' ? 'success' : decision ? decisions[decision.state]?.[0] ?? 'muted' : 'muted');

export function timeline(updates: readonly Update[], linked: Linked): TemplateResult {
  const {formats} = linked.reader;
  return html`<ol class="rail" part="timeline">${updates.map((update) => {
    const [heading, inside] = entries[update.kind] ?? [];
    return html`<li class=${tone(update)} id=${`u-${update.id}`} tabindex="-1"><div class=${raised(update) ? 'raised' : 'entry'} part=${update.kind === 'answer' ? 'official-answer' : nothing}>
      <p class="entry-head"><b>${update.kind === 'answer' ? icon(shield) : nothing} ${heading?.()}</b> <time class="small muted" datetime=${update.at}>${formats.day(update.at)}</time></p>
      ${inside?.(update, linked)}</div></li>`;
  })}</ol>`;
}
