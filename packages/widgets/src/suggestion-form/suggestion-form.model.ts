/** Questions about a form and what was written into it that can be answered by thinking alone, before anything is sent. */
import type {Schema} from '@shurkum/contract';

export type Form = Schema<'Form'>;
export type FormView = Schema<'FormView'>;
export type Field = Schema<'Field'>;
export type Attachment = Schema<'Attachment'>;
export type Receipt = Schema<'Receipt'>;
/** What a person has written, as they wrote it. `public`: their own choice, where the form leaves it to them. */
export type Filled = {
  title: string; text: string; categoryId: string; name: string; email: string; public: boolean | null;
  /** By field. An option's id, options' ids, a consent; anything else as it was typed. */
  answers: Readonly<Record<string, string | readonly string[] | boolean>>;
  files: Readonly<Record<string, readonly Attachment[]>>;
  /** In which language it was written last: what is sent depends on the draft alone, and so may be sent again. */
  language: string;
};
/** `part`: which of the widget's own questions stand on a step; a group's own have none. */
export type Step = {id: string; part: 'write' | 'similar' | 'details' | 'you' | 'review'; fields: readonly Field[]};

const nothing: Omit<Filled, 'name'> = {title: '', text: '', categoryId: '', email: '', public: null, answers: {}, files: {}, language: ''};

/** By their own names alone: a field may be called `constructor`. */
const bare = <Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> => Object.assign(Object.create(null) as Record<string, Value>, values);

/** What a draft holds. One that cannot be read is as good as none. */
export function filledFrom({text, name}: {text: string; name: string}): Filled {
  let read: Partial<Filled> = {};
  try {
    read = text ? JSON.parse(text) as Partial<Filled> : {};
  } catch { /* As good as none. */ }
  return {...nothing, ...read, answers: bare(read.answers ?? {}), files: bare(read.files ?? {}), name};
}

export const draftFrom = ({name, ...rest}: Filled) => ({name, text: JSON.stringify(rest)});

/** Whether what others suggested is looked through first: what the authority alone may read is compared with nothing. */
export const compares = ({kind, publication}: Form): boolean => publication !== 'private' && kind === 'suggestion';

/** The steps of a form: one group of questions each; what belongs to no group stands with the person's own details. */
export function steps(form: Form): Step[] {
  const {groups, fields} = form;
  const known = new Set(groups.map(({id}) => id));
  const of = (group: string) => fields.filter((field) => field.group === group);
  const alone = fields.filter(({group}) => !group || !known.has(group));
  const grouped = groups.map(({id}): Step => ({id, part: 'details', fields: of(id)})).filter((step) => step.fields.length);
  return [
    {id: 'write', part: 'write', fields: []},
    ...(compares(form) ? [{id: 'similar', part: 'similar' as const, fields: []}] : []),
    ...grouped,
    {id: 'you', part: 'you', fields: alone},
    {id: 'review', part: 'review', fields: []},
  ];
}

/** Whether a form takes anything at a moment. `now` is the server's clock, as far as it is known here. */
export function turn({form, now: read}: FormView, now: number): 'scheduled' | 'open' | 'closed' {
  const [opens, closes] = [form.opensAt, form.closesAt].map((instant) => (instant ? Date.parse(instant) : null));
  if (opens && now < opens) return 'scheduled';
  if (closes && now >= closes) return 'closed';
  return form.open || opens && opens > Date.parse(read) ? 'open' : 'closed';
}

/** Where the answer to a field stands: apart from the title, the name and whatever else is asked of everybody. */
export const placeOf = ({id}: {id: string}): string => `a-${id}`;

/** Characters as the server counts them: by code points. */
export const length = (text: string): number => [...text].length;
