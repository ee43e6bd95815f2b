/** What is written, checked as the server will check it, and made into what is sent. Pure; it comes with the later steps. */
import type {Schema} from '@shurkum/contract';
import {commentTextMaxLength, displayNameMaxLength, emailMaxLength, titleMaxLength} from '@shurkum/contract/limits';
import {length, placeOf} from '../suggestion-form.model.ts';
import type {Field, Filled, Form, Step} from '../suggestion-form.model.ts';

export type NewSuggestion = Schema<'NewSuggestion'>;
/** What is wrong with one answer. `id` is where it stands; `code` is the contract's name for it, or one of the widget's own; `limit` what it broke. */
export type Fault = {id: string; code: string; limit?: number};

/** Digits as they are typed in Arabic and Persian, with their decimal and thousands signs. */
const folded = (typed: string): string => typed.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).replaceAll(/[٬\s\u200e\u200f\u061c]/g, '').replace('٫', '.').replace('−', '-');

/** The number somebody typed, in whichever digits; NaN where it is none. */
export const numberOf = (typed: string): number => (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(folded(typed)) ? Number(folded(typed)) : NaN);

/** Pasted text may hold characters that no text of the contract may. */
const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
const line = (text: string): string => clean(text).replaceAll(/\s+/g, ' ').trim();
export const block = (text: string): string => clean(text).trim();

export const usualLength = ({kind, maxLength}: Field): number => maxLength ?? (kind === 'long-text' ? 5000 : 200);
export const mostFiles = ({maxItems}: Field): number => Math.min(maxItems ?? 5, 5);
export const isText = ({kind}: Field): boolean => kind === 'short-text' || kind === 'long-text' || kind === 'place';

const text = (filled: Filled, {id}: Field): string => {
  const answer = filled.answers[id];
  return typeof answer === 'string' ? answer : '';
};
const list = (filled: Filled, {id}: Field): readonly string[] => {
  const answer = filled.answers[id];
  return Array.isArray(answer) ? answer as readonly string[] : [];
};

/** The number of times `step` goes into `value`, a whole one but for what binary fractions lose. */
const whole = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-6;

function numberFault(typed: string, {minimum = -Infinity, maximum = Infinity, multipleOf = 1}: Field): Omit<Fault, 'id'> | null {
  const value = numberOf(typed);
  if (Number.isNaN(value)) return {code: 'wrong-answer-kind'};
  if (value < minimum || value > maximum) return {code: 'out-of-range'};
  return whole(value, multipleOf) ? null : {code: 'wrong-answer-kind', limit: multipleOf};
}

function textFault(written: string, {required, minLength = 0}: Field, most: number): Omit<Fault, 'id'> | null {
  const size = length(block(written));
  if (!size) return required ? {code: 'missing-answer'} : null;
  if (size < minLength) return {code: 'too-short', limit: minLength};
  return size > most ? {code: 'too-long', limit: most} : null;
}

function listFault(count: number, {required, minItems = 0}: Field, most: number): Omit<Fault, 'id'> | null {
  if (!count) return required ? {code: 'missing-answer'} : null;
  if (count < minItems) return {code: 'too-few-choices', limit: minItems};
  return count > most ? {code: 'too-many-choices', limit: most} : null;
}

/** Why the answer to a field cannot be sent as it is; nothing where it can. */
export function fieldFault(field: Field, filled: Filled): Fault | null {
  const {id, kind, required, earliest = '', latest = '9999-12-31', maxItems = Infinity} = field;
  const written = text(filled, field);
  const missing = required && !written ? {code: 'missing-answer'} : null;
  const found = (() => {
    switch (kind) {
      case 'consent': return required && filled.answers[id] !== true ? {code: 'consent-needed'} : null;
      case 'attachment': return listFault((filled.files[id] ?? []).length, field, mostFiles(field));
      case 'choices': return listFault(list(filled, field).length, field, maxItems);
      case 'choice': return missing;
      case 'date': return missing ?? (written && (written < earliest || written > latest) ? {code: 'out-of-range'} : null);
      case 'number': return block(written) ? numberFault(written, field) : required ? {code: 'missing-answer'} : null;
      default: return textFault(written, field, usualLength(field));
    }
  })();
  return found && {id: placeOf(field), ...found};
}

const plain = (id: string, written: string, most: number, required: boolean): Fault[] => {
  const size = length(block(written));
  if (!size) return required ? [{id, code: 'missing-answer'}] : [];
  return size > most ? [{id, code: 'too-long', limit: most}] : [];
};

/** What is wrong on one step, in the order of its questions. `named`: whether a name is asked for. */
export function stepFaults({part, fields}: Step, form: Form, filled: Filled): Fault[] {
  const own = fields.flatMap((field) => fieldFault(field, filled) ?? []);
  if (part === 'write') {
    return [...plain('title', filled.title, titleMaxLength, true), ...plain('text', filled.text, commentTextMaxLength, true),
      ...(form.categories.length && !form.categories.some(({id}) => id === filled.categoryId) ? [{id: 'categoryId', code: 'missing-answer'}] : [])];
  }
  if (part !== 'you') return own;
  const email = block(filled.email);
  return [...own.filter(({code}) => code !== 'consent-needed'), ...(form.publication === 'choice' && filled.public === null ? [{id: 'public', code: 'missing-answer'}] : []),
    ...plain('name', filled.name, displayNameMaxLength, false),
    ...(email && (length(email) > emailMaxLength || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) ? [{id: 'email', code: 'no-email'}] : []),
    ...own.filter(({code}) => code === 'consent-needed')];
}

function answerOf(field: Field, filled: Filled): Schema<'FieldAnswer'> | undefined {
  const written = block(text(filled, field));
  switch (field.kind) {
    case 'consent': return filled.answers[field.id] === true || undefined;
    case 'attachment': return filled.files[field.id]?.length ? filled.files[field.id]?.map(({id}) => id) : undefined;
    case 'choices': return list(filled, field).length ? [...list(filled, field)] : undefined;
    case 'number': return written ? numberOf(written) : undefined;
    case 'long-text': return written || undefined;
    default: return line(written) || undefined;
  }
}

/** What is sent. It depends on the form and the draft alone, so that sending it again is the same act. */
export function suggestionOf(form: Form, filled: Filled, named: boolean): NewSuggestion {
  const answers = Object.fromEntries(form.fields.flatMap((field) => {
    const answer = answerOf(field, filled);
    return answer === undefined ? [] : [[field.id, answer]];
  }));
  const [name, email] = [line(filled.name), line(filled.email)];
  return {
    title: line(filled.title), text: block(filled.text),
    ...(form.categories.length ? {categoryId: filled.categoryId} : {}),
    ...(form.publication === 'choice' ? {public: !!filled.public} : {}),
    ...(named && name ? {name} : {}), ...(email ? {email} : {}),
    ...(filled.language ? {language: filled.language} : {}),
    ...(Object.keys(answers).length ? {answers} : {}),
  };
}

/** Which question a pointer of the server's refusal means (RFC 6901); nothing where it means none of them. */
export function pointed(pointer: string): string | null {
  const [, first = '', second] = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return first === 'answers' ? second ? placeOf({id: second}) : null : first || null;
}

/** Whether this will be published, as far as the form or the person says. */
export const willBePublic = ({publication}: Form, filled: Filled): boolean => (publication === 'choice' ? filled.public === true : publication === 'public');

/** What is looked through for others that say the same: 500 characters at most, and no half of one. */
export const lookedFor = ({title, text: written}: Filled): string => [...line(`${title} ${written}`)].slice(0, 240).join('').slice(0, 500).replace(/[\ud800-\udbff]$/, '').trim();
