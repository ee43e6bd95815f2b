/** What the later steps call things. */
import {fill, msg, pieces, plural} from '@shurkum/core/i18n/words';
import {localText} from '@shurkum/core/local-text';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {Filled, Form, Step} from '../suggestion-form.model.ts';
import {categoryLabel, textLabel, titleLabel, writeName} from '../views/form.ts';
import {numberOf, usualLength} from './answers.model.ts';
import type {Fault} from './answers.model.ts';
import type {Field} from '../suggestion-form.model.ts';

export const optionName = ({options = []}: Pick<Field, 'options'>, id: string, {tag, languages}: Reader): string => {
  const option = options.find((one) => one.id === id);
  return option ? localText(option.label, tag, languages).text : id;
};

export function stepName(step: Step, all: readonly Step[], {groups}: Form, {tag, languages}: Reader): string {
  switch (step.part) {
    case 'write': return writeName();
    case 'similar': return msg('Similar ones', {id: 'sf-similar'});
    case 'review': return msg('Check and send', {id: 'sf-review'});
    case 'details': return localText(groups.find(({id}) => id === step.id)?.title ?? {}, tag, languages).text;
    case 'you': return all.some(({part}) => part === 'details') ? msg('About you', {id: 'sf-you'}) : msg('Details', {id: 'sf-details'});
  }
}

/** The words of a question, by where its answer stands. */
export function labelOf(id: string, form: Form, {tag, languages}: Reader): string {
  const field = form.fields.find((one) => `a-${one.id}` === id);
  if (field) return localText(field.label, tag, languages).text;
  const own: Record<string, () => string> = {
    title: titleLabel, text: () => textLabel(form), categoryId: categoryLabel, name: nameLabel, email: emailLabel, public: publicLabel,
  };
  return own[id]?.() ?? '';
}
export const nameLabel = (): string => msg('Your name', {id: 'sf-name'});
export const emailLabel = (): string => msg('E-mail, to be told what becomes of it', {id: 'sf-email'});
export const publicLabel = (): string => msg('Who may read it?', {id: 'sf-public'});

const day = (date: string, {formats}: Reader): string => formats.day(`${date}T00:00:00Z`, 'UTC');

/** What the number or the day must lie between. */
export function between({kind, minimum, maximum, earliest, latest}: Field, reader: Reader): string {
  const [least, most] = kind === 'date' ? [earliest && day(earliest, reader), latest && day(latest, reader)]
    : [minimum, maximum].map((bound) => (bound === undefined ? undefined : reader.formats.number(bound)));
  if (least !== undefined && most !== undefined) return fill(msg('From {least} to {most}', {id: 'sf-between'}), {least, most});
  if (least !== undefined) return fill(kind === 'date' ? msg('Not before {least}', {id: 'sf-from'}) : msg('At least {least}', {id: 'sf-least'}), {least});
  if (most !== undefined) return fill(kind === 'date' ? msg('Not after {most}', {id: 'sf-until'}) : msg('At most {most}', {id: 'sf-most'}), {most});
  return '';
}

const lacks: Partial<Record<Field['kind'] | 'own', () => string>> = {
  choice: () => msg('Please choose one.', {id: 'sf-lack-choice'}),
  choices: () => msg('Please choose at least one.', {id: 'sf-lack-choices'}),
  attachment: () => msg('Please add a file.', {id: 'sf-lack-file'}),
  date: () => msg('Please give a date.', {id: 'sf-lack-date'}),
};

const counted = (message: string, count: number, {formats}: Reader): string => fill(plural(message, count), {n: formats.number(count)});

/** What is to be put right, under the question it is about. */
export function faultWords({id, code, limit = 0}: Fault, form: Form, filled: Filled, reader: Reader): string {
  const field = form.fields.find((one) => `a-${one.id}` === id);
  switch (code) {
    case 'empty-text':
    case 'missing-answer': return id === 'categoryId' || id === 'public' ? lacks.choice?.() ?? '' : (field && lacks[field.kind]?.()) ?? msg('Please fill this in.', {id: 'sf-lack'});
    case 'too-long': return tooLong(id, field, filled, limit, reader);
    case 'too-short': return counted(msg('|Please write at least one character.|Please write at least {n} characters.', {id: 'sf-short'}), limit, reader);
    case 'out-of-range': return field ? `${between(field, reader)}.` : '';
    case 'wrong-answer-kind': return limit ? fill(msg('Please give a multiple of {n}.', {id: 'sf-multiple'}), {n: reader.formats.number(limit)}) : msg('This is not a number.', {id: 'sf-no-number'});
    case 'consent-needed': return msg('It can only be sent with this consent.', {id: 'sf-consent'});
    case 'too-few-choices': return counted(msg('|Please choose at least one.|Please choose at least {n}.', {id: 'sf-few'}), limit || field?.minItems || 1, reader);
    case 'too-many-choices': return counted(msg('|Please choose one at most.|Please choose {n} at most.', {id: 'sf-many'}), limit || field?.maxItems || 1, reader);
    case 'no-email': return msg('This is not a complete e-mail address, such as name@example.org.', {id: 'sf-no-email'});
    case 'uploading': return msg('A file is still on its way.', {id: 'sf-uploading'});
    case 'attachment-gone': return msg('A file is no longer there. Please add it again.', {id: 'sf-file-gone'});
    default: return id === 'email' ? faultWords({id, code: 'no-email'}, form, filled, reader) : msg('This was not accepted. Please look at it again.', {id: 'sf-refused'});
  }
}

/** What is written into a question of words. */
export function writtenIn(id: string, filled: Filled): string {
  const own: Record<string, string> = {title: filled.title, text: filled.text, name: filled.name, email: filled.email};
  const answer = own[id] ?? filled.answers[id.slice(2)];
  return typeof answer === 'string' ? answer : '';
}

function tooLong(id: string, field: Field | undefined, filled: Filled, limit: number, reader: Reader): string {
  const over = [...writtenIn(id, filled).trim()].length - (limit || (field ? usualLength(field) : Infinity));
  return counted(msg('The text is too long.|The text is one character too long.|The text is {n} characters too long.', {id: 'over'}), Math.max(over, 0) || 0, reader);
}

/** How much may still be written; said only once that begins to matter. */
export function roomLeft(text: string, most: number, reader: Reader): unknown {
  const left = most - [...text.trim()].length;
  if (left > Math.min(500, most / 5)) return nothing;
  return html`<p class=${left < 0 ? 'hint danger' : 'hint'}>${left < 0 ? counted(msg('The text is too long.|The text is one character too long.|The text is {n} characters too long.', {id: 'over'}), -left, reader)
    : counted(msg('No room left|Room for one more character|Room for {n} more characters', {id: 'room'}), left, reader)}</p>`;
}

/** An answer as it will be sent, for the person to look over. */
export function answerWords(field: Field, filled: Filled, reader: Reader): unknown {
  const answer = filled.answers[field.id];
  const lang = reader.tag.startsWith('ar') ? '، ' : ', ';
  if (field.kind === 'attachment') return (filled.files[field.id] ?? []).map(({name}, at) => html`${at ? lang : nothing}<bdi>${name}</bdi>`);
  if (field.kind === 'consent') return answer === true ? msg('Agreed', {id: 'sf-agreed'}) : msg('Not agreed', {id: 'sf-not-agreed'});
  if (Array.isArray(answer)) return (answer as string[]).map((id) => optionName(field, id, reader)).join(lang);
  if (typeof answer !== 'string' || !answer.trim()) return '';
  if (field.kind === 'choice') return optionName(field, answer, reader);
  if (field.kind === 'date') return day(answer, reader);
  return field.kind === 'number' ? reader.formats.number(numberOf(answer)) : answer.trim();
}

export const workingDays = (message: string, count: number, dueOn: string, reader: Reader): unknown => pieces<unknown>(plural(message, count), {
  n: reader.formats.number(count), day: html`<time datetime=${dueOn}>${day(dueOn, reader)}</time>`});
