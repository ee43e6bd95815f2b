import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {everyState, form, ideas, official, proposal, trackerSpace} from '../../tools/proposals.ts';
import {button, clean, faults, field, press, seen, sees, show, stage, until} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {ProposalTracker} from './proposal-tracker.ts';

describe('<shurkum-proposal-tracker>', () => {
  let place: Stage;
  const uncaught: unknown[] = [];
  const caught = (event: Event) => { uncaught.push(event); };
  const tracker = (more: Record<string, string> = {}, lang = 'en', ...inside: string[]): ProposalTracker => show('shurkum-proposal-tracker', {api: place.api, ...more}, lang, ...inside);
  const cards = (element: HTMLElement) => [...element.shadowRoot?.querySelectorAll<HTMLElement>('.card h3') ?? []].map((one) => one.textContent?.trim());
  const choose = async (element: HTMLElement, label: string, value: string) => {
    const select = await field(element, label) as unknown as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change'));
  };
  const link = (element: HTMLElement, title: string) => until(() => [...element.shadowRoot?.querySelectorAll<HTMLElement>('.card a') ?? []].find((one) => one.textContent === title));
  const many = async (count: number) => {
    await form(place, {...ideas, supportsNeeded: null});
    for (let n = 1; n <= count; n++) {
      place.clock.set(new Date(Date.parse('2026-11-01T08:00:00Z') + n * 60_000).toISOString());
      await proposal(place, {title: `Idea ${n}`, text: `The idea number ${n}.`, categoryId: n % 2 ? 'roads' : 'parks', answers: {terms: true}});
    }
  };
  const focused = (element: HTMLElement) => element.shadowRoot?.activeElement as HTMLElement | null | undefined;

  beforeEach(async () => {
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    await page.viewport(1024, 800);
    history.replaceState(null, '', location.href.replace(/#.*/, ''));
    place = await stage({space: trackerSpace});
  });
  afterEach(async () => {
    clean();
    removeEventListener('error', caught);
    removeEventListener('unhandledrejection', caught);
    expect(uncaught.splice(0)).toEqual([]);
    await place.close();
  });

  describe.each(['ar', 'en'] as const)('read in %s', (lang) => {
    it('is accessible, and says all of a proposal’s axes in words', async () => {
      await everyState(place, lang);
      const element = tracker({}, lang);
      await until(() => cards(element).length === 8);
      expect(await faults(element)).toEqual([]);
      const words = lang === 'ar' ? ['مفتوح', 'قيد الدراسة', 'مقبول', 'مقبول جزئيًا', 'لم يُقبل', 'أُحيل إلى جهة أخرى', 'انتهت مدّته', 'قيد التنفيذ ٤٠', 'نُفِّذ', 'مُدرج في الخطة', 'منشور', '٨ مقترحات']
        : ['Open', 'Under review', 'Accepted', 'Partly accepted', 'Not accepted', 'Passed to another authority', 'Expired', 'In progress 40', 'Done', 'Planned', 'Published', '8 proposals'];
      for (const word of words) expect(seen(element)).toContain(word);
      const reference = element.shadowRoot?.querySelector('.reference') as HTMLElement;
      expect([getComputedStyle(reference).direction, getComputedStyle(reference).unicodeBidi]).toEqual(['ltr', 'isolate']);
    });
  });

  describe('its states', () => {
    it('keeps what the page wrote in sight until there is a list', async () => {
      place.fault = () => new Promise<Response>(() => undefined);
      const element = tracker({}, 'en', 'The list is on paper too.');
      await until(() => place.asked.length);
      expect(element.shadowRoot?.querySelector<HTMLSlotElement>('slot:not([name])')?.hidden).toBe(false);
    });

    it('says that nothing has been published yet', async () => {
      const element = tracker();
      await sees(element, 'No proposals have been published yet.');
      expect(await faults(element)).toEqual([]);
    });

    it('offers to clear the filters where nothing matches', async () => {
      await everyState(place);
      const element = tracker();
      await until(() => cards(element).length);
      const q = await until(() => element.shadowRoot?.querySelector<HTMLInputElement>('#q'));
      q.value = 'volcano';
      await press(element, 'Search');
      await sees(element, 'Nothing matches this search.');
      await press(element, 'Clear the filters');
      await until(() => cards(element).length === 8);
      await until(() => focused(element)?.id === 'q');
      expect((focused(element) as HTMLInputElement).value).toBe('');
    });

    it('says that it cannot be reached, and reads again when asked', async () => {
      await everyState(place);
      place.fault = () => Promise.reject(new TypeError('Failed to fetch'));
      const element = tracker();
      await button(element, 'Try again');
      place.fault = null;
      await press(element, 'Try again');
      await until(() => cards(element).length === 8);
    }, 20_000);

    it('keeps what it has where a later read fails', async () => {
      await everyState(place);
      const element = tracker();
      await until(() => cards(element).length === 8);
      place.fault = () => new Response('{}', {status: 500});
      await choose(element, 'Decision', 'accepted');
      await button(element, 'Try again');
      expect(cards(element)).toHaveLength(8);
    });
  });

  describe('looking for something', () => {
    it('narrows the list down, and says how many each choice would leave', async () => {
      await everyState(place);
      const element = tracker();
      await until(() => cards(element).length === 8);
      const decisions = await field(element, 'Decision') as unknown as HTMLSelectElement;
      expect([...decisions.options].map(({text}) => text)).toContain('Accepted (2)');
      await choose(element, 'Decision', 'accepted');
      await until(() => cards(element).length === 2);
      await choose(element, 'Subject', 'parks');
      await until(() => cards(element).join() === 'Playgrounds for children with disabilities');
      await until(() => element.shadowRoot?.querySelector('[role=status]')?.textContent?.includes('One proposal'));
    });

    it('finds a word in another of its forms, and orders by how well each fits', async () => {
      await everyState(place, 'ar');
      const element = tracker({}, 'ar');
      await until(() => cards(element).length === 8);
      const q = await until(() => element.shadowRoot?.querySelector<HTMLInputElement>('#q'));
      q.focus();
      await userEvent.keyboard('الدَّرّاجة{Enter}');
      await until(() => cards(element)[0] === 'مواقف للدراجات قرب المدارس');
      expect(place.asked.findLast((line) => line.startsWith('GET /proposals?'))).not.toContain('sort=');
      expect((await field(element, 'الترتيب') as unknown as HTMLSelectElement).selectedOptions[0]?.text).toBe('الأنسب للبحث');
    });

    it('takes what the page preset, and another order', async () => {
      await everyState(place);
      const element = tracker({decision: 'under-review', sort: 'due-soon'});
      await until(() => cards(element).join() === 'Shaded paths to bus stops');
      expect(place.asked.some((line) => line.includes('decision=under-review') && line.includes('sort=due-soon'))).toBe(true);
      element.setAttribute('decision', 'declined');
      await until(() => cards(element).join() === 'A third lane in Market Street');
      await choose(element, 'Order', 'most-supported');
      await until(() => place.asked.some((line) => line.includes('sort=most-supported')));
    });

    it('folds its filters into one button where it is narrow', async () => {
      await everyState(place);
      const element = tracker({category: 'roads', decision: 'accepted'});
      element.style.inlineSize = '320px';
      await press(element, 'Filters (2)');
      await until(() => element.shadowRoot?.querySelector('#filters')?.checkVisibility());
      await press(element, 'Filters (2)');
      await until(() => !element.shadowRoot?.querySelector('#filters')?.checkVisibility());
      expect(await faults(element)).toEqual([]);
    });
  });

  describe('reading on', () => {
    it('keeps its place for whoever comes back from a proposal', async () => {
      await many(5);
      const element = tracker({'page-size': '2'});
      await press(element, 'More proposals');
      await until(() => cards(element).length === 4);
      await until(() => focused(element)?.textContent === 'Idea 3');
      (await link(element, 'Idea 2')).click();
      await press(element, 'Support');
      await sees(element, 'You support this');
      await press(element, 'All proposals');
      await until(() => focused(element)?.textContent === 'Idea 2');
      expect(cards(element)).toEqual(['Idea 5', 'Idea 4', 'Idea 3', 'Idea 2']);
    });

    it('says why it could not read on, and keeps what is there', async () => {
      await many(3);
      const element = tracker({'page-size': '2'});
      await until(() => cards(element).length === 2);
      place.fault = () => new Response('{}', {status: 500});
      await press(element, 'More proposals');
      await until(() => element.shadowRoot?.querySelector('[role=alert]'));
      expect(cards(element)).toHaveLength(2);
      place.fault = null;
      await press(element, 'More proposals');
      await until(() => cards(element).length === 3);
    });
  });

  describe('the page’s address', () => {
    it('keeps what the reader looks for, and what is open, where the page asks for that', async () => {
      await everyState(place);
      const element = tracker({remember: ''});
      await until(() => cards(element).length === 8);
      await choose(element, 'Decision', 'accepted');
      await until(() => location.hash === '#proposals?decision=accepted');
      (await link(element, 'A crossing in front of the library')).click();
      await sees(element, 'What happened so far');
      expect(location.hash).toMatch(/^#proposals\?decision=accepted&reference=\d{4}-\d{4}-\d{4}$/);
      history.back();
      await until(() => focused(element)?.textContent === 'A crossing in front of the library');
      element.remove();
      const again = tracker({remember: ''});
      await until(() => cards(again).length === 2);
    });

    it('leaves a hash of the page’s own alone', async () => {
      await everyState(place);
      history.replaceState(null, '', '#section-2');
      const element = tracker({remember: ''});
      await until(() => cards(element).length === 8);
      await choose(element, 'Decision', 'accepted');
      await until(() => cards(element).length === 2);
      (await link(element, 'A crossing in front of the library')).click();
      await press(element, 'All proposals');
      await until(() => cards(element).length === 2);
      expect(location.hash).toBe('#section-2');
    });

    it('opens the proposal of a link, and leads from there to the list', async () => {
      const references = await everyState(place);
      history.replaceState(null, '', `#proposals?reference=${references[3]}`);
      const element = tracker();
      await sees(element, 'A crossing in front of the library');
      await sees(element, 'What happened so far');
      await press(element, 'All proposals');
      await until(() => cards(element).length === 8);
    });
  });

  it('is used by keyboard alone', async () => {
    await many(2);
    const element = tracker();
    await until(() => cards(element).length === 2);
    const tab = async (until_: (at: HTMLElement) => boolean) => {
      for (let turn = 0; turn < 25; turn++) {
        await userEvent.keyboard('{Tab}');
        const at = focused(element);
        if (at && until_(at)) return;
      }
      throw new Error('Not reached by Tab');
    };
    await tab((at) => at.textContent?.trim() === 'Idea 2');
    await userEvent.keyboard('{Enter}');
    await until(() => focused(element)?.id === 'top' && focused(element)?.textContent?.includes('Idea 2'));
    await tab((at) => at.getAttribute('part') === 'support');
    await userEvent.keyboard('{Enter}');
    await sees(element, 'You support this');
  });

  it('stands twice on one page, each for itself, and both tell of a support', async () => {
    await everyState(place);
    const [one, other] = [tracker(), tracker({category: 'parks'}, 'ar')];
    await until(() => cards(one).length === 8 && cards(other).length === 3);
    (await link(one, 'Bicycle stands near schools')).click();
    await press(one, 'Support');
    await sees(one, 'You support this');
    await sees(other, 'المقترحات');
    expect(cards(other)).toHaveLength(3);
    expect(await faults(document.body)).toEqual([]);
  });

  it('shows nothing of what is not published', async () => {
    const references = await everyState(place);
    await official(place, references[0] ?? '', 'visibility', {visibility: 'removed', reason: 'spam'});
    const element = tracker();
    await until(() => cards(element).length === 7);
    expect(cards(element)).not.toContain('Bicycle stands near schools');
  });
});
