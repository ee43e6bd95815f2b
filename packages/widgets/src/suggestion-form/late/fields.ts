/** The questions a form asks besides its title and text: one field for each kind. */
import {displayNameMaxLength, emailMaxLength} from '@shurkum/contract/limits';
import {msg} from '@shurkum/core/i18n/words';
import {alert, icon} from '@shurkum/core/icons';
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {placeOf} from '../suggestion-form.model.ts';
import type {Attachment, Field, Filled} from '../suggestion-form.model.ts';
import type {WriteVerbs, Writing} from '../views/form.ts';
import {choosing, question} from '../views/question.ts';
import type {Asked, Described} from '../views/question.ts';
import type * as Files from './files.ts';
import {between, emailLabel, nameLabel, optionName, publicLabel} from './words.ts';

type Answer = Filled['answers'][string];
export type FieldVerbs = WriteVerbs & {
  answer: (field: Field, answer: Answer) => void;
  publish: (open: boolean) => void;
  addFiles: (field: Field, files: readonly File[]) => void;
  removeFile: (field: Field, attachment: Attachment) => void;
};
/** `files`: what attachments need, once it is here. */
export type Asking = Writing & {reader: Reader; verbs: FieldVerbs; files: typeof Files | undefined; uploads: Files.Uploads | undefined};

/** More options than a person takes in at a glance are a list to open. */
const atAGlance = 7;
const needed = ({required}: Field) => (required ? 'true' : nothing);
const typed = (event: Event): string => (event.target as HTMLInputElement).value;

function hintOf(field: Field, reader: Reader): unknown {
  const bounds = field.kind === 'number' || field.kind === 'date' ? between(field, reader) : '';
  if (!field.hint) return bounds || nothing;
  return html`${local(field.hint, reader)}${bounds ? html`<br>${bounds}` : nothing}`;
}

const asked = (field: Field, reader: Reader): Asked => {
  const hint = hintOf(field, reader);
  return {id: placeOf(field), label: local(field.label, reader), required: field.required, ...(hint === nothing ? {} : {hint})};
};

function choice(field: Field, {filled, beside, reader, verbs}: Asking): TemplateResult {
  const {options = []} = field;
  const answer = filled.answers[field.id];
  const one = asked(field, reader);
  if (options.length > atAGlance) return question(one, beside(one.id), ({id, by, invalid}) => html`
    <select id=${id} aria-required=${needed(field)} aria-describedby=${by} aria-invalid=${invalid} @change=${(event: Event) => { verbs.answer(field, typed(event)); }}>
      <option value="" ?selected=${!answer}>${msg('Please choose', {id: 'sf-choose'})}</option>
      ${options.map((option) => html`<option value=${option.id} ?selected=${option.id === answer}>${optionName(field, option.id, reader)}</option>`)}</select>`);
  return choosing(one, beside(one.id), options.map((option) => html`<label class="choice"><input type="radio" name=${one.id} .checked=${answer === option.id}
    @change=${() => { verbs.answer(field, option.id); }}><span>${local(option.label, reader)}</span></label>`));
}

function choices(field: Field, {filled, beside, reader, verbs}: Asking): TemplateResult {
  const answer = filled.answers[field.id];
  const chosen = Array.isArray(answer) ? answer as readonly string[] : [];
  const one = asked(field, reader);
  const turned = (id: string, on: boolean) => { verbs.answer(field, on ? [...chosen, id] : chosen.filter((other) => other !== id)); };
  return choosing(one, beside(one.id), (field.options ?? []).map(({id, label}) => html`<label class="choice"><input type="checkbox" .checked=${chosen.includes(id)}
    @change=${(event: Event) => { turned(id, (event.target as HTMLInputElement).checked); }}><span>${local(label, reader)}</span></label>`));
}

/** A consent is a question of its own words: they stand beside the box that gives it. */
function consent(field: Field, {filled, beside, reader, verbs}: Asking): TemplateResult {
  const id = placeOf(field);
  const {fault} = beside(id);
  return html`<div class=${fault ? 'question faulty' : 'question'} part="question">
    <label class="choice"><input type="checkbox" id=${id} aria-required=${needed(field)} aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${[...(field.hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ') || nothing} .checked=${filled.answers[field.id] === true}
      @change=${(event: Event) => { verbs.answer(field, (event.target as HTMLInputElement).checked); }}><span>${local(field.label, reader)} ${
        field.required ? nothing : html`<span class="small muted">${msg('(optional)', {id: 'sf-optional'})}</span>`}</span></label>
    ${field.hint ? html`<p class="hint" id="${id}-hint">${local(field.hint, reader)}</p>` : nothing}
    ${fault ? html`<p class="fault danger" id="${id}-fault">${icon(alert)} <span>${fault}</span></p>` : nothing}</div>`;
}

/** A question answered by writing. */
function written(field: Field, {filled, beside, reader, verbs}: Asking): TemplateResult {
  const one = asked(field, reader);
  const answer = filled.answers[field.id];
  const value = typeof answer === 'string' ? answer : '';
  const write = (event: Event) => { verbs.answer(field, typed(event)); };
  const box: Partial<Record<Field['kind'], (described: Described) => TemplateResult>> = {
    'long-text': ({id, by, invalid}) => html`<textarea id=${id} dir="auto" rows="4" aria-required=${needed(field)} aria-describedby=${by} aria-invalid=${invalid} .value=${value} @input=${write}></textarea>`,
    'date': ({id, by, invalid}) => html`<input id=${id} class="narrow" type="date" min=${field.earliest ?? nothing} max=${field.latest ?? nothing} aria-required=${needed(field)}
      aria-describedby=${by} aria-invalid=${invalid} .value=${value} @input=${write}>`,
    'number': ({id, by, invalid}) => html`<input id=${id} class="narrow" inputmode="decimal" autocomplete="off" aria-required=${needed(field)} aria-describedby=${by} aria-invalid=${invalid} .value=${value} @input=${write}>`,
  };
  return question(one, beside(one.id), box[field.kind] ?? (({id, by, invalid}) => html`
    <input id=${id} dir="auto" aria-required=${needed(field)} autocomplete=${field.kind === 'place' ? 'street-address' : 'off'} aria-describedby=${by} aria-invalid=${invalid} .value=${value} @input=${write}>`));
}

export function field(one: Field, asking: Asking): unknown {
  const {files, uploads, reader, beside} = asking;
  switch (one.kind) {
    case 'choice': return choice(one, asking);
    case 'choices': return choices(one, asking);
    case 'consent': return consent(one, asking);
    case 'attachment': return files && uploads ? files.attachments(one, asked(one, reader), beside(placeOf(one)), uploads, asking) : nothing;
    default: return written(one, asking);
  }
}

/** Whether it is published, where the form leaves that to the person. */
export const publication = ({filled, beside, verbs}: Asking): TemplateResult => choosing(
  {id: 'public', label: publicLabel(), required: true}, beside('public'), ([true, false] as const).map((open) => html`
  <label class="choice"><input type="radio" name="public" .checked=${filled.public === open} @change=${() => { verbs.publish(open); }}><span>${
    open ? msg('Everyone, once it has been reviewed', {id: 'sf-open'}) : msg('Only the authority', {id: 'sf-closed'})}</span></label>`));

/** Name and address: both may stay empty. */
export const contact = ({filled, beside, verbs}: Asking, named: boolean, open: boolean): TemplateResult => html`
  ${named ? question({id: 'name', label: nameLabel(), required: false, hint: open ? msg('It is published with what you write. Without one it says “Guest”.', {id: 'sf-name-hint'}) : msg('Only the authority reads it.', {id: 'sf-name-alone'})}, beside('name'), ({id, by, invalid}) => html`
    <input id=${id} name="name" dir="auto" autocomplete="name" maxlength=${displayNameMaxLength} aria-describedby=${by} aria-invalid=${invalid} .value=${filled.name}
      @input=${(event: Event) => { verbs.write('name', typed(event)); }}>`) : nothing}
  ${question({id: 'email', label: emailLabel(), required: false, hint: msg('It is never published. You confirm it by a link before anything else is sent.', {id: 'sf-email-hint'})}, beside('email'), ({id, by, invalid}) => html`
    <input id=${id} name="email" type="email" dir="ltr" autocomplete="email" maxlength=${emailMaxLength} aria-describedby=${by} aria-invalid=${invalid} .value=${filled.email}
      @input=${(event: Event) => { verbs.write('email', typed(event)); }}>`)}`;
