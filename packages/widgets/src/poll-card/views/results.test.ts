import {publishOutcome} from '@shurkum/server';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {cdp, page} from 'vitest/browser';
import {choose, clean, poll, press, sees, show, somebody, spaceOf, stage, until} from '../../../tools/stage.ts';
import type {Stage} from '../../../tools/stage.ts';
import type {PollCard} from '../poll-card.ts';

type Devtools = {send(method: string, parameters: object): Promise<unknown>};
const prefers = (features: {name: string; value: string}[]) => (cdp() as Devtools).send('Emulation.setEmulatedMedia', {features});
const past = {opensAt: '2020-01-01T00:00:00Z', closesAt: '2030-01-01T00:00:00Z'};

describe('the results of <shurkum-poll-card>', () => {
  let place: Stage;
  const card = (lang = 'en'): PollCard => show('shurkum-poll-card', {'api': place.api, 'poll-id': 'open-data'}, lang);
  const find = (element: PollCard, selector: string) => until(() => element.shadowRoot?.querySelector<HTMLElement>(selector));
  const vote = async () => (await somebody(place)).votes('open-data', {questionId: 'q1', optionIds: ['buses']});
  beforeEach(async () => {
    place = await stage();
    place.clock.set('2029-06-01T00:00:00Z');
  });
  afterEach(async () => {
    clean();
    await prefers([]);
    await page.viewport(800, 600);
    await place.close();
  });

  describe('a poll with a quorum', () => {
    it('says before the vote how many must take part', async () => {
      await poll(place, {quorum: 2});
      await sees(card(), 'At least 2 people must take part for the result to count.');
      await sees(card('ar'), 'لا تُعتمد النتيجة إلا إذا بلغ عدد المشاركين ٢ على الأقل.');
    });

    it('says, once closed, whether they did', async () => {
      await poll(place, {...past, quorum: 2});
      await vote();
      place.clock.set('2030-02-01T00:00:00Z');
      await sees(card(), 'The quorum was not reached.');
      await sees(card('ar'), 'لم يكتمل النصاب.');
    });

    it('says so when enough took part', async () => {
      await poll(place, {...past, quorum: 2});
      await vote();
      await vote();
      place.clock.set('2030-02-01T00:00:00Z');
      await sees(card(), 'The quorum was reached.');
      await sees(card('ar'), 'اكتمل النصاب.');
    });
  });

  it('keep the mark of my choice in one line, and the table close below its heading', async () => {
    await page.viewport(360, 640);
    await poll(place, {questions: [{id: 'q1', kind: 'single', text: {ar: 'أي خدمة؟'}, options: [
      {id: 'a', label: {ar: 'تراخيص البناء والهدم في البلديات كلها'}}, {id: 'b', label: {ar: 'مواعيد'}}]}]});
    const element = card('ar');
    await choose(element, 'تراخيص');
    await press(element, 'تصويت');
    await sees(element, 'اختياركم');
    const own = await find(element, '.own');
    expect(own.getClientRects()).toHaveLength(1);
    const [heading, head] = [await find(element, '#results'), await find(element, 'thead')];
    expect(head.getBoundingClientRect().top - heading.getBoundingClientRect().bottom).toBeLessThan(12);
  });

  it('stand right below a closed poll’s heading where the authority added no words', async () => {
    await poll(place, {...past, closesAt: '2021-01-01T00:00:00Z'});
    const element = card();
    const [header, heading] = [await find(element, 'header'), await find(element, '#results')];
    expect(heading.getBoundingClientRect().top - header.getBoundingClientRect().bottom).toBeLessThan(20);
  });

  it('keep the paragraphs of what was decided', async () => {
    await poll(place, {...past, closesAt: '2021-01-01T00:00:00Z'});
    await publishOutcome(place.services, spaceOf(place), 'open-data', {date: '2021-03-01T00:00:00Z', agency: {en: 'Transport Authority'}, text: {en: 'Timetables come first.\n\nPermits follow.'}});
    const words = await find(card(), '.decision');
    expect(words.innerText).toBe('Timetables come first.\n\nPermits follow.');
  });

  it('have bars that can be told apart in forced colours', async () => {
    await prefers([{name: 'forced-colors', value: 'active'}]);
    await poll(place);
    const element = card();
    await choose(element, 'Bus');
    await press(element, 'Vote');
    const [track, fill, mine] = [await find(element, '.track'), await find(element, '.fill'), await find(element, '.mine .fill')].map((one) => getComputedStyle(one));
    expect(track?.stroke).not.toBe('none');
    expect(new Set([track?.fill, fill?.fill, mine?.fill]).size).toBe(3);
  });

  it('keep each heading in one line, in Arabic on a phone', async () => {
    await poll(place);
    const element = card('ar');
    element.style.inlineSize = '328px';
    await find(element, '.fill');
    const headings = [...element.shadowRoot?.querySelectorAll('thead th') ?? []];
    expect(headings).toHaveLength(3);
    for (const heading of headings) expect(heading.getBoundingClientRect().height).toBeLessThan(40);
  });

  it('do not move where less motion is asked for', async () => {
    await prefers([{name: 'prefers-reduced-motion', value: 'reduce'}]);
    await poll(place);
    const fill = await find(card(), '.fill');
    expect(getComputedStyle(fill).animationName).toBe('none');
  });
});
