import {page, userEvent} from 'vitest/browser';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {button, choose, clean, field, poll, press, sees, seen, show, stage, until} from '../../../tools/stage.ts';
import type {Stage} from '../../../tools/stage.ts';
import type {PollCard} from '../poll-card.ts';

const text = {en: 'Which comes first?', ar: 'ما الأولى؟'};
const options = [{id: 'a', label: {ar: 'ألف', en: 'Alpha'}}, {id: 'b', label: {ar: 'باء', en: 'Beta'}}, {id: 'c', label: {ar: 'جيم', en: 'Gamma'}}];
const rated = (max: number) => [{id: 'q1', kind: 'rating' as const, text, options: [], scale: {min: 1, max, minLabel: {en: 'Very poor', ar: 'ضعيف جدًا'}, maxLabel: {en: 'Excellent', ar: 'ممتاز'}}}];

describe('the editors of <shurkum-poll-card>', () => {
  let place: Stage;
  const card = (lang = 'en'): PollCard => show('shurkum-poll-card', {'api': place.api, 'poll-id': 'open-data'}, lang);
  const puts = () => place.asked.filter((line) => line.startsWith('PUT'));
  const focused = (element: PollCard) => element.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '';
  beforeEach(async () => { place = await stage(); });
  afterEach(async () => {
    clean();
    await page.viewport(800, 600);
    await place.close();
  });

  describe('a ranking', () => {
    beforeEach(() => poll(place, {questions: [{id: 'q1', kind: 'ranking', text, options}]}));

    it('is not cast in an order that nobody chose', async () => {
      const element = card();
      await button(element, 'Move up: Gamma');
      await press(element, 'Vote');
      await sees(element, 'Please move at least one choice, or keep this order as it stands.');
      await until(() => focused(element) === 'Move down: Alpha');
      expect(puts()).toEqual([]);
    });

    it('is cast as it stands where that was chosen', async () => {
      const element = card();
      await choose(element, 'Keep this order');
      await press(element, 'Vote');
      await sees(element, /Alpha your place: 1 .*Beta your place: 2 .*Gamma your place: 3 /);
    });

    it('keeps the focus on the button at the end of the list, which does nothing more', async () => {
      const element = card();
      (await button(element, 'Move up: Beta')).focus();
      await userEvent.keyboard('{Enter}');
      await sees(element, 'Beta: place 1 of 3');
      await until(() => focused(element) === 'Move up: Beta');
      await userEvent.keyboard('{Enter}{Enter}');
      expect(focused(element)).toBe('Move up: Beta');
      expect((await button(element, 'Move up: Beta')).getAttribute('aria-disabled')).toBe('true');
      expect(seen(element)).toMatch(/1 Beta 2 Alpha 3 Gamma/);
    });
  });

  it('keeps the focus on the button that takes the last point away', async () => {
    await poll(place, {questions: [{id: 'q1', kind: 'points', text, options, points: 2}]});
    const element = card();
    await press(element, 'One point more: Beta');
    (await button(element, 'One point less: Beta')).focus();
    await userEvent.keyboard('{Enter}{Enter}');
    await sees(element, '2 points left');
    expect(focused(element)).toBe('One point less: Beta');
  });

  describe('a rating', () => {
    const rows = (element: PollCard) => {
      const tops = [...element.shadowRoot?.querySelectorAll('.scale label') ?? []].map((one) => Math.round(one.getBoundingClientRect().top));
      return tops.filter((top, index) => top !== tops[index - 1]).length;
    };
    const described = (radio: HTMLElement) => radio.ownerDocument && (radio.getRootNode() as ShadowRoot).getElementById(radio.getAttribute('aria-describedby') ?? '')?.innerText;

    it.each(['en', 'ar'])('of five stands in one line on a small phone, in %s', async (lang) => {
      await page.viewport(320, 640);
      await poll(place, {questions: rated(5)});
      const element = card(lang);
      await until(() => element.shadowRoot?.querySelector('.scale'));
      expect(rows(element)).toBe(1);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    });

    it('of ten stands in two halves on a phone and in one line where there is room', async () => {
      await page.viewport(320, 640);
      await poll(place, {questions: rated(10)});
      const element = card();
      await until(() => element.shadowRoot?.querySelector('.scale'));
      expect(rows(element)).toBe(2);
      const [, second] = element.shadowRoot?.querySelectorAll('.half') ?? [];
      expect(second?.textContent?.trim().startsWith('6')).toBe(true);
      await page.viewport(800, 640);
      expect(rows(element)).toBe(1);
    });

    it('says what its ends mean with the first and the last step', async () => {
      await poll(place, {questions: rated(10)});
      const element = card();
      await until(() => element.shadowRoot?.querySelector('.scale'));
      expect(described(await field(element, '1'))).toBe('1: Very poor');
      expect(described(await field(element, '10'))).toBe('10: Excellent');
      expect((await field(element, '5')).hasAttribute('aria-describedby')).toBe(false);
    });
  });
});
