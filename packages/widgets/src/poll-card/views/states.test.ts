import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {button, choose, clean, faults, field, poll, press, sees, seen, show, stage, until} from '../../../tools/stage.ts';
import type {Stage} from '../../../tools/stage.ts';
import type {PollCard} from '../poll-card.ts';

const text = {en: 'Two', ar: 'اثنان'};
const options = [{id: 'a', label: {ar: 'ألف', en: 'Alpha'}}, {id: 'b', label: {ar: 'باء', en: 'Beta'}}, {id: 'c', label: {ar: 'جيم', en: 'Gamma'}}];

describe('the states of <shurkum-poll-card>', () => {
  let place: Stage;
  const card = (lang = 'en'): PollCard => show('shurkum-poll-card', {'api': place.api, 'poll-id': 'open-data'}, lang);
  const find = (element: PollCard, selector: string) => until(() => element.shadowRoot?.querySelector<HTMLElement>(selector));
  const focus = (element: PollCard) => element.shadowRoot?.activeElement;
  const announced = (element: PollCard) => element.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
  beforeEach(async () => { place = await stage(); });
  afterEach(async () => {
    clean();
    await place.close();
  });

  describe('the focus', () => {
    it('goes to what I chose when I change my vote, and back when I do not', async () => {
      await poll(place);
      const element = card();
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await press(element, 'Change my vote');
      await until(() => focus(element)?.getAttribute('value') === 'buses');
      await press(element, 'Cancel');
      await until(() => focus(element)?.id === 'voted');
    });

    it('goes to the first control where nothing can be checked', async () => {
      await poll(place, {questions: [{id: 'q1', kind: 'points', text, options, points: 1}]});
      const element = card();
      await press(element, 'One point more: Beta');
      await press(element, 'Vote');
      await press(element, 'Change my vote');
      await until(() => focus(element)?.getAttribute('aria-label') === 'One point less: Beta');
    });

    it('goes to the notice when the poll has closed before the vote', async () => {
      await poll(place, {closesAt: '2030-01-01T00:00:00Z'});
      place.clock.set('2029-12-31T23:00:00Z');
      const element = card();
      await choose(element, 'Bus');
      place.clock.set('2030-01-01T00:00:01Z');
      await press(element, 'Vote');
      await until(() => focus(element)?.id === 'refused');
      expect(focus(element)?.getAttribute('role')).toBe('alert');
    });
  });

  it('in a second tab, says which vote counts and not that the second does', async () => {
    await poll(place, {changeable: false});
    const [one, other] = [card(), card()];
    await Promise.all([choose(one, 'Bus'), choose(other, 'Hospital')]);
    // What the first card does reaches the second only with its own vote.
    place.fault = (request) => (request.method === 'GET' && request.url.endsWith('/ballot') ? new Response('{}', {status: 500}) : null);
    await press(one, 'Vote');
    await until(() => place.asked.filter((line) => line.startsWith('PUT')).length === 1);
    await button(other, 'Vote');
    place.fault = null;
    await press(other, 'Vote');
    await sees(other, /You have already voted.*The vote that counts: Bus timetables/);
    expect(seen(other)).not.toContain('Your vote has been counted.');
    await until(() => focus(other)?.id === 'refused');
  });

  describe('what is announced', () => {
    it('is what is lacking, and again when it is still lacking', async () => {
      await poll(place);
      const element = card();
      await press(element, 'Vote');
      await until(() => announced(element).includes('Please answer every question.'));
      const first = announced(element);
      await press(element, 'Vote');
      await until(() => announced(element) !== first);
      expect(announced(element).trim()).toBe(first.trim());
    });

    it('is that the poll has closed while it was watched', async () => {
      await poll(place, {closesAt: '2030-01-01T00:00:00Z'});
      place.clock.set('2029-12-31T23:59:59Z');
      const element = card();
      await button(element, 'Vote');
      await sees(element, 'Nobody has answered yet');
      expect(announced(element)).toBe('');
      (await field(element, 'Bus')).focus();
      place.clock.set('2030-01-01T00:00:01Z');
      await until(() => announced(element).includes('This poll has just closed.'));
      await until(() => focus(element)?.id === 'results');
    });
  });

  describe('a cast ballot whose results are hidden', () => {
    it('is a quiet list of what was chosen, with nothing to press', async () => {
      await poll(place, {resultRule: 'after-close', changeable: false});
      const element = card();
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await sees(element, /counted\. Bus timetables your choice Results are shown after the poll closes\./);
      expect(element.shadowRoot?.querySelectorAll('input, button')).toHaveLength(0);
      expect(await faults(element)).toEqual([]);
    });

    it('is in my order where I ranked', async () => {
      await poll(place, {resultRule: 'after-close', questions: [{id: 'q1', kind: 'ranking', text, options}]});
      const element = card();
      await press(element, 'Move up: Gamma');
      await press(element, 'Vote');
      await sees(element, /Alpha your place: 1 Gamma your place: 2 Beta your place: 3/);
    });

    it('names the step I gave', async () => {
      await poll(place, {resultRule: 'after-close', questions: [{id: 'q1', kind: 'rating', text, options: []}]});
      const element = card('ar');
      await until(() => element.shadowRoot?.querySelector('.scale'));
      await choose(element, '٤');
      await press(element, 'تصويت');
      await sees(element, /٤ اختياركم/);
    });
  });

  it('has a name, and a picture that fits its state', async () => {
    await poll(place);
    await poll(place, {id: 'past', closesAt: '2021-01-01T00:00:00Z'});
    const element = card();
    const closed = show('shurkum-poll-card', {'api': place.api, 'poll-id': 'past'});
    await sees(closed, 'Closed');
    await field(element, 'Bus');
    const article = await find(element, 'article');
    expect(element.shadowRoot?.getElementById(article.getAttribute('aria-labelledby') ?? '')?.textContent).toContain('Which service');
    const paths = await Promise.all([element, closed].map(async (one) => (await find(one, '.state path')).getAttribute('d')));
    expect(new Set(paths).size).toBe(2);
  });
});
