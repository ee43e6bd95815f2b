/** The ballot: every question with real form controls, one button, and what happens with the vote. */
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {alert, icon} from '@shurkum/core/icons';
import {problemText} from '@shurkum/core/problems';
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {trouble} from '@shurkum/client';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {chosen, lacking} from '../poll-card.model.ts';
import type {Answer, Choices, Poll, Question} from '../poll-card.model.ts';
import type * as Orderings from './orderings.ts';

/** `fixed`: shown as it was cast. `told`: what is lacking is said, since the person tried to vote. */
export type Sheet = {choices: Choices; fixed: boolean; told: boolean; orderings: typeof Orderings | undefined};
export type Choose = (question: Question, answer: Answer, words?: () => string) => void;

/** How many may be chosen, in words. */
function bounds({kind, min = 1, max, options}: Question, {formats}: Reader): string {
  if (kind !== 'multiple') return '';
  const places = {min: formats.number(min), max: formats.number(max ?? options.length)};
  if (max === undefined || max >= options.length) return min > 1 ? fill(msg('Choose at least {min}.', {id: 'atleast'}), places) : msg('Choose as many as you like.', {id: 'any'});
  if (min === max) return fill(msg('Choose exactly {max}.', {id: 'exactly'}), places);
  return fill(min > 1 ? msg('Choose between {min} and {max}.', {id: 'between'}) : msg('Choose up to {max}.', {id: 'upto'}), places);
}

const choices = (question: Question, answer: Answer, sheet: Sheet, reader: Reader, choose: Choose) => question.options.map(({id, label}) => html`
  <label class="choice" part="option"><input type=${question.kind === 'multiple' ? 'checkbox' : 'radio'} name=${question.id} value=${id}
    .checked=${!!answer.optionIds?.includes(id)} ?disabled=${sheet.fixed}
    @change=${(event: Event) => { choose(question, chosen(question, answer, id, (event.target as HTMLInputElement).checked)); }}>
    ${local(label, reader)}</label>`);

function scale(question: Question, answer: Answer, sheet: Sheet, reader: Reader, choose: Choose): TemplateResult {
  const {min, max, minLabel, maxLabel} = question.scale ?? {min: 1, max: 5};
  const steps = Array.from({length: max - min + 1}, (_, index) => min + index);
  return html`<div class="scale">${steps.map((step) => html`<label class="choice" part="option">
      <input type="radio" name=${question.id} value=${step} .checked=${answer.rating === step} ?disabled=${sheet.fixed}
        @change=${() => { choose(question, {...answer, rating: step}); }}>${reader.formats.number(step)}</label>`)}</div>
    <p class="row ends small muted"><span>${minLabel ? local(minLabel, reader) : nothing}</span><span>${maxLabel ? local(maxLabel, reader) : nothing}</span></p>`;
}

function field(question: Question, sheet: Sheet, reader: Reader, choose: Choose): unknown {
  const answer = sheet.choices[question.id] ?? {questionId: question.id};
  if (question.kind === 'ranking') return sheet.orderings?.ranking(question, answer, sheet.fixed, reader, choose);
  if (question.kind === 'points') return sheet.orderings?.points(question, answer, sheet.fixed, reader, choose);
  return (question.kind === 'rating' ? scale : choices)(question, answer, sheet, reader, choose);
}

/** One question; alone, it is the card's heading and needs no legend of its own. */
export function question(one: Question, alone: boolean, sheet: Sheet, reader: Reader, choose: Choose): TemplateResult {
  const problem = sheet.told && lacking(one, sheet.choices[one.id] ?? {questionId: one.id});
  const hint = bounds(one, reader);
  return html`<fieldset aria-labelledby=${alone ? 'question' : nothing} aria-describedby=${`hint-${one.id}`}>
    ${alone ? nothing : html`<legend>${local(one.text, reader)}</legend>`}
    <div id=${`hint-${one.id}`}>${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${problem ? html`<p class="danger lack">${icon(alert)} ${problemText(trouble(problem))}</p>` : nothing}</div>
    ${field(one, sheet, reader, choose)}</fieldset>`;
}

/** What becomes of the vote, made from the poll's own settings. */
export const privacy = ({guests, changeable}: Poll): string => [
  guests ? msg('Open straw poll: one vote per device, kept under a random key without your name.', {id: 'straw'})
    : msg('One vote per person. The authority publishes totals only.', {id: 'one-each'}),
  changeable ? msg('You may change it until the poll closes.', {id: 'may-edit'}) : msg('A vote cannot be changed afterwards.', {id: 'no-edit'}),
].join(' ');

/** How many people have answered. */
export const people = (count: number, {formats}: Reader): string => fill(
  plural(msg('Nobody has answered yet|One person has answered|{n} people have answered', {id: 'people'}), count), {n: formats.number(count)});
