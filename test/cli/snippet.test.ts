/** The markup that an authority pastes for a form. */
import {beforeAll, describe, expect, it} from 'vitest';
import {file, folder, shurkum, shurkumOk, spaceDefinition} from '../support/shurkum.ts';

const space = {...spaceDefinition, languages: ['ar', 'en'], categories: [{id: 'roads', label: {ar: 'الطرق "السريعة"', en: 'Roads'}}]};
const form = {id: 'ideas', kind: 'suggestion', title: {ar: 'مقترحات'}, participation: 'consult', publication: 'public', categories: ['roads']};

describe('snippet form', () => {
  let database = '';
  beforeAll(async () => {
    database = `${folder()}/shurkum.db`;
    await shurkumOk(database, 'create', 'space', file('space.json', JSON.stringify(space)));
    await shurkumOk(database, 'create', 'form', file('form.json', JSON.stringify(form)));
  });

  it('prints the widget with a plain form in it that the site takes', async () => {
    const markup = await shurkumOk(database, 'snippet', 'form', 'ideas', '--origin', 'https://participation.example');
    expect(markup).toContain('<script type="module" src="https://participation.example/widgets/suggestion-form.js"></script>');
    expect(markup).toContain('<shurkum-suggestion-form form-id="ideas" lang="ar">');
    expect(markup).toContain('<form method="post" action="https://participation.example/forms/default/ideas?lang=ar" accept-charset="utf-8">');
    for (const name of ['title', 'text', 'category']) expect(markup).toContain(`name="${name}"`);
    expect(markup).toContain('الطرق &quot;السريعة&quot;');
    expect(markup).not.toMatch(/<script(?! type="module" src)|style=|on\w+=/);
  });

  it('prints a link in place of the form where the page is one form already', async () => {
    const markup = await shurkumOk(database, 'snippet', 'form', 'ideas', '--lang', 'en', '--page-wide-form');
    expect(markup).not.toContain('<form');
    expect(markup).toContain('<a href="http://localhost:8080/forms/default/ideas?lang=en">Open the form</a>');
  });

  it.each([
    [['none'], 'There is no form “none”'], [['ideas', '--lang', 'fr'], '--lang is one of ar, en'], [['ideas', '--origin', 'participation.example'], 'must be an origin'],
  ])('refuses %s and says why', async (words, why) => {
    const {code, err} = await shurkum(database, 'snippet', 'form', ...words);
    expect(code).toBe(1);
    expect(err).toContain(why);
  });
});
