/** The steps behind the first: what others suggested, the form's own questions, and everything once more before it is sent. */
import type {ApiError} from '@shurkum/client';
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {check, icon} from '@shurkum/core/icons';
import {localText} from '@shurkum/core/local-text';
import {refusal} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {placeOf} from '../suggestion-form.model.ts';
import type {Filled, Form, Step} from '../suggestion-form.model.ts';
import {categoryLabel, textLabel, titleLabel} from '../views/form.ts';
import type {Similar} from './acts.ts';
import {willBePublic} from './answers.model.ts';
import {contact, field, publication} from './fields.ts';
import type {Asking} from './fields.ts';
import {briefList, consequenceList, policy} from './privacy.ts';
import type {Who} from './privacy.ts';
import {answerWords, emailLabel, nameLabel, publicLabel, stepName} from './words.ts';

/** What was found, which of it this person supports by now, and what became of the last try. */
export type Finding = {items: readonly Similar[]; supported: ReadonlyMap<string, number>; trying: string | null; failed: {reference: string; failure: unknown} | null;
  /** Where proposals are read, with `{reference}` in the place of one. */
  address: string | null};
export type SimilarVerbs = {support: (reference: string) => void; discard: () => void};

const supporters = (count: number, {formats}: Reader): string =>
  fill(plural(msg('No supporters yet|One supporter|{n} supporters', {id: 'sf-supporters'}), count), {n: formats.number(count)});

function nearby(one: Similar, {supported, trying, failed, address}: Finding, reader: Reader, verbs: SimilarVerbs): TemplateResult {
  const {reference, title, excerpt, supports, publishedAt} = one;
  const mine = supported.get(reference);
  const lost = failed?.reference === reference && (failed.failure as Partial<ApiError>).kind === 'not-editable';
  return html`<li class="near" part="similar" aria-labelledby="n-${reference}"><h4 id="n-${reference}" dir="auto">${title}</h4>
    <p class="excerpt" dir="auto">${excerpt}</p>
    <p class="row small muted"><span>${supporters(mine ?? supports, reader)}</span> <time datetime=${publishedAt}>${reader.formats.day(publishedAt)}</time> <bdi dir="ltr">${reference}</bdi></p>
    ${address ? html`<p class="small"><a href=${address.replaceAll('{reference}', reference)} target="_blank" rel="noopener" aria-describedby="n-${reference}">${msg('Read all of it (in a new tab)', {id: 'sf-read-all'})}</a></p>` : nothing}
    ${failed?.reference === reference ? refusal(failed.failure) : nothing}
    ${mine === undefined ? html`<p><button type="button" aria-disabled=${trying || lost ? 'true' : 'false'} aria-describedby="n-${reference}" @click=${() => { if (!lost) verbs.support(reference); }}>${
      msg('Support this instead', {id: 'sf-support'})}</button></p>`
      : html`<p class="success" id="s-${reference}" tabindex="-1">${icon(check)} ${msg('You support this.', {id: 'sf-supported'})}</p>`}</li>`;
}

export function similar(finding: Finding, reader: Reader, verbs: SimilarVerbs): TemplateResult {
  return html`<p>${msg('Is it one of these? Supporting one counts more than writing it again.', {id: 'sf-one-of'})}</p>
    <ul class="nears">${finding.items.map((one) => nearby(one, finding, reader, verbs))}</ul>
    ${finding.supported.size ? html`<div class="notice success"><p>${msg('Your support was counted. If that says it all, there is nothing more to do.', {id: 'sf-enough'})}</p>
      <button type="button" @click=${verbs.discard}>${msg('Discard what I wrote', {id: 'sf-discard'})}</button></div>` : nothing}`;
}

/** The questions of a group. */
export const details = (step: Step, asking: Asking): unknown => step.fields.map((one) => field(one, asking));

/** What everybody is asked at the end, with consents and what becomes of it where it is asked. */
export function you({fields}: Step, asking: Asking, who: Who): TemplateResult {
  const {form, filled, reader} = asking;
  const [consents, others] = [fields.filter(({kind}) => kind === 'consent'), fields.filter(({kind}) => kind !== 'consent')];
  return html`${others.map((one) => field(one, asking))}${form.publication === 'choice' ? publication(asking) : nothing}
    ${contact(asking, who.named, form.publication !== 'private' && (form.publication === 'public' || filled.public !== false))}
    <div class="privacy small">${briefList(form, filled, who, reader)}${policy(form, reader)}</div>
    ${consents.map((one) => field(one, asking))}`;
}

/** All of it below the first questions, where a form stands on one page. */
export const onePage = (all: readonly Step[], asking: Asking, who: Who): unknown => all.filter(({part}) => part !== 'write').map((step) => html`
  <section class="stack group" aria-labelledby="g-${step.id}"><h3 class="step" id="g-${step.id}">${stepName(step, all, asking.form, asking.reader)}</h3>
    ${step.part === 'you' ? you(step, asking, who) : details(step, asking)}</section>`);

type Line = {id: string; step: string; label: string; words: unknown};

function lines(steps: readonly Step[], form: Form, filled: Filled, {named}: Who, reader: Reader): Line[] {
  const {tag, languages} = reader;
  const text = (words: Parameters<typeof localText>[0]) => localText(words, tag, languages).text;
  const category = form.categories.find(({id}) => id === filled.categoryId);
  const ofStep = (step: Step): Line[] => step.fields.map((one) => ({id: placeOf(one), step: step.id, label: text(one.label), words: one.kind === 'long-text' && filled.answers[one.id] ? html`<span class="long" dir="auto">${answerWords(one, filled, reader)}</span>` : answerWords(one, filled, reader)}));
  return steps.flatMap((step): Line[] => {
    if (step.part === 'write') return [{id: 'title', step: step.id, label: titleLabel(), words: filled.title.trim()}, {id: 'text', step: step.id, label: textLabel(form), words: html`<span class="long" dir="auto">${filled.text.trim()}</span>`},
      ...(category ? [{id: 'categoryId', step: step.id, label: categoryLabel(), words: text(category.label)}] : [])];
    if (step.part !== 'you') return ofStep(step);
    return [...ofStep(step),
      ...(form.publication === 'choice' ? [{id: 'public', step: step.id, label: publicLabel(), words: filled.public === null ? ''
        : willBePublic(form, filled) ? msg('Everyone, once it has been reviewed', {id: 'sf-open'}) : msg('Only the authority', {id: 'sf-closed'})}] : []),
      ...(named ? [{id: 'name', step: step.id, label: nameLabel(), words: filled.name.trim()}] : []),
      {id: 'email', step: step.id, label: emailLabel(), words: filled.email.trim() ? html`<bdi dir="ltr">${filled.email.trim()}</bdi>` : ''}];
  });
}

const given = (words: unknown): boolean => (Array.isArray(words) ? words.length > 0 : words !== '');

/** Everything as it will be sent; what becomes of it stands before the button. */
export function review(steps: readonly Step[], {form, filled, reader}: Asking, who: Who, change: (step: string, id: string) => void): TemplateResult {
  return html`<dl class="review" part="review">${lines(steps, form, filled, who, reader).map(({id, step, label, words}) => html`<div><dt id="r-${id}">${label}</dt>
    <dd>${given(words) ? html`<bdi>${words}</bdi>` : html`<span class="muted">${msg('Not given', {id: 'sf-none'})}</span>`}</dd>
    <dd class="change"><button type="button" class="quiet" aria-describedby="r-${id}" @click=${() => { change(step, id); }}>${msg('Change', {id: 'sf-change'})}</button></dd></div>`)}</dl>
    ${outlook(form, filled, who, reader)}`;
}

/** What becomes of it, said before the button that sends. */
export const outlook = (form: Form, filled: Filled, who: Who, reader: Reader): TemplateResult => html`<div class="outlook" part="consequences">
  <h4>${msg('When you send it', {id: 'sf-then'})}</h4>${consequenceList(form, filled, who, reader)}</div>`;
