import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {form, formSpace} from '../../tools/forms.ts';
import {choose, clean, faults, field, press, sees, show, stage, write} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {SuggestionForm} from './suggestion-form.ts';

describe('<shurkum-suggestion-form>', () => {
  let place: Stage;
  const uncaught: unknown[] = [];
  const caught = (event: Event) => { uncaught.push(event); };
  const shown = (id = 'ideas', lang = 'en', more: Record<string, string> = {}, ...inside: Node[]): SuggestionForm =>
    show('shurkum-suggestion-form', {'api': place.api, 'form-id': id, ...more}, lang, ...inside);

  beforeEach(async () => {
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    place = await stage({space: formSpace});
    await form(place);
  });
  afterEach(async () => {
    clean();
    removeEventListener('error', caught);
    removeEventListener('unhandledrejection', caught);
    expect(uncaught.splice(0)).toEqual([]);
    await place.close();
  });

  it('goes all the way', async () => {
    const element = shown();
    await write(element, 'Title in a few words', 'Bicycle stands');
    await write(element, 'Your suggestion', 'Near every school, please.');
    await choose(element, 'What is it about?');
    const select = await field(element, 'What is it about?');
    select.value = 'roads';
    select.dispatchEvent(new Event('change'));
    await press(element, 'Next');
    await sees(element, '3 of 4 · Details');
    expect(await faults(element)).toEqual([]);
    await choose(element, 'I agree');
    await press(element, 'Next');
    await sees(element, '4 of 4');
    expect(await faults(element)).toEqual([]);
    await press(element, 'Send the suggestion');
    await sees(element, 'Your suggestion has arrived');
    expect(await faults(element)).toEqual([]);
  });
});
