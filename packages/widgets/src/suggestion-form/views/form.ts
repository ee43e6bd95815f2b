/** The form as it is met first: what it is for, and what is written into it. The steps behind that come when wanted. */
import {fill, msg, pieces, plural} from '@shurkum/core/i18n/words';
import {clock, icon} from '@shurkum/core/icons';
import {localText} from '@shurkum/core/local-text';
import {local, refusal, status} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Filled, Form, Step} from '../suggestion-form.model.ts';
import {question} from './question.ts';
import type {Beside} from './question.ts';

export type Written = 'title' | 'text' | 'categoryId' | 'name' | 'email';
/** `beside`: what is wrong with an answer, and how much may be written yet; known once the later steps are here. */
export type Writing = {form: Form; filled: Filled; beside: (id: string) => Beside};
export type WriteVerbs = {write: (what: Written, text: string) => void};

/** What somebody is asked to write, by the kind of form. */
const texts = {
  suggestion: () => msg('Your suggestion', {id: 'sf-text-suggestion'}), complaint: () => msg('Your complaint', {id: 'sf-text-complaint'}),
  inquiry: () => msg('Your question', {id: 'sf-text-inquiry'}), report: () => msg('Your report', {id: 'sf-text-report'}),
};
export const textLabel = ({kind}: Form): string => texts[kind]();
export const titleLabel = (): string => msg('Title in a few words', {id: 'sf-title'});
export const categoryLabel = (): string => msg('What is it about?', {id: 'sf-category'});

const typed = (event: Event): string => (event.target as HTMLInputElement).value;

/** The first questions, which every form asks. */
export const write = ({form, filled, beside}: Writing, reader: Reader, verbs: WriteVerbs): TemplateResult => html`
  ${question({id: 'title', label: titleLabel(), hint: form.titleHint && local(form.titleHint, reader), required: true}, beside('title'), ({id, by, invalid}) => html`
    <input id=${id} name="title" dir="auto" autocomplete="off" aria-required="true" aria-describedby=${by} aria-invalid=${invalid} .value=${filled.title}
      @input=${(event: Event) => { verbs.write('title', typed(event)); }}>`)}
  ${question({id: 'text', label: textLabel(form), hint: form.textHint && local(form.textHint, reader), required: true}, beside('text'), ({id, by, invalid}) => html`
    <textarea id=${id} name="text" dir="auto" rows="6" aria-required="true" aria-describedby=${by} aria-invalid=${invalid} .value=${filled.text}
      @input=${(event: Event) => { verbs.write('text', typed(event)); }}></textarea>`)}
  ${form.categories.length ? question({id: 'categoryId', label: categoryLabel(), required: true}, beside('categoryId'), ({id, by, invalid}) => html`
    <select id=${id} name="category" aria-required="true" aria-describedby=${by} aria-invalid=${invalid} @change=${(event: Event) => { verbs.write('categoryId', typed(event)); }}>
      <option value="" ?selected=${!filled.categoryId}>${msg('Please choose', {id: 'sf-choose'})}</option>
      ${form.categories.map((one) => html`<option value=${one.id} ?selected=${one.id === filled.categoryId}>${localText(one.label, reader.tag, reader.languages).text}</option>`)}</select>`) : nothing}`;

/** "2 of 4 · similar ones" */
export const progress = (at: number, of: number, name: string, {formats}: Reader): string =>
  fill(msg('{n} of {all} · {step}', {id: 'sf-progress'}), {n: formats.number(at), all: formats.number(of), step: name});
export const writeName = (): string => msg('Write', {id: 'sf-write'});

/** Who answers and by when: what a person may count on, before they begin. */
function context({agency, answerWithin, dueOn, guests}: Form, reader: Reader): TemplateResult {
  const {formats} = reader;
  return html`<p class="context small muted">
    ${answerWithin && dueOn ? html`<span>${icon(clock)} ${pieces<unknown>(plural(msg('|Answer within one working day, by {day}|Answer within {n} working days, by {day}', {id: 'sf-within'}), answerWithin),
      {n: formats.number(answerWithin), day: html`<time datetime=${dueOn}>${formats.day(dueOn, 'UTC')}</time>`})}</span>` : nothing}
    ${agency ? html`<span>${pieces<unknown>(msg('Answered by {who}', {id: 'sf-by'}), {who: local(agency.name, reader)})}</span>` : nothing}
    <span>${guests ? msg('No account needed', {id: 'sf-no-account'}) : msg('For signed-in people', {id: 'signed'})}</span></p>`;
}

/** `notices`: what there is to say above the questions. `inside`: a later step in place of the first. */
export type Drawn = {
  steps: readonly Step[]; at: number; name: string; noSteps: boolean; notices: unknown; inside: unknown; bar: unknown; more: unknown; lost: unknown; said: string;
};
export type FormVerbs = WriteVerbs & {next: (event: Event) => void};

/** The whole card around one step. A step without questions of its own (`steps` empty) stands alone: a receipt, a form that is closed. */
export function card(drawn: Drawn, writing: Writing, reader: Reader, verbs: FormVerbs): TemplateResult {
  const {steps, at, name, noSteps, inside} = drawn;
  const {form} = writing;
  const step = steps[at];
  return html`<section class="card stack" part="form" aria-labelledby="heading">
    <header><slot name="heading"><h2 id="heading" part="heading">${local(form.title, reader)}</h2></slot>
      ${form.intro && step?.part === 'write' ? html`<p class="intro">${local(form.intro, reader)}</p>` : nothing}${step?.part === 'write' ? context(form, reader) : nothing}</header>
    ${step ? html`<form class="stack" novalidate @submit=${verbs.next}>
      ${noSteps ? nothing : html`<h3 class="step" id="step" tabindex="-1" part="step">${progress(at + 1, steps.length, name, reader)}</h3>`}${drawn.notices}
      ${step.part === 'write' ? write(writing, reader, verbs) : nothing}${inside}${refusal(drawn.lost)}
      <p class="row acts">${drawn.bar ?? html`<button class="primary" part="next">${msg('Next', {id: 'sf-next'})}</button>`}</p></form>` : inside}
    ${drawn.more}${status(drawn.said)}</section>`;
}
