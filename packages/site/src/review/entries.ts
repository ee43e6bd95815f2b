/** What a plain form posted: as it was typed, as it would be sent, and what is wrong with it by the server's own rules. */
import {submitSuggestion as accepts} from '@shurkum/contract/bodies';
import type {Schema} from '@shurkum/contract';
import {Refusal, checkSuggestion} from '@shurkum/server';

type Form = Schema<'Form'>;
type Field = Schema<'Field'>;
export type NewSuggestion = Schema<'NewSuggestion'>;
/** `name`: of the field on the page. `code`: the contract's. */
export type Fault = {name: string; code: string; limit?: number | undefined};

/** The largest post that is read: every answer at its limit. */
const most = 1_500_000;
/** More entries than any form has, with every option chosen: a million of them, each nothing, would keep the server busy. */
const entriesAtMost = 2000;

export const nameOf = ({id}: Pick<Field, 'id'>): string => `a-${id}`;

/** The entries of a post; null where it is no plain form's, or larger than any could be. */
export async function entriesOf(request: Request): Promise<URLSearchParams | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')) return null;
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text.split('&', entriesAtMost + 1).length > entriesAtMost ? null : new URLSearchParams(text);
}

const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '').trim();
const line = (text: string): string => clean(text).replaceAll(/\s+/g, ' ');

/** A number in whichever digits; the text itself where it is none, so that the rules may refuse it. */
function numberOf(typed: string): number | string {
  const plain = typed.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)).replaceAll(/[٬\s]/g, '').replace('٫', '.').replace('−', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : typed;
}

function answerOf(field: Field, posted: URLSearchParams): Schema<'FieldAnswer'> | undefined {
  const typed = clean(posted.get(nameOf(field)) ?? '');
  switch (field.kind) {
    case 'attachment': return undefined;
    case 'consent': return typed ? true : undefined;
    case 'choices': {
      const chosen = [...new Set(posted.getAll(nameOf(field)).filter(Boolean))];
      return chosen.length ? chosen : undefined;
    }
    case 'number': return typed ? numberOf(typed) : undefined;
    case 'long-text': return typed || undefined;
    default: return line(typed) || undefined;
  }
}

/** What would be sent, in the order of the form. */
export function suggestionOf(form: Form, posted: URLSearchParams, language: string): NewSuggestion {
  const answers = form.fields.flatMap((field) => {
    const answer = answerOf(field, posted);
    return answer === undefined ? [] : [[field.id, answer] as const];
  });
  const [category, open, name, email] = ['category', 'public', 'name', 'email'].map((one) => line(posted.get(one) ?? ''));
  return {
    title: line(posted.get('title') ?? ''), text: clean(posted.get('text') ?? ''),
    ...(form.categories.length && category ? {categoryId: category} : {}), ...(form.publication === 'choice' && open ? {public: open === 'yes'} : {}),
    ...(name ? {name} : {}), ...(email ? {email} : {}), language, ...(answers.length ? {answers: Object.fromEntries(answers)} : {}),
  };
}

const fine = {title: 'x', text: 'x'};
const bare = {categories: [], fields: [], publication: 'private'} as const;

/** One part of a suggestion alone against the contract and the rules: each part is told of, not the first one only. */
function faultOf(form: Form, some: {categories?: readonly {id: string}[]; fields?: readonly Field[]; publication?: Form['publication']}, body: NewSuggestion): Omit<Fault, 'name'> | null {
  if (!accepts(body)) {
    const {keyword = '', params = {}} = accepts.errors?.[0] ?? {};
    return {code: keyword, limit: typeof params['limit'] === 'number' ? params['limit'] : undefined};
  }
  try {
    const {categories, fields, publication} = {...bare, ...some};
    checkSuggestion({...form, agency: null, privacy: null, categories: categories.map(({id}) => id), fields: [...fields], publication}, body);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [detail] = error.errors;
    return {code: error.problem === 'out-of-range' ? detail?.code ?? '' : error.problem, limit: detail?.limit};
  }
}

/** Everything that is wrong, in the order of the page. */
export function faultsOf(form: Form, body: NewSuggestion): Fault[] {
  const {title, text, categoryId, public: open, name, email, answers = {}} = body;
  const found: [string, Omit<Fault, 'name'> | null][] = [
    ['title', faultOf(form, {}, {...fine, title})], ['text', faultOf(form, {}, {...fine, text})],
    ['category', faultOf(form, {categories: form.categories}, {...fine, ...(categoryId === undefined ? {} : {categoryId})})],
    ...form.fields.map((field): [string, Omit<Fault, 'name'> | null] => [nameOf(field), faultOf(form, {fields: [field]},
      {...fine, ...(Object.hasOwn(answers, field.id) ? {answers: {[field.id]: answers[field.id] ?? ''}} : {})})]),
    ['public', faultOf(form, {publication: form.publication}, {...fine, ...(open === undefined ? {} : {public: open})})],
    ...(name === undefined ? [] : [['name', faultOf(form, {}, {...fine, name})] as [string, Omit<Fault, 'name'> | null]]),
    ...(email === undefined ? [] : [['email', faultOf(form, {}, {...fine, email})] as [string, Omit<Fault, 'name'> | null]]),
  ];
  return found.flatMap(([at, fault]) => (fault ? [{name: at, ...fault}] : []));
}
