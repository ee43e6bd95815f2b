import {describe, expect, it} from 'vitest';
import {everyField, formDefinition} from '../../../../test/support/forms.ts';
import {faultOf, isOpen, nextTurnOf} from './form.ts';
import type {FormDefinition} from './form.ts';

const known = {agencies: [{id: 'transport'}], categories: [{id: 'roads'}]};
const label = {en: 'x'};
const option = (id: string) => ({id, label});
type Fields = NonNullable<FormDefinition['fields']>;
const field = (kind: Fields[number]['kind'], more: Partial<Fields[number]> = {}): Partial<FormDefinition> => ({fields: [{id: 'f', kind, label, ...more}]});
const file = (id: string) => ({id, kind: 'attachment' as const, label});

describe('a definition of a form', () => {
  it.each<[string, Partial<FormDefinition>]>([
    ['with a field of each kind', {fields: everyField}],
    ['that names what its space has', {categories: ['roads'], agency: 'transport'}],
    ['with groups that are all used', {groups: [{id: 'g', title: label}], fields: [{id: 'f', kind: 'place', label, group: 'g'}]}],
    ['whose least and most are one', field('number', {minimum: 3, maximum: 3})],
    ['that takes twenty files', {fields: ['a', 'b', 'c', 'd'].map(file)}],
  ])('%s is sound', (_, more) => { expect(faultOf(formDefinition('x', more), known)).toBeUndefined(); });

  it.each<[string, Partial<FormDefinition>, string, string]>([
    ['a choice without options', field('choice'), '/fields/0', 'needs options'],
    ['an option twice', field('choices', {options: [option('a'), option('a')]}), '/fields/0/options/1/id', 'twice'],
    ['a field twice', {fields: [...field('place').fields ?? [], ...field('date').fields ?? []]}, '/fields/1/id', 'twice'],
    ['a group that is not listed', field('place', {group: 'g'}), '/fields/0/group', '“g”'],
    ['a group without a field', {groups: [{id: 'g', title: label}]}, '/groups/0', 'no field'],
    ['a group twice', {groups: [{id: 'g', title: label}, {id: 'g', title: label}]}, '/groups/1/id', 'twice'],
    ['a shortest longer than the longest', field('short-text', {minLength: 5, maxLength: 4}), '/fields/0/minLength', '5 is more than 4'],
    ['a shortest longer than what is usual', field('place', {minLength: 201}), '/fields/0/minLength', '201 is more than 200'],
    ['a least number above the most', field('number', {minimum: 2, maximum: 1}), '/fields/0/minimum', '2 is more than 1'],
    ['steps that leave no number', field('number', {minimum: 1, maximum: 4, multipleOf: 5}), '/fields/0/multipleOf', 'no number'],
    ['an earliest day after the latest', field('date', {earliest: '2026-02-01', latest: '2026-01-01'}), '/fields/0/earliest', 'is more than'],
    ['fewest choices above the most', field('choices', {options: [option('a'), option('b')], minItems: 2, maxItems: 1}), '/fields/0/minItems', '2 is more than 1'],
    ['more choices than options', field('choices', {options: [option('a'), option('b')], maxItems: 3}), '/fields/0/maxItems', 'options'],
    ['six files in a field', field('attachment', {maxItems: 6}), '/fields/0/maxItems', '5 files'],
    ['twenty-five files', {fields: ['a', 'b', 'c', 'd', 'e'].map(file)}, '/fields', '25 files'],
    ['a keyword of another kind', field('consent', {maxLength: 3}), '/fields/0/maxLength', 'does not apply to consent'],
    ['options of a text', field('short-text', {options: [option('a'), option('b')]}), '/fields/0/options', 'does not apply'],
    ['a category the space has not', {categories: ['roads', 'parks']}, '/categories/1', '“parks”'],
    ['an agency the space has not', {agency: 'parks'}, '/agency', '“parks”'],
    ['an end before its beginning', {opensAt: '2026-02-01T00:00:00Z', closesAt: '2026-02-01T01:00:00+02:00'}, '/closesAt', 'before it opens'],
    ['supports for what is private', {publication: 'private', supportsNeeded: 5}, '/supportsNeeded', 'private'],
    ['a public answer to a private form', {publication: 'private', ...field('place', {public: true})}, '/fields/0/public', 'private'],
  ])('with %s is refused at its place', (_, more, pointer, why) => {
    expect(faultOf(formDefinition('x', more), known)).toEqual({pointer, why: expect.stringContaining(why)});
  });
});

describe('a form in time', () => {
  const form = {opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-01-02T00:00:00Z'};
  const at = (text: string) => Date.parse(text);
  it('is open from the instant it opens until the one it closes', () => {
    expect(['2025-12-31T23:59:59.999Z', form.opensAt, '2026-01-01T23:59:59.999Z', form.closesAt].map((now) => isOpen(form, at(now)))).toEqual([false, true, true, false]);
    expect(isOpen({opensAt: null, closesAt: null}, 0)).toBe(true);
  });
  it('turns when it opens, then when it closes, then no more', () => {
    expect(['2025-01-01T00:00:00Z', form.opensAt, form.closesAt].map((now) => nextTurnOf(form, at(now)))).toEqual([at(form.opensAt), at(form.closesAt), null]);
  });
});
