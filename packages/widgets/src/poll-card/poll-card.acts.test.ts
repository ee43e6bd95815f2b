import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {button, choose, clean, field, poll, press, sees, seen, show, stage, until} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {PollCard} from './poll-card.ts';

describe('a vote in <shurkum-poll-card>', () => {
  let place: Stage;
  let keys: (string | null)[];
  const card = (lang = 'en', pollId = 'open-data'): PollCard => show('shurkum-poll-card', {'api': place.api, 'poll-id': pollId}, lang);
  const checked = async (element: PollCard, label: string) => (await field(element, label)).checked;
  const settled = (element: PollCard) => sees(element, 'Nobody has answered yet');
  const again = async (element: PollCard) => {
    element.remove();
    const next = card();
    await settled(next);
    return next;
  };
  const watch = (answer: (request: Request) => Response | null | Promise<Response | null>) => {
    place.fault = (request) => {
      if (request.method !== 'PUT') return null;
      keys.push(request.headers.get('idempotency-key'));
      return answer(request);
    };
  };
  beforeEach(async () => {
    place = await stage();
    keys = [];
    await poll(place);
  });
  afterEach(async () => {
    clean();
    await place.close();
  });

  describe('on its way', () => {
    it('is said to be on its way, on the button and aloud', async () => {
      let answer = () => {};
      watch(() => new Promise((done) => { answer = () => { done(null); }; }));
      const element = card();
      await settled(element);
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await button(element, 'Sending…');
      expect(element.shadowRoot?.querySelector('[role=status]')?.textContent?.trim()).toBe('Sending…');
      await until(() => keys.length);
      answer();
      await sees(element, 'Your vote has been counted.');
    });

    it('is counted even if it was cast the moment the ballot appeared', async () => {
      for (const lang of ['en', 'ar']) {
        const element = card(lang);
        const vote = await until(() => element.shadowRoot?.querySelector<HTMLElement>('[part=submit]'));
        element.shadowRoot?.querySelector('input')?.click();
        vote.click();
        await until(() => element.shadowRoot?.querySelector('#voted'));
        clean();
        await place.close();
        place = await stage();
        await poll(place);
      }
    });

    it.each([['en', 'Vote', 'Bus', 'The vote could not be sent; your choice is kept.'], ['ar', 'تصويت', 'جداول', 'تعذّر إرسال الصوت، والاختيار باقٍ كما هو.']])(
      'that fails says so as an alert each time, and keeps the choice, in %s', async (lang, vote, bus, words) => {
        watch(() => new Response('{}', {status: 500}));
        const element = card(lang);
        await choose(element, bus);
        await press(element, vote);
        await sees(element, words);
        const first = element.shadowRoot?.querySelector('[role=alert]');
        expect(first?.textContent).toContain(words);
        expect(await checked(element, bus)).toBe(true);
        await press(element, vote);
        await until(() => keys.length === 2);
        await sees(element, words);
        await until(() => element.shadowRoot?.querySelector('[role=alert]') !== first);
      });
  });

  describe('not yet cast', () => {
    it('survives a reload in the same tab, and is forgotten once it is cast', async () => {
      const element = card();
      await settled(element);
      expect(sessionStorage).toHaveLength(0);
      await choose(element, 'Bus');
      const next = await again(element);
      await until(() => next.shadowRoot?.querySelector('input:checked'));
      expect(await checked(next, 'Bus')).toBe(true);
      await press(next, 'Vote');
      await sees(next, /counted.*Bus timetables your choice/);
      expect(sessionStorage).toHaveLength(0);
    });

    it('is sent with the same key after a reload', async () => {
      watch(() => (keys.length === 1 ? new Response('{}', {status: 500}) : null));
      const element = card();
      await settled(element);
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await sees(element, 'could not be sent');
      const next = await again(element);
      await until(() => next.shadowRoot?.querySelector('input:checked'));
      await press(next, 'Vote');
      await sees(next, /counted.*One person has answered/);
      expect(keys).toEqual([keys[0], keys[0]]);
    });

    it('is shown as counted after a reload when only the answer was lost', async () => {
      watch(async (request) => {
        await place.fetch(request);
        return new Response('{}', {status: 500});
      });
      const element = card();
      await settled(element);
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await sees(element, 'could not be sent');
      element.remove();
      await sees(card(), /counted.*Bus timetables your choice.*One person has answered/);
    });

    it('is of its own poll only', async () => {
      await poll(place, {id: 'other'});
      const element = card();
      await settled(element);
      await choose(element, 'Bus');
      const other = card('en', 'other');
      await settled(other);
      expect(other.shadowRoot?.querySelector('input:checked')).toBeNull();
      element.pollId = 'other';
      await until(() => !element.shadowRoot?.querySelector('input:checked'));
      element.pollId = 'open-data';
      await until(() => element.shadowRoot?.querySelector<HTMLInputElement>('input:checked')?.value === 'buses');
    });

    it('is forgotten when I leave it', async () => {
      const element = card();
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await press(element, 'Change my vote');
      await choose(element, 'Hospital');
      expect(sessionStorage).toHaveLength(1);
      await press(element, 'Cancel');
      expect(sessionStorage).toHaveLength(0);
      await press(element, 'Change my vote');
      expect(await checked(element, 'Bus')).toBe(true);
    });

    it('needs no storage', async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage') as PropertyDescriptor;
      Object.defineProperty(window, 'sessionStorage', {configurable: true, get: () => { throw new DOMException('denied', 'SecurityError'); }});
      try {
        const element = card();
        await choose(element, 'Bus');
        await press(element, 'Vote');
        await sees(element, 'Bus timetables your choice');
        expect(seen(element)).toContain('One person has answered');
      } finally {
        Object.defineProperty(window, 'sessionStorage', own);
      }
    });
  });
});
