import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {addresses} from '../support/addresses.ts';
import {everyField, formDefinition} from '../support/forms.ts';
import {createSpace, file, shurkum, shurkumOk, spaceDefinition} from '../support/shurkum.ts';

const form = formDefinition('ideas', {
  fields: everyField.map((field) => (field.id === 'place' ? {...field, group: 'where'} : field)), groups: [{id: 'where', title: {en: 'Where'}}],
  categories: ['roads'], agency: 'transport', answerWithin: 14, supportsNeeded: 500,
});
const written = (definition: unknown) => file('form.json', JSON.stringify(definition, null, 2));
const broken = (change: (copy: any) => void) => {
  const copy = {...structuredClone(form), id: 'broken'};
  change(copy);
  return JSON.stringify(copy, null, 2);
};
/** Line and column at which a text stands in a file, for the first time after another. */
function placeOf(whole: string, wanted: string, after = ''): string {
  const before = whole.slice(0, whole.indexOf(wanted, whole.indexOf(after))).split('\n');
  return `form.json:${before.length}:${(before.at(-1) ?? '').length + 1}:`;
}

describe.each(addresses)('forms from the command line, on $name', ({skipped, open}) => {
  if (skipped) {
    it.skip(`are made from their definitions (${skipped})`);
    return;
  }
  let url: string, remove: () => Promise<void>;
  beforeAll(async () => {
    ({url, remove} = await open());
    await createSpace(url);
    await shurkumOk(url, 'create', 'space', file('space.json', JSON.stringify({
      ...spaceDefinition, id: 'forms', agencies: [{id: 'transport', name: {en: 'Transport'}}], categories: [{id: 'roads', label: {en: 'Roads'}}],
    })));
  });
  afterAll(() => remove());

  it('are made from their definitions, which say how to show them', async () => {
    expect(await shurkumOk(url, 'create', 'form', written(form), '--space', 'forms')).toBe('<shurkum-suggestion-form form-id="ideas"></shurkum-suggestion-form>\n');
    const again = await shurkum(url, 'create', 'form', written(form), '--space', 'forms');
    expect([again.code, again.err]).toEqual([1, 'There is a form “ideas” already.\n']);
  });

  it('name what their own space has', async () => {
    const text = JSON.stringify(form, null, 2);
    const refused = await shurkum(url, 'create', 'form', file('form.json', text));
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(`${placeOf(text, '"roads"')} /categories/0 the space has no category “roads”`)]);
  });

  it.each<[string, string, string, string, string]>([
    ['a choice without options', broken(({fields}) => { delete fields[3].options; }), '{', '"group": "where"', '/fields/3 choice needs options'],
    ['least above most', broken(({fields}) => { fields[5].minimum = 11; }), '11', '"cost"', '/fields/5/minimum 11 is more than 10'],
    ['six files', broken(({fields}) => { fields[7].maxItems = 6; }), '6', '"pictures"', '/fields/7/maxItems is more than 5 files'],
    ['a group that is not listed', broken(({fields}) => { fields[0].group = 'elsewhere'; }), '"elsewhere"', '', '/fields/0/group “elsewhere” is not one of the groups'],
    ['a keyword of another kind', broken(({fields}) => { fields[9].minimum = 1; }), '1', '"I agree"', '/fields/9/minimum does not apply to consent'],
    ['an end before its beginning', broken((copy) => { copy.opensAt = '2026-01-02T00:00:00Z'; copy.closesAt = '2026-01-01T00:00:00Z'; }), '"2026-01-01T00:00:00Z"', '', '/closesAt it closes before it opens'],
    ['an agency that is nobody', broken((copy) => { copy.agency = 'nobody'; }), '"nobody"', '', '/agency the space has no agency “nobody”'],
    ['a kind there is not', broken(({fields}) => { fields[0].kind = 'essay'; }), '"essay"', '', '/fields/0/kind must be one of short-text'],
    ['a word that is not known', broken(({fields}) => { fields[0].colour = 'red'; }), '{', '"fields"', '/fields/0 “colour” is not known here'],
  ])('with %s are refused at their exact place', async (_, text, wanted, after, message) => {
    const refused = await shurkum(url, 'create', 'form', file('form.json', text), '--space', 'forms');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`${placeOf(text, wanted, after)} ${message}`);
    expect(refused.err).not.toContain('    at ');
  });
});
