import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {answer, everyState, form, ideas, merge, official, proposal, trackerSpace} from '../../../tools/proposals.ts';
import {button, clean, faults, field, press, seen, sees, show, stage, until, write} from '../../../tools/stage.ts';
import type {Stage} from '../../../tools/stage.ts';
import type {ProposalTracker} from '../proposal-tracker.ts';

const idea = {title: 'Bicycle stands', text: 'Near every school.', categoryId: 'roads', answers: {terms: true, place: 'Al Khuwair'}};

describe('one proposal of <shurkum-proposal-tracker>', () => {
  let place: Stage;
  const uncaught: unknown[] = [];
  const caught = (event: Event) => { uncaught.push(event); };
  const tracker = (reference: string, lang = 'en', more: Record<string, string> = {}): ProposalTracker => show('shurkum-proposal-tracker', {api: place.api, reference, ...more}, lang);
  const one = async (more: object = {}, definition: object = {}) => {
    await form(place, {...ideas, ...definition});
    return proposal(place, {...idea, ...more});
  };
  const told = (name: string, act: (event: Event) => void = () => undefined) => {
    const heard: string[] = [];
    const hear = (event: Event) => { heard.push((event as Event & {reference: string}).reference); act(event); };
    document.body.addEventListener(name, hear, {once: true});
    return heard;
  };
  const writes = () => place.asked.filter((line) => /^(PUT|DELETE|POST)/.test(line) && !line.includes('/guests'));

  beforeEach(async () => {
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    await page.viewport(1024, 800);
    place = await stage({space: trackerSpace, now: '2026-11-02T08:00:00Z'});
  });
  afterEach(async () => {
    clean();
    removeEventListener('error', caught);
    removeEventListener('unhandledrejection', caught);
    expect(uncaught.splice(0)).toEqual([]);
    await place.close();
  });

  it.each(['ar', 'en'] as const)('is accessible in %s, with its history and its discussion', async (lang) => {
    const references = await everyState(place, lang);
    const element = tracker(references[3] ?? '', lang);
    (await until(() => element.shadowRoot?.querySelector('shurkum-comment-thread'))).scrollIntoView();
    await until(() => element.shadowRoot?.querySelector('shurkum-comment-thread')?.shadowRoot?.querySelector('[aria-busy=false]'));
    expect(await faults(element)).toEqual([]);
    for (const words of lang === 'ar' ? ['معبر مشاة', 'مقبول', 'نُفِّذ', 'منشور', 'الردّ الرسمي', 'مدير إدارة الطرق', 'وزارة النقل', 'السبب: اعتماد الفكرة', 'الحي الشمالي', 'أُجيب عنه في اليوم نفسه']
      : ['A crossing', 'Accepted', 'Done', 'Published', 'Official answer', 'Head of Roads', 'Ministry of Transport', 'Reason: the idea is taken up', 'Northern quarter', 'Answered the same day']) expect(seen(element)).toContain(words);
    expect(element.shadowRoot?.querySelector('shurkum-comment-thread')?.getAttribute('thread-id')).toBe(`proposal/${references[3]}`);
  });

  it('says by when an answer is due, and plainly that it is late', async () => {
    const reference = await one();
    const element = tracker(reference);
    await sees(element, /Answer by November 22, 2026, in 14 working days/);
    for (const [now, lang, words] of [
      ['2026-11-22T08:00:00Z', 'en', 'Answer by today, November 22, 2026'], ['2026-11-23T08:00:00Z', 'en', 'The answer was due on November 22, 2026, one working day late'],
      ['2026-11-29T08:00:00Z', 'en', '5 working days late'], ['2026-11-24T08:00:00Z', 'ar', 'بتأخّر يومَي عمل'], ['2026-11-29T08:00:00Z', 'ar', 'بتأخّر ٥ أيام عمل'],
    ] as const) {
      place.clock.set(now);
      await sees(tracker(reference, lang), words);
    }
  });

  describe('reporting', () => {
    const open = async (): Promise<[ProposalTracker, string]> => {
      const reference = await one();
      const element = tracker(reference);
      await press(element, 'Report');
      await until(() => element.shadowRoot?.activeElement?.id === 'reason');
      return [element, reference];
    };

    it('reaches the moderators with its reason and words, once, and is thanked for', async () => {
      const [element, reference] = await open();
      expect(await faults(element)).toEqual([]);
      const [before, after] = [told('shurkum-before-report'), told('shurkum-report')];
      const reason = element.shadowRoot?.querySelector('#reason') as HTMLSelectElement;
      reason.value = 'personal-data';
      await write(element, 'More about it (optional)', 'A telephone number.');
      let body: unknown;
      place.fault = async (request) => {
        if (request.url.endsWith('/reports')) body = await request.json();
        return null;
      };
      await press(element, 'Send report');
      await sees(element, 'Thank you. The moderators have received the report.');
      await until(() => element.shadowRoot?.activeElement?.id === 'reported');
      expect([before, after, body]).toEqual([[reference], [reference], {reason: 'personal-data', note: 'A telephone number.'}]);
      expect(element.shadowRoot?.querySelector('#reason')).toBeNull();
    });

    it('is left by Escape, and says why it failed with what was written in place', async () => {
      const [element] = await open();
      place.fault = (request) => (request.method === 'POST' && request.url.endsWith('/reports') ? new Response('{}', {status: 500}) : null);
      await write(element, 'More about it (optional)', 'A telephone number.');
      await press(element, 'Send report');
      await sees(element, 'cannot be reached');
      expect((await field(element, 'More about it (optional)')).value).toBe('A telephone number.');
      element.shadowRoot?.querySelector('#reason')?.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
      await until(() => element.shadowRoot?.activeElement?.id === 'report');
    });
  });

  describe('supporting', () => {
    it('counts once, tells the page, and is taken back', async () => {
      const reference = await one({}, {supportsNeeded: 2});
      const element = tracker(reference);
      const [before, after] = [told('shurkum-before-support'), told('shurkum-support')];
      await sees(element, 'Nobody supports it yet');
      await press(element, 'Support');
      await sees(element, 'One supporter');
      expect([before, after]).toEqual([[reference], [reference]]);
      expect((await button(element, 'You support this')).getAttribute('aria-pressed')).toBe('true');
      await press(element, 'You support this');
      await sees(element, 'Nobody supports it yet');
    });

    it('does not happen where the page prevents it', async () => {
      const element = tracker(await one());
      told('shurkum-before-support', (event) => { event.preventDefault(); });
      await press(element, 'Support');
      // What would have been sent is on its way by the time another act is through.
      await press(element, 'Follow');
      await until(() => element.shadowRoot?.activeElement?.id === 'email');
      expect(writes()).toEqual([]);
      expect((await button(element, 'Support')).getAttribute('aria-pressed')).toBe('false');
    });

    it('says why it failed, at once, and may be tried again', async () => {
      const element = tracker(await one());
      await button(element, 'Support');
      place.fault = (request) => (request.method === 'PUT' ? new Response('{}', {status: 500}) : null);
      await press(element, 'Support');
      await until(() => element.shadowRoot?.querySelector('[role=alert]')?.textContent?.includes('cannot be reached'));
      place.fault = null;
      await press(element, 'Support');
      await sees(element, 'You support this');
    });

    it('asks the page for a sign-in where it needs a person', async () => {
      const element = tracker(await one());
      const asked = told('shurkum-sign-in');
      place.fault = (request) => (request.method === 'PUT' ? Response.json({type: 'urn:shurkum:problem:person-needed', title: 'A person is needed.', status: 401}, {status: 403}) : null);
      await press(element, 'Support');
      await until(() => asked.length);
      await sees(element, 'needs a sign-in');
    });

    it.each([['withdrawn', 'This was withdrawn or removed meanwhile.'], ['merged', 'This was merged with another one meanwhile']] as const)('of one that was %s meanwhile says so, and shows how it stands', async (what, words) => {
      const reference = await one();
      const element = tracker(reference);
      await button(element, 'Support');
      if (what === 'merged') await merge(place, reference, await proposal(place, {...idea, title: 'Bicycles at the sea'}));
      else await official(place, reference, 'visibility', {visibility: 'removed', reason: 'policy'});
      await press(element, 'Support');
      await sees(element, words);
      await sees(element, what === 'merged' ? 'It goes on as' : 'Removed by moderators');
      await until(() => element.shadowRoot?.activeElement?.id === 'top');
    });

    it('brings an official answer, which the history tells', async () => {
      const reference = await one({}, {supportsNeeded: 1});
      const element = tracker(reference);
      await press(element, 'Support');
      await sees(element, 'One supporter: an official answer is on its way.');
    });
  });

  describe('following', () => {
    it('says what becomes of the address, and where to look', async () => {
      const reference = await one();
      const element = tracker(reference);
      const [before, after] = [told('shurkum-before-follow'), told('shurkum-follow')];
      await press(element, 'Follow');
      await until(() => element.shadowRoot?.activeElement?.id === 'email');
      expect(seen(element)).toContain('Nothing is sent before you confirm it');
      expect(await faults(element)).toEqual([]);
      await write(element, 'Your e-mail address', 'salma@example.org');
      element.shadowRoot?.querySelector<HTMLFormElement>('[part=follow]')?.requestSubmit();
      await sees(element, 'please look into your mailbox');
      expect([before, after]).toEqual([[reference], [reference]]);
      expect(await faults(element)).toEqual([]);
    });

    it('sends nothing that is no address, and nothing where the page prevents it', async () => {
      const element = tracker(await one());
      await press(element, 'Follow');
      await write(element, 'Your e-mail address', 'salma');
      const submit = () => element.shadowRoot?.querySelector<HTMLFormElement>('[part=follow]')?.requestSubmit();
      submit();
      await sees(element, 'This is not an e-mail address');
      told('shurkum-before-follow', (event) => { event.preventDefault(); });
      await write(element, 'Your e-mail address', 'salma@example.org');
      submit();
      await until(() => !seen(element).includes('This is not'));
      expect(writes()).toEqual([]);
    });
  });

  it('shows its link to be copied, which opens it on this page', async () => {
    const reference = await one();
    const element = show('shurkum-proposal-tracker', {api: place.api});
    (await until(() => element.shadowRoot?.querySelector<HTMLElement>('.card a'))).click();
    Object.defineProperty(navigator, 'share', {value: undefined, configurable: true});
    await press(element, 'Share');
    expect((await field(element, 'Link to this proposal')).value).toBe(`${location.href.replace(/#.*/, '')}#proposals?reference=${reference}`);
    delete (navigator as {share?: unknown}).share;
  });

  it('reads older updates when asked', async () => {
    const reference = await one();
    for (let percent = 1; percent <= 25; percent++) await official(place, reference, 'progress', {progress: 'in-progress', percent});
    const element = tracker(reference);
    await sees(element, 'In progress 25%');
    expect(seen(element)).not.toContain('Received');
    await press(element, 'Older updates');
    await sees(element, 'Received');
  });

  describe('that is not as it was', () => {
    it('leads to the one it was merged into', async () => {
      await form(place);
      const [from, into] = [await proposal(place, idea), await proposal(place, {...idea, title: 'Stands for bicycles'})];
      await merge(place, from, into);
      const element = tracker(from);
      await sees(element, `It goes on as ${into}.`);
      expect(element.shadowRoot?.querySelector('[part=support]')).toBeNull();
      element.shadowRoot?.querySelector<HTMLElement>(`.notice a[href*="${into}"]`)?.click();
      await sees(element, 'Stands for bicycles');
      await sees(element, `${from} was merged into this one`);
    });

    it('says that it was removed, and why, and no more', async () => {
      const reference = await one();
      await official(place, reference, 'visibility', {visibility: 'removed', reason: 'spam'});
      const element = tracker(reference);
      await sees(element, 'Removed by moderators: advertising or spam.');
      expect(seen(element)).not.toContain('Bicycle stands');
      expect(await faults(element)).toEqual([]);
    });

    it('says where there is none, with a way back', async () => {
      await everyState(place);
      const element = show('shurkum-proposal-tracker', {api: place.api});
      await until(() => element.shadowRoot?.querySelector('.card a'));
      place.fault = (request) => (/proposals\/\d/.test(request.url) ? Response.json({type: 'urn:shurkum:problem:not-found', title: 'Not found.', status: 404}, {status: 404}) : null);
      element.shadowRoot?.querySelector<HTMLElement>('.card a')?.click();
      await sees(element, 'This could not be found');
      await press(element, 'All proposals');
      await until(() => element.shadowRoot?.querySelector('.card a'));
    });
  });

  it('shows a picture only where it is what was announced', async () => {
    await form(place, {...ideas, fields: [...ideas.fields ?? [], {id: 'photo', kind: 'attachment', label: {en: 'Photo'}, public: true}]});
    const reference = await proposal(place, idea);
    const canvas = Object.assign(document.createElement('canvas'), {width: 3, height: 2});
    const png = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/png'); });
    const attachment = {id: 'aaaaaaaaaaaaaaaaaaaaaa', name: 'a.png', type: 'image/png', bytes: png?.size ?? 1, width: 3, height: 2};
    place.fault = async (request) => {
      if (!/proposals\/\d{4}-\d{4}-\d{4}$/.test(request.url)) return null;
      const view = await (await place.fetch(request)).json() as {proposal: {attachments: object[]}};
      view.proposal.attachments = [attachment, {...attachment, id: 'b'.repeat(22), name: 'b.pdf', type: 'application/pdf', width: null, height: null}];
      return Response.json(view);
    };
    const element = tracker(reference);
    await sees(element, 'b.pdf');
    const pictures = [...element.shadowRoot?.querySelectorAll('img') ?? []];
    expect(pictures.map((picture) => picture.getAttribute('src'))).toEqual([`${place.api}/attachments/${attachment.id}`]);
    const [picture] = pictures;
    // The address of the test answers nothing: what cannot be had leaves its link alone.
    picture?.scrollIntoView();
    await until(() => picture?.hidden);
    expect(seen(element)).toContain('a.png');
  });

  it('publishes an answer at once to whoever reads again', async () => {
    const reference = await one();
    const element = tracker(reference);
    await sees(element, 'Nobody supports it yet');
    for (const [what, body, method] of answer('The stands come in spring.')) await official(place, reference, what, body, method);
    await press(element, 'Support');
    await sees(element, 'The stands come in spring.');
  });
});
