import {updateSpace} from '@shurkum/server';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {userEvent} from 'vitest/browser';
import {bicycles, complaints, form, formSpace, ideas, proposal} from '../../tools/forms.ts';
import {begin, date, pick, toReview} from '../../tools/filling.ts';
import {button, choose, clean, faults, field, press, seen, sees, show, stage, until, write} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {SuggestionForm} from './suggestion-form.ts';

const heard = (element: HTMLElement, ...names: string[]): Event[] => {
  const events: Event[] = [];
  for (const name of names) element.addEventListener(name, (event) => { events.push(event); });
  return events;
};
const focused = (element: SuggestionForm): string => (element.shadowRoot?.activeElement as HTMLElement | null)?.innerText.trim() ?? '';
const focusComes = (element: SuggestionForm, words: string) => until(() => focused(element).includes(words)).catch(() => { throw new Error(`The focus is on “${focused(element)}”`); });

describe('<shurkum-suggestion-form>', () => {
  let place: Stage;
  const uncaught: unknown[] = [];
  const caught = (event: Event) => { uncaught.push(event); };
  const shown = (id = 'ideas', lang = 'en', more: Record<string, string> = {}, ...inside: Node[]): SuggestionForm =>
    show('shurkum-suggestion-form', {'api': place.api, 'form-id': id, ...more}, lang, ...inside);
  const sent = () => place.asked.filter((line) => line.startsWith('POST /forms/'));

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

  it.each([
    ['ar', 'التالي', 'إكمال مقترحي', 'إرسال المقترح', ['عنوان في', 'نص المقترح', 'ما موضوعه', 'أوافق'], ['الخطوة ٢ من ٤', 'الخطوة ٣ من ٤', 'الخطوة ٤ من ٤', 'وصل مقترحكم']],
    ['en', 'Next', 'Go on with mine', 'Send the suggestion', ['Title in', 'Your suggestion', 'What is it', 'I agree'], ['2 of 4', '3 of 4', '4 of 4', 'Your suggestion has arrived']],
  ] as const)('is accessible in %s on every step, with errors and on its receipt', async (lang, next, on, send, labels, steps) => {
    await proposal(place, bicycles);
    const element = shown('ideas', lang);
    await press(element, next);
    await until(() => element.shadowRoot?.getElementById('errors'));
    expect(await faults(element)).toEqual([]);
    await write(element, labels[0], 'Bicycle stands near schools');
    await write(element, labels[1], 'Please, stands for bicycles at schools.');
    await pick(element, labels[2], 'roads');
    await press(element, next);
    await sees(element, steps[0]);
    expect(await faults(element)).toEqual([]);
    await press(element, on);
    await sees(element, steps[1]);
    expect(await faults(element)).toEqual([]);
    await choose(element, labels[3]);
    await press(element, next);
    await sees(element, steps[2]);
    expect(await faults(element)).toEqual([]);
    await press(element, send);
    await sees(element, steps[3]);
    expect(await faults(element)).toEqual([]);
  });

  it.each(['ar', 'en'])('is accessible in %s on one page, with every kind of question and its fault', async (lang) => {
    await form(place, complaints);
    const element = shown('complaints', lang, {'no-steps': ''});
    await until(() => element.shadowRoot?.querySelector('input[type=file]'));
    expect(await faults(element)).toEqual([]);
    await press(element, lang === 'ar' ? 'إرسال الشكوى' : 'Send the complaint');
    await until(() => element.shadowRoot?.getElementById('errors'));
    expect(element.shadowRoot?.querySelectorAll('#errors li')).toHaveLength(6);
    expect(await faults(element)).toEqual([]);
  });

  describe('its states', () => {
    it('says when it opens, and closes', async () => {
      await form(place, {...ideas, id: 'soon', opensAt: '2100-01-01T00:00:00Z'});
      await form(place, {...ideas, id: 'over', opensAt: '2020-01-01T00:00:00Z', closesAt: '2020-02-01T00:00:00Z'});
      await sees(shown('soon'), /This form opens on January 1, 2100/);
      const over = shown('over');
      await sees(over, /closed on February 1, 2020.*Nothing can be sent any more/);
      expect(over.shadowRoot?.querySelector('form')).toBeNull();
      expect(await faults(over)).toEqual([]);
    });

    it('keeps the words of the page where there is no such form', async () => {
      const element = shown('none', 'en', {}, document.createTextNode('Write to us instead.'));
      await sees(element, 'This could not be found.');
      const words = document.createRange();
      words.selectNodeContents(element);
      expect(words.getBoundingClientRect().height).toBeGreaterThan(0);
    });

    it('says that the service is away, and tries again when asked', async () => {
      place.fault = () => new Response('', {status: 500});
      const element = shown();
      await sees(element, 'The service cannot be reached just now.');
      place.fault = null;
      await press(element, 'Try again');
      await sees(element, 'Ideas for our city');
    });

    it('asks for a sign-in where guests may not send it, and keeps what is written', async () => {
      await form(place, {...ideas, id: 'signed', guests: false});
      const element = shown('signed');
      const events = heard(element, 'shurkum-sign-in');
      await sees(element, 'Sending this needs a sign-in.');
      await press(element, 'Sign in');
      expect(events).toHaveLength(1);
      await write(element, 'Title in a few words', 'Kept');
      expect((await field(element, 'Title in a few words')).value).toBe('Kept');
    });

    it('closes in the hand of who is writing, and keeps what was written', async () => {
      await form(place, {...ideas, id: 'closing', closesAt: '2100-01-01T00:00:00Z'});
      const element = shown('closing');
      await toReview(element);
      place.fault = (request) => (request.method === 'POST' && request.url.includes('/forms/')
        ? Response.json({type: 'urn:shurkum:problem:form-closed', title: 'x', status: 409}, {status: 409, headers: {'content-type': 'application/problem+json'}}) : null);
      await press(element, 'Send the suggestion');
      await sees(element, /Check and send/);
      place.fault = null;
      place.clock.set('2100-02-01T00:00:00Z');
      await press(element, /^Send/);
      await sees(element, /This form was closed on January 1, 2100.*What you wrote stays on this device/);
    });
  });

  describe('its steps', () => {
    it('says where the person is, puts the focus there, and goes back without loss', async () => {
      const element = shown();
      const before = history.length;
      await begin(element);
      await press(element, 'Next');
      await focusComes(element, '3 of 4 · Details');
      await sees(element, 'No similar suggestions were found, so that step was left out.');
      await write(element, 'Where?', 'Muttrah');
      await press(element, 'Back');
      await focusComes(element, '1 of 4 · Write');
      expect((await field(element, 'Title in a few words')).value).toBe('Bicycle stands');
      await press(element, 'Next');
      await sees(element, '3 of 4');
      expect((await field(element, 'Where?')).value).toBe('Muttrah');
      expect(history.length).toBe(before);
    });

    it('says what is wrong beside the field and above it, with a way there', async () => {
      const element = shown();
      await press(element, 'Next');
      await focusComes(element, 'Please put this right first');
      const link = await until(() => [...element.shadowRoot?.querySelectorAll('a') ?? []].find((one) => one.textContent === 'Your suggestion'));
      link.click();
      await until(() => element.shadowRoot?.activeElement?.id === 'text');
      expect(location.hash).toBe('');
      const box = await field(element, 'Your suggestion');
      expect([box.getAttribute('aria-invalid'), box.getAttribute('aria-describedby')]).toEqual(['true', 'text-hint text-fault']);
      expect(element.shadowRoot?.getElementById('text-fault')?.textContent).toContain('Please fill this in.');
      await write(element, 'Your suggestion', 'There');
      await until(() => !element.shadowRoot?.getElementById('text-fault'));
    });

    it('says how much room is left only near the limit', async () => {
      const element = shown();
      await write(element, 'Title in a few words', 'x'.repeat(100));
      await sees(element, 'Ideas');
      expect(seen(element)).not.toContain('Room for');
      await write(element, 'Title in a few words', 'x'.repeat(140));
      await sees(element, 'Room for 10 more characters');
      await write(element, 'Title in a few words', 'x'.repeat(152));
      await sees(element, 'The text is 2 characters too long.');
      await press(element, 'Next');
      await until(() => element.shadowRoot?.getElementById('title-fault')?.innerText.includes('2 characters too long'));
    });

    it('shows everything as it will be sent, and comes back from a change', async () => {
      const element = shown();
      await toReview(element);
      await sees(element, /Bicycle stands.*Near every school, please\..*Roads and transport.*Al Khuwair.*Agreed.*Not given/);
      await sees(element, /When you send it.*Ministry of Transport reads it.*everyone can read its title, its text, your name if you gave one, and your answer to “Where\?”.*within 14 working days.*500 supports/);
      const change = await until(() => element.shadowRoot?.querySelector<HTMLElement>('[aria-describedby=r-a-place]'));
      change.click();
      await until(() => element.shadowRoot?.activeElement?.id === 'a-place');
      await write(element, 'Where?', 'Seeb');
      await press(element, 'Back to checking');
      await sees(element, /4 of 4.*Seeb/);
    });

    it('asks every kind of question, and says of each what it lacks', async () => {
      await form(place, complaints);
      const element = shown('complaints');
      await begin(element, {label: 'Your complaint', category: ''});
      await press(element, 'Next');
      await sees(element, '2 of 5 · What happened');
      expect(place.asked.filter((line) => line.includes('similar'))).toEqual([]);
      await write(element, 'Anything else', 'abc');
      await write(element, 'Minutes of delay', '٧٠٠');
      for (const one of ['It was dirty', 'It was loud', 'It was full']) await choose(element, one);
      await press(element, 'Next');
      await sees(element, /Line: Please fill this in\..*Anything else: Please write at least 5 characters\..*When\?: Please give a date\..*Minutes of delay: From 0 to 600\..*How did it happen\?: Please choose one\..*What else\?: Please choose 2 at most\./);
      await write(element, 'Line', '7');
      await write(element, 'Anything else', 'It rained.');
      await date(element, 'When?', '2026-11-01');
      await write(element, 'Minutes of delay', '٢٥');
      await choose(element, 'It never came');
      await choose(element, 'It was full');
      await press(element, 'Next');
      await sees(element, '3 of 5 · Evidence');
      await press(element, 'Next');
      await sees(element, '4 of 5 · About you');
      await sees(element, 'You choose whether it is published.');
      await choose(element, 'Only the authority');
      await sees(element, 'It is not published: only the authority reads it.');
      await press(element, 'Next');
      await sees(element, /Line 7 .*It rained\..*November 1, 2026.*25.*It never came.*It was dirty, It was loud.*Only the authority/);
      await press(element, 'Send the complaint');
      await sees(element, /Your complaint has arrived.*It stays with the authority and is not published.*Answer within 3 working days/);
    });

    it('stands on one page where the page asks for that', async () => {
      const element = shown('ideas', 'en', {'no-steps': ''});
      await begin(element);
      await choose(element, 'I agree');
      expect(seen(element)).not.toContain('of 4');
      await press(element, 'Send the suggestion');
      await sees(element, 'Your suggestion has arrived');
    });
  });

  it('is filled in and sent by the keyboard alone', async () => {
    const element = shown();
    (await field(element, 'Title in a few words')).focus();
    await userEvent.keyboard('Bicycle stands{Tab}Near every school.{Tab}R{Tab}');
    await until(() => focused(element) === 'Next');
    await userEvent.keyboard('{Enter}');
    await focusComes(element, '3 of 4');
    await userEvent.keyboard('{Tab}Seeb{Tab}Salma{Tab}{Tab} {Tab}');
    await until(() => focused(element) === 'Next');
    await userEvent.keyboard('{Enter}');
    await focusComes(element, '4 of 4');
    for (let turn = 0; turn < 12 && focused(element) !== 'Send the suggestion'; turn += 1) await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{Enter}');
    await focusComes(element, 'Your suggestion has arrived');
  });

  it('speaks Arabic, with the numbers and dates of the space', async () => {
    place.clock.set('2026-11-24T08:00:00Z');
    await updateSpace(place.store, {...formSpace, id: place.api.split('/').at(-1) ?? '', name: {ar: 'هيئة'}, languages: ['ar'], origins: [], guests: true,
      display: {timeZone: 'Asia/Muscat', languages: {ar: {numberingSystem: 'arab', calendar: 'gregory'}}}, threads: {state: 'open', policy: null, accept: ['.+']}});
    const element = shown('ideas', 'ar');
    await sees(element, /الردّ خلال ١٤ يوم عمل، في موعد أقصاه ١٥ ديسمبر ٢٠٢٦.*الخطوة ١ من ٤: الكتابة/);
    expect(getComputedStyle(element.shadowRoot?.querySelector('.room') as Element).direction).toBe('rtl');
  });

  it('stands twice on one page, each with a form of its own', async () => {
    await form(place, complaints);
    const [one, other] = [shown(), shown('complaints')];
    await write(one, 'Title in a few words', 'Mine');
    await sees(other, 'Make a complaint');
    expect((await field(other, 'Title in a few words')).value).toBe('');
    await button(other, 'Next');
    expect(sent()).toEqual([]);
  });
});
