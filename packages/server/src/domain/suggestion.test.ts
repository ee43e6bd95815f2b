import {describe, expect, it} from 'vitest';
import {everyField, formDefinition, idea, needed} from '../../../../test/support/forms.ts';
import {settledForm} from './form.ts';
import type {FormDefinition} from './form.ts';
import {Refusal} from './refusal.ts';
import {checkSuggestion} from './suggestion.ts';
import type {FieldAnswer, NewSuggestion} from './suggestion.ts';

const formOf = (more: Partial<FormDefinition>) => settledForm(formDefinition('x', more));
const every = formOf({fields: everyField});
const answered = (answers: Record<string, FieldAnswer>, form = every) => checkSuggestion(form, {...idea, answers}).answers;

function refusalOf(form: Partial<FormDefinition>, more: Partial<NewSuggestion>): unknown {
  try {
    return checkSuggestion(formOf(form), {...idea, ...more});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [{pointer, code, limit}] = error.errors as [{pointer: string; code: string; limit?: number}];
    return [error.problem, pointer, code, ...(limit === undefined ? [] : [limit])];
  }
}
const refused = (id: string, answer: FieldAnswer) => refusalOf({fields: everyField}, {answers: {[id]: answer}});

describe('an answer', () => {
  it.each<[string, FieldAnswer, FieldAnswer]>([
    ['short', 'abc', 'abc'], ['short', '😀'.repeat(20), '😀'.repeat(20)], ['long', 'ع'.repeat(5000), 'ع'.repeat(5000)], ['long', 'a\nb', 'a\nb'],
    ['place', 'م'.repeat(200), 'م'.repeat(200)], ['one', 'a', 'a'], ['some', ['c', 'a'], ['a', 'c']], ['cost', 0.5, 0.5], ['cost', 10, 10], ['cost', 0.7, 0.7],
    ['day', '2026-01-01', '2026-01-01'], ['day', '2026-12-31', '2026-12-31'], ['pictures', ['x', 'y'], ['x', 'y']], ['agree', true, true],
  ])('to “%s” at its limit is taken: %j', (id, answer, kept) => { expect(answered({[id]: answer})).toEqual({[id]: kept}); });

  it.each<[string, FieldAnswer, unknown[]]>([
    ['short', 'ab', ['out-of-range', '/answers/short', 'minLength', 3]],
    ['short', '😀'.repeat(21), ['too-long', '/answers/short', 'maxLength', 20]],
    ['short', 'one\ntwo', ['wrong-answer-kind', '/answers/short', 'lines']],
    ['short', '\u200f \u2800', ['empty-text', '/answers/short', 'empty-text']],
    ['short', 3, ['wrong-answer-kind', '/answers/short', 'wrong-answer-kind']],
    ['long', 'ع'.repeat(5001), ['too-long', '/answers/long', 'maxLength', 5000]],
    ['place', 'م'.repeat(201), ['too-long', '/answers/place', 'maxLength', 200]],
    ['one', 'c', ['unknown-option', '/answers/one', 'unknown-option']],
    ['one', ['a'], ['wrong-answer-kind', '/answers/one', 'wrong-answer-kind']],
    ['some', ['a'], ['too-few-choices', '/answers/some', 'minItems', 2]],
    ['some', ['a', 'b', 'c'], ['too-many-choices', '/answers/some', 'maxItems', 2]],
    ['some', ['a', 'a'], ['repeated-choice', '/answers/some/1', 'repeated-choice']],
    ['some', ['a', 'z'], ['unknown-option', '/answers/some/1', 'unknown-option']],
    ['some', 'a', ['wrong-answer-kind', '/answers/some', 'wrong-answer-kind']],
    ['cost', 0.4, ['out-of-range', '/answers/cost', 'minimum', 0.5]],
    ['cost', 10.1, ['out-of-range', '/answers/cost', 'maximum', 10]],
    ['cost', 0.75, ['out-of-range', '/answers/cost', 'multipleOf', 0.1]],
    ['cost', '7', ['wrong-answer-kind', '/answers/cost', 'wrong-answer-kind']],
    ['day', '2025-12-31', ['out-of-range', '/answers/day', 'earliest']],
    ['day', '2027-01-01', ['out-of-range', '/answers/day', 'latest']],
    ['day', '2026-02-30', ['wrong-answer-kind', '/answers/day', 'wrong-answer-kind']],
    ['day', '2026-2-3', ['wrong-answer-kind', '/answers/day', 'wrong-answer-kind']],
    ['pictures', ['x', 'y', 'z'], ['too-many-choices', '/answers/pictures', 'maxItems', 2]],
    ['pictures', ['x', 'x'], ['repeated-choice', '/answers/pictures/1', 'repeated-choice']],
    ['agree', 'true', ['wrong-answer-kind', '/answers/agree', 'wrong-answer-kind']],
    ['none', 'x', ['unknown-field', '/answers/none', 'unknown-field']],
  ])('to “%s” past its limit or of another kind is refused: %j', (id, answer, refusal) => { expect(refused(id, answer)).toEqual(refusal); });

  it.each(['short', 'long', 'place', 'one', 'some', 'cost', 'day', 'pictures'])('to “%s” is missed where it is needed, and only there', (id) => {
    expect(refusalOf({fields: needed(id)}, {})).toEqual(['missing-answer', `/answers/${id}`, 'missing-answer']);
    expect(answered({})).toEqual({});
  });

  it('that is a consent must be given where it is needed; elsewhere it may be left open', () => {
    for (const answers of [{}, {agree: false}] as Record<string, boolean>[]) {
      expect(refusalOf({fields: needed('agree')}, {answers})).toEqual(['consent-needed', '/answers/agree', 'consent-needed']);
    }
    expect(answered({agree: false})).toEqual({});
  });

  it('is one file for one field', () => {
    expect(refusalOf({fields: everyField}, {answers: {papers: ['x'], pictures: ['x']}})).toEqual(['repeated-choice', '/answers/papers/0', 'repeated-choice']);
  });

  it('is looked for among what was sent alone, whatever a field is called', () => {
    const fields = [{id: 'constructor', kind: 'place' as const, label: {en: 'x'}}];
    expect(answered({}, formOf({fields}))).toEqual({});
    expect(answered({constructor: 'here'}, formOf({fields}))).toEqual({constructor: 'here'});
  });

  it('stands in the order of the form', () => {
    expect(Object.keys(answered({agree: true, long: 'b', short: 'abc'}))).toEqual(['short', 'long', 'agree']);
  });
});

describe('a suggestion', () => {
  it.each<[string, Partial<FormDefinition>, Partial<NewSuggestion>, unknown[]]>([
    ['no title that can be seen', {}, {title: '\u3164'}, ['empty-text', '/title', 'empty']],
    ['no text that can be seen', {}, {text: ' \n'}, ['empty-text', '/text', 'empty']],
    ['no category where one is asked for', {categories: ['roads']}, {}, ['missing-answer', '/categoryId', 'missing-answer']],
    ['another category', {categories: ['roads']}, {categoryId: 'parks'}, ['unknown-option', '/categoryId', 'unknown-option']],
    ['a category where none is asked for', {}, {categoryId: 'roads'}, ['unknown-field', '/categoryId', 'unknown-field']],
    ['no word on publication where its author says', {publication: 'choice'}, {}, ['missing-answer', '/public', 'missing-answer']],
    ['a word on publication where the form says', {publication: 'private'}, {public: true}, ['unknown-field', '/public', 'unknown-field']],
  ])('with %s is refused', (_, form, more, refusal) => { expect(refusalOf(form, more)).toEqual(refusal); });

  it('is public as the form says, or as its author does', () => {
    const isPublic = (publication: FormDefinition['publication'], more: Partial<NewSuggestion> = {}) => checkSuggestion(formOf({publication}), {...idea, ...more}).public;
    expect([isPublic('public'), isPublic('private'), isPublic('choice', {public: true}), isPublic('choice', {public: false})]).toEqual([true, false, true, false]);
  });
});
