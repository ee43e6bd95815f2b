/** Forms as authorities set them up, and what people send through them. */
import {createForm} from '@shurkum/server';
import type {FormDefinition} from '@shurkum/server';
import type {Guest, Reply, Rig} from './rig.ts';

const label = (en: string) => ({en, ar: `${en} (ع)`});

export const formDefinition = (id: string, more: Partial<FormDefinition> = {}): FormDefinition => ({
  id, kind: 'suggestion', title: label('Ideas'), participation: 'consult', publication: 'public', ...more,
});

type Fields = NonNullable<FormDefinition['fields']>;

/** A field of each kind, none of them needed. */
export const everyField: Fields = [
  {id: 'short', kind: 'short-text', label: label('Short'), minLength: 3, maxLength: 20, public: true},
  {id: 'long', kind: 'long-text', label: label('Long')},
  {id: 'place', kind: 'place', label: label('Place'), public: true},
  {id: 'one', kind: 'choice', label: label('One'), options: [{id: 'a', label: label('A')}, {id: 'b', label: label('B')}], public: true},
  {id: 'some', kind: 'choices', label: label('Some'), options: ['a', 'b', 'c'].map((id) => ({id, label: label(id)})), minItems: 2, maxItems: 2},
  {id: 'cost', kind: 'number', label: label('Cost'), minimum: 0.5, maximum: 10, multipleOf: 0.1},
  {id: 'day', kind: 'date', label: label('Day'), earliest: '2026-01-01', latest: '2026-12-31'},
  {id: 'pictures', kind: 'attachment', label: label('Pictures'), maxItems: 2, public: true},
  {id: 'papers', kind: 'attachment', label: label('Papers')},
  {id: 'agree', kind: 'consent', label: label('I agree')},
];

/** The same field, needed. */
export const needed = (id: string): Fields => everyField.filter((field) => field.id === id).map((field) => ({...field, required: true}));

export const makeForm = (rig: Rig, id: string, more?: Partial<FormDefinition>): Promise<void> =>
  createForm(rig.store, 'default', formDefinition(id, more), rig.now);

export const idea = {title: 'Bicycle stands', text: 'Please put *bicycle stands* at schools.'};

export const submit = (guest: Guest, form: string, more: object = {}, extra?: Parameters<Guest['send']>[3]): Promise<Reply> =>
  guest.send('POST', `/forms/${form}/suggestions`, {...idea, ...more}, extra);

export const upload = (guest: Guest, bytes: BodyInit, name = 'picture.png', extra: Parameters<Guest['send']>[3] = {}): Promise<Reply> =>
  guest.send('POST', `/attachments?name=${encodeURIComponent(name)}`, undefined,
    {...extra, raw: bytes, headers: {'content-type': 'application/octet-stream', ...extra.headers}});
