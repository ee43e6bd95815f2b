/**
 * Whether what somebody sends answers its form, each fault with its own problem and place, and the answers in their one
 * canonical form. Whether a form is open and whose files are named is not known here.
 */
import type {Schema} from '@shurkum/contract';
import {longest, several} from './form.ts';
import type {Field, Form} from './form.ts';
import {Refusal} from './refusal.ts';
import type {ProblemName} from './refusal.ts';
import {isEmpty} from './text.ts';

export type NewSuggestion = Schema<'NewSuggestion'>;
export type FieldAnswer = Schema<'FieldAnswer'>;
export type NamedFile = {id: string; field: string; pointer: string};

export type Checked = {
  public: boolean;
  category: string | null;
  /** In the order of the form; what was left out is not in it. */
  answers: Record<string, FieldAnswer>;
  files: NamedFile[];
};

type Refuse = (problem: ProblemName, code?: string, limit?: number, inside?: string) => never;
type Check = (answer: FieldAnswer, field: Field, refuse: Refuse) => FieldAnswer | undefined;

const refuseAt = (pointer: string): Refuse => (problem, code = problem, limit, inside = '') => {
  throw new Refusal(problem, [{pointer: pointer + inside, code, ...(limit === undefined ? {} : {limit})}]);
};

/** Texts are measured as the contract measures them: in characters, not in halves of them. */
const text: Check = (answer, field, refuse) => {
  if (typeof answer !== 'string') return refuse('wrong-answer-kind');
  if (isEmpty(answer)) refuse('empty-text');
  if (field.kind !== 'long-text' && /[\r\n]/.test(answer)) refuse('wrong-answer-kind', 'lines');
  const length = [...answer].length;
  if (length > longest(field)) refuse('too-long', 'maxLength', longest(field));
  if (field.minLength !== undefined && length < field.minLength) refuse('out-of-range', 'minLength', field.minLength);
  return answer;
};

const choice: Check = (answer, {options = []}, refuse) => {
  if (typeof answer !== 'string') return refuse('wrong-answer-kind');
  return options.some(({id}) => id === answer) ? answer : refuse('unknown-option');
};

function count(given: readonly string[], field: Field, refuse: Refuse): void {
  const {min, max} = several(field);
  const twice = given.findIndex((id, at) => given.indexOf(id) < at);
  if (twice >= 0) refuse('repeated-choice', 'repeated-choice', undefined, `/${twice}`);
  if (given.length < min) refuse('too-few-choices', 'minItems', min);
  if (given.length > max) refuse('too-many-choices', 'maxItems', max);
}

const choices: Check = (answer, field, refuse) => {
  if (!Array.isArray(answer)) return refuse('wrong-answer-kind');
  const known = (field.options ?? []).map(({id}) => id);
  answer.forEach((id, at) => { if (!known.includes(id)) refuse('unknown-option', 'unknown-option', undefined, `/${at}`); });
  count(answer, field, refuse);
  return known.filter((id) => answer.includes(id));
};

/** Decimal steps as people mean them: 0.3 is three times 0.1. */
function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) <= 1e-9 * Math.max(1, Math.abs(times));
}

const number: Check = (answer, {minimum, maximum, multipleOf = 1}, refuse) => {
  if (typeof answer !== 'number') return refuse('wrong-answer-kind');
  if (minimum !== undefined && answer < minimum) refuse('out-of-range', 'minimum', minimum);
  if (maximum !== undefined && answer > maximum) refuse('out-of-range', 'maximum', maximum);
  return isMultiple(answer, multipleOf) ? answer : refuse('out-of-range', 'multipleOf', multipleOf);
};

/** A day that is in the calendar: no 30 February. */
const isDay = (day: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

const date: Check = (answer, {earliest, latest}, refuse) => {
  if (typeof answer !== 'string' || !isDay(answer)) return refuse('wrong-answer-kind');
  if (earliest !== undefined && answer < earliest) refuse('out-of-range', 'earliest');
  if (latest !== undefined && answer > latest) refuse('out-of-range', 'latest');
  return answer;
};

const attachment: Check = (answer, field, refuse) => {
  if (!Array.isArray(answer)) return refuse('wrong-answer-kind');
  count(answer, field, refuse);
  return answer;
};

/** A consent that was not given is not an answer. */
const consent: Check = (answer, {required}, refuse) => {
  if (typeof answer !== 'boolean') return refuse('wrong-answer-kind');
  if (answer) return true;
  return required ? refuse('consent-needed') : undefined;
};

const checks: Record<Field['kind'], Check> = {
  'short-text': text, 'long-text': text, place: text, choice, choices, number, date, attachment, consent,
};

function checkAnswer(field: Field, answer: FieldAnswer | undefined): FieldAnswer | undefined {
  const refuse = refuseAt(`/answers/${field.id}`);
  if (answer !== undefined) return checks[field.kind](answer, field, refuse);
  return field.required ? refuse(field.kind === 'consent' ? 'consent-needed' : 'missing-answer') : undefined;
}

function categoryOf({categories}: Form, given: string | undefined): string | null {
  const refuse = refuseAt('/categoryId');
  if (!categories.length) return given === undefined ? null : refuse('unknown-field');
  if (given === undefined) return refuse('missing-answer');
  return categories.includes(given) ? given : refuse('unknown-option');
}

function publicOf({publication}: Form, given: boolean | undefined): boolean {
  const refuse = refuseAt('/public');
  if (publication === 'choice') return given ?? refuse('missing-answer');
  return given === undefined ? publication === 'public' : refuse('unknown-field');
}

/** Files by the field they answer; one file answers one field. */
function filesOf(fields: readonly Field[], answers: ReadonlyMap<string, FieldAnswer>): NamedFile[] {
  const named = fields.filter(({kind}) => kind === 'attachment').flatMap(({id: field}) =>
    (answers.get(field) as string[] | undefined ?? []).map((id, at) => ({id, field, pointer: `/answers/${field}/${at}`})));
  const twice = named.find(({id}, at) => named.findIndex((file) => file.id === id) < at);
  return twice ? refuseAt(twice.pointer)('repeated-choice') : named;
}

/** What was sent, as it is kept, or a `Refusal` that names the first fault and its place. */
export function checkSuggestion(form: Form, {title, text: body, categoryId, public: shown, answers: given = {}}: NewSuggestion): Checked {
  if (isEmpty(title)) refuseAt('/title')('empty-text', 'empty');
  if (isEmpty(body)) refuseAt('/text')('empty-text', 'empty');
  const category = categoryOf(form, categoryId);
  // By its own names alone: a field may be called `constructor`.
  const sent = new Map(Object.entries(given));
  const stranger = [...sent.keys()].find((id) => !form.fields.some((field) => field.id === id));
  if (stranger !== undefined) refuseAt(`/answers/${stranger}`)('unknown-field');
  const answers = new Map(form.fields.flatMap((field) => {
    const answer = checkAnswer(field, sent.get(field.id));
    return answer === undefined ? [] : [[field.id, answer] as const];
  }));
  return {public: publicOf(form, shown), category, answers: Object.fromEntries(answers), files: filesOf(form.fields, answers)};
}
