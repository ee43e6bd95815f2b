import {publishOutcome} from '@shurkum/server';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {userEvent} from 'vitest/browser';
import {button, choose, clean, faults, poll, press, seen, sees, show, somebody, spaceOf, stage, until} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {PollCard} from './poll-card.ts';

const two = {en: 'Two', ar: 'اثنان'};
const three = [{id: 'a', label: {ar: 'ألف', en: 'Alpha'}}, {id: 'b', label: {ar: 'باء', en: 'Beta'}}, {id: 'c', label: {ar: 'جيم', en: 'Gamma'}}];
const ask = (kind: 'multiple' | 'yes-no-abstain' | 'rating' | 'ranking' | 'points', more: object = {}) =>
  [{id: 'q1', kind, text: two, options: kind === 'rating' || kind === 'yes-no-abstain' ? [] : three, ...more}];

describe('<shurkum-poll-card>', () => {
  let place: Stage;
  const uncaught: unknown[] = [];
  const caught = (event: Event) => { uncaught.push(event); };
  const card = (lang = 'en', more: Record<string, string> = {}): PollCard => show('shurkum-poll-card', {'api': place.api, 'poll-id': 'open-data', ...more}, lang);
  const puts = () => place.asked.filter((line) => line.startsWith('PUT'));

  beforeEach(async () => {
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    place = await stage();
  });
  afterEach(async () => {
    clean();
    removeEventListener('error', caught);
    removeEventListener('unhandledrejection', caught);
    expect(uncaught.splice(0)).toEqual([]);
    await place.close();
  });

  describe.each(['ar', 'en'])('read in %s', (lang) => {
    it('is accessible before and after voting', async () => {
      await poll(place);
      const element = card(lang);
      await button(element, lang === 'ar' ? 'تصويت' : 'Vote');
      expect(await faults(element)).toEqual([]);
      await choose(element, lang === 'ar' ? 'تراخيص' : 'Building');
      await press(element, lang === 'ar' ? 'تصويت' : 'Vote');
      await sees(element, lang === 'ar' ? 'احتُسب صوتكم' : 'Your vote has been counted');
      await sees(element, lang === 'ar' ? 'النسبة' : 'Share');
      expect(await faults(element)).toEqual([]);
    });

    it.each(['multiple', 'yes-no-abstain', 'rating', 'ranking', 'points'] as const)('is accessible as %s', async (kind) => {
      await poll(place, {questions: ask(kind, kind === 'points' ? {points: 3} : {})});
      const element = card(lang);
      await until(() => element.shadowRoot?.querySelector('.choice'));
      expect(await faults(element)).toEqual([]);
    });
  });

  describe('its states', () => {
    it('keeps what the page wrote in sight until there is a poll', async () => {
      let answer = (_: Response) => {};
      place.fault = () => new Promise<Response>((done) => { answer = done; });
      await poll(place);
      const element = show('shurkum-poll-card', {'api': place.api, 'poll-id': 'open-data'}, 'en', 'Which service? Answer on paper.');
      await until(() => place.asked.length);
      expect(element.shadowRoot?.querySelector<HTMLSlotElement>('slot:not([name])')?.hidden).toBe(false);
      place.fault = null;
      answer(await place.fetch(new Request(`${place.api}/polls/open-data`)));
      await sees(element, 'Building permits');
      expect(element.shadowRoot?.querySelector<HTMLSlotElement>('slot:not([name])')?.hidden).toBe(true);
    });

    it('says when it opens', async () => {
      await poll(place, {opensAt: '2099-03-01T06:00:00Z'});
      const element = card();
      await sees(element, /Not open yet.*Opens March 1, 2099 at 10:00/);
      expect(seen(element)).not.toContain('Vote ');
    });

    it('hides the results as the rule says, and says the rule', async () => {
      await poll(place, {resultRule: 'after-vote'});
      const element = card();
      await sees(element, 'Results are shown after you vote.');
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await sees(element, '100%');
    });

    it('says what was decided', async () => {
      await poll(place, {opensAt: '2020-01-01T00:00:00Z', closesAt: '2020-02-01T00:00:00Z'});
      await publishOutcome(place.services, spaceOf(place), 'open-data', {date: '2020-03-01T00:00:00Z', agency: {en: 'Transport Authority'}, text: {en: 'Timetables come first.'}});
      await sees(card(), /Answered.*What was decided.*Transport Authority.*Timetables come first\./);
    });

    it('says that there is no such poll', async () => {
      await sees(card('en', {'poll-id': 'nowhere'}), 'This could not be found.');
      await sees(card('ar', {'poll-id': 'nowhere'}), 'تعذّر العثور على المطلوب');
    });

    it('says that its address is wrong', async () => {
      await sees(card('en', {api: 'nonsense'}), 'not set up correctly');
    });

    it('says that the service is away, and tries again when asked', async () => {
      await poll(place);
      place.fault = () => new Response('<h1>Bad gateway</h1>', {status: 500});
      const element = card();
      await sees(element, 'The service cannot be reached just now.');
      place.fault = null;
      await press(element, 'Try again');
      await sees(element, 'Building permits');
    });
  });

  describe('voting', () => {
    it('says that it was not counted when the poll closes before the vote arrives', async () => {
      await poll(place, {closesAt: '2030-01-01T00:00:00Z'});
      place.clock.set('2029-12-31T23:00:00Z');
      const element = card();
      await choose(element, 'Bus');
      place.clock.set('2030-01-01T00:00:01Z');
      await press(element, 'Vote');
      await sees(element, /Closed.*This poll has closed\. Your vote was not counted\./);
    });

    it('asks for what is missing before it sends anything', async () => {
      await poll(place);
      const element = card();
      await press(element, 'Vote');
      await sees(element, 'Please answer every question.');
      expect(puts()).toEqual([]);
    });

    it('casts one ballot at a double click', async () => {
      await poll(place);
      const element = card();
      await choose(element, 'Bus');
      const vote = await button(element, 'Vote');
      for (let click = 0; click < 20; click++) vote.click();
      await sees(element, 'One person has answered');
      expect(puts()).toHaveLength(1);
    });

    it('sends nothing when the page cancels it', async () => {
      await poll(place);
      const element = card();
      let told: unknown;
      element.addEventListener('shurkum-before-vote', (event) => { told = event.answers; event.preventDefault(); });
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await until(() => told);
      expect(told).toEqual([{questionId: 'q1', optionIds: ['buses']}]);
      expect(puts()).toEqual([]);
    });

    it('tells the page, and changes a vote where it may', async () => {
      await poll(place);
      const element = card();
      const told: string[] = [];
      element.addEventListener('shurkum-vote', (event) => { told.push(JSON.stringify(event.answers)); });
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await press(element, 'Change my vote');
      await choose(element, 'Building');
      await press(element, 'Save my vote');
      await until(() => told.length === 2);
      await sees(element, /Building permits your choice 100%/);
      expect(seen(element)).toContain('One person has answered');
    });

    it('sends again with the same key when the answer was lost', async () => {
      await poll(place);
      const element = card();
      await choose(element, 'Bus');
      const keys: (string | null)[] = [];
      place.fault = async (request) => {
        if (request.method !== 'PUT') return null;
        keys.push(request.headers.get('idempotency-key'));
        await place.fetch(request);
        if (keys.length === 1) throw new TypeError('cut');
        return null;
      };
      await press(element, 'Vote');
      await sees(element, 'Your vote has been counted.');
      expect(keys).toEqual([keys[0], keys[0]]);
      expect(seen(element)).toContain('One person has answered');
    });

    it('ranks by buttons and says the new place', async () => {
      await poll(place, {questions: ask('ranking')});
      const element = card();
      await press(element, 'Move up: Gamma');
      await sees(element, 'Gamma: place 2 of 3');
      await until(() => (element.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '').includes('Gamma'));
      await press(element, 'Vote');
      await sees(element, 'Your vote has been counted.');
      await sees(element, /Alpha your place: 1 67% 2.*Beta your place: 3 0% 0.*Gamma your place: 2 33% 1/);
    });

    it('gives out points and always says what is left', async () => {
      await poll(place, {questions: ask('points', {points: 2})});
      const element = card();
      await sees(element, '2 points left');
      await press(element, 'One point more: Beta');
      await sees(element, 'One point left');
      await press(element, 'Vote');
      await sees(element, 'Please give out exactly the points there are.');
      await press(element, 'One point more: Beta');
      await press(element, 'Vote');
      await sees(element, /Beta your points: 2 100% 2/);
    });

    it('offers to sign in where a person is needed, and tells the page', async () => {
      await poll(place, {guests: false});
      const element = card();
      let asked = 0;
      element.addEventListener('shurkum-sign-in', () => { asked++; });
      await press(element, 'Sign in to vote');
      expect(asked).toBe(1);
      expect(seen(element)).toContain('One vote per person.');
    });

    it('needs no more than a keyboard, and leaves the focus at the answer', async () => {
      await poll(place);
      const element = card();
      await button(element, 'Vote');
      await userEvent.tab();
      expect(element.shadowRoot?.activeElement?.getAttribute('value')).toBe('permits');
      await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
      await sees(element, /Bus timetables your choice 100%/);
      await until(() => element.shadowRoot?.activeElement?.id === 'voted');
      await userEvent.tab();
      expect(element.shadowRoot?.activeElement?.textContent).toContain('Change my vote');
    });
  });

  it('counts in six Arabic forms, in the digits of the space', async () => {
    await poll(place);
    const element = card('ar');
    const words = ['لم يشارك أحد بعد', 'شارك شخص واحد', 'شارك شخصان', 'شارك ٣ أشخاص'];
    await sees(element, words[0] ?? '');
    for (const said of words.slice(1)) {
      await (await somebody(place)).votes('open-data', {questionId: 'q1', optionIds: ['buses']});
      await sees(element, said);
    }
    expect(element.shadowRoot?.querySelector<HTMLElement>('.room')?.dir).toBe('rtl');
  });

  it('shows one result on two cards of one page, each in its language, and follows a change of lang', async () => {
    await poll(place);
    const [one, other] = [card('en'), card('ar')];
    await choose(one, 'Bus');
    await press(one, 'Vote');
    await sees(other, 'شارك شخص واحد');
    expect(seen(one)).toContain('One person has answered');
    one.lang = 'ar';
    await sees(one, 'شارك شخص واحد');
  });
});
