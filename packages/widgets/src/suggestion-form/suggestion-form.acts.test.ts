import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {bicycles, complaints, form, formSpace, proposal} from '../../tools/forms.ts';
import {addFiles, begin, date, picture, toReview} from '../../tools/filling.ts';
import {button, choose, clean, faults, field, press, seen, sees, show, stage, until, write} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {BeforeSubmitEvent, SubmitEvent, SupportProposalEvent} from './suggestion-form.events.ts';
import type {SuggestionForm} from './suggestion-form.ts';

const problem = (kind: string, status: number, ...errors: {pointer: string; code: string; limit?: number}[]) =>
  Response.json({type: `urn:shurkum:problem:${kind}`, title: kind, status, ...(errors.length ? {errors} : {})}, {status, headers: {'content-type': 'application/problem+json'}});

describe('<shurkum-suggestion-form>, sending', () => {
  let place: Stage;
  const shown = (id = 'ideas', more: Record<string, string> = {}, ...inside: Node[]): SuggestionForm =>
    show('shurkum-suggestion-form', {'api': place.api, 'form-id': id, ...more}, 'en', ...inside);
  const sending = (request: Request) => request.method === 'POST' && request.url.includes('/forms/');
  const mine = async (): Promise<number> => {
    const {items} = await (await place.fetch(new Request(`${place.api}/proposals`))).json() as {items: unknown[]};
    return items.length;
  };
  const again = (element: SuggestionForm, id = 'ideas'): SuggestionForm => {
    element.parentElement?.remove();
    return shown(id);
  };

  beforeEach(async () => {
    place = await stage({space: formSpace});
    await form(place);
  });
  afterEach(async () => {
    clean();
    await place.close();
  });

  it('tells the page before and after, with what was sent, and nobody the tracking code', async () => {
    const element = shown();
    const before: BeforeSubmitEvent[] = [], after: SubmitEvent[] = [];
    document.body.addEventListener('shurkum-before-submit', (event) => { before.push(event); }, {once: true});
    document.body.addEventListener('shurkum-submit', (event) => { after.push(event); }, {once: true});
    await toReview(element);
    await press(element, 'Send the suggestion');
    await sees(element, 'has arrived');
    expect(before[0]?.suggestion).toMatchObject({title: 'Bicycle stands', categoryId: 'roads', language: 'en', answers: {place: 'Al Khuwair', terms: true}});
    expect(after[0]?.reference).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect([after[0]?.formId, after[0]?.public]).toEqual(['ideas', true]);
    const secret = /Tracking code (\S+)/.exec(seen(element))?.[1] ?? 'none';
    expect(JSON.stringify({...after[0]})).not.toContain(secret);
  });

  it('sends nothing when the page cancels it, and keeps everything', async () => {
    const element = shown();
    element.addEventListener('shurkum-before-submit', (event) => { event.preventDefault(); });
    await toReview(element);
    await press(element, 'Send the suggestion');
    await button(element, 'Send the suggestion');
    expect(place.asked.filter((line) => line.startsWith('POST /forms'))).toEqual([]);
    await sees(element, 'Al Khuwair');
  });

  it('is one act however often it is tried: also where the answer is lost and the page loaded again', async () => {
    const element = shown();
    await toReview(element);
    const references: string[] = [];
    place.fault = async (request) => {
      if (!sending(request)) return null;
      const {reference} = await (await place.fetch(request)).json() as {reference: string};
      references.push(reference);
      return problem('internal', 500);
    };
    await press(element, 'Send the suggestion');
    await sees(element, 'Nothing you wrote is lost: sending it again sends it once.');
    place.fault = null;
    const fresh = again(element);
    await sees(fresh, /4 of 4 · Check and send.*What you wrote earlier is still here/);
    await press(fresh, 'Back');
    await sees(fresh, '3 of 4');
    await press(fresh, 'Next');
    await press(fresh, 'Send the suggestion');
    await sees(fresh, 'has arrived');
    expect(references.length).toBeGreaterThan(0);
    expect(seen(fresh)).toContain(references[0]);
    expect(new Set(references).size).toBe(1);
  });

  it('keeps what was typed across a reload until it was sent, and forgets it then', async () => {
    const element = shown();
    await begin(element);
    const fresh = again(element);
    await sees(fresh, 'What you wrote earlier is still here.');
    expect((await field(fresh, 'Your suggestion')).value).toBe('Near every school, please.');
    await press(fresh, 'Next');
    await sees(fresh, '3 of 4');
    await choose(fresh, 'I agree');
    await press(fresh, 'Next');
    await press(fresh, 'Send the suggestion');
    await sees(fresh, 'has arrived');
    const third = again(fresh);
    expect((await field(third, 'Title in a few words')).value).toBe('');
    expect(Object.keys(localStorage).filter((name) => name.includes('draft'))).toEqual([]);
  });

  it('begins anew when asked', async () => {
    const element = shown();
    await begin(element);
    const fresh = again(element);
    await press(fresh, 'Begin anew');
    await until(async () => (await field(fresh, 'Title in a few words')).value === '');
  });

  it('takes over what was typed into the page’s own form', async () => {
    const fallback = document.createElement('form');
    for (const [name, value] of [['title', 'Typed before'], ['text', 'While it was loading']] as const) {
      fallback.append(Object.assign(document.createElement('input'), {name, value}));
    }
    const element = shown('ideas', {}, fallback);
    await until(async () => (await field(element, 'Title in a few words')).value === 'Typed before');
    expect((await field(element, 'Your suggestion')).value).toBe('While it was loading');
  });

  it('puts what the server refuses beside its question, until the answer changes', async () => {
    const element = shown();
    await toReview(element);
    place.fault = (request) => (sending(request) ? problem('too-long', 422, {pointer: '/answers/place', code: 'maxLength', limit: 5}) : null);
    await press(element, 'Send the suggestion');
    await sees(element, /Please put this right first.*Where\?: The text is 5 characters too long\..*3 of 4|3 of 4.*Please put this right first.*Where\?: The text is 5 characters too long\./);
    place.fault = null;
    await write(element, 'Where?', 'Seeb');
    await until(() => !element.shadowRoot?.getElementById('errors'));
    await press(element, 'Back to checking');
    await press(element, 'Send the suggestion');
    await sees(element, 'has arrived');
  });

  it('asks for a sign-in that is lacking, and keeps what was written', async () => {
    const element = shown();
    let asked = 0;
    element.addEventListener('shurkum-sign-in', () => { asked += 1; });
    await toReview(element);
    place.fault = (request) => (sending(request) ? problem('person-needed', 401) : null);
    await press(element, 'Send the suggestion');
    await sees(element, 'Taking part here needs a sign-in.');
    expect(asked).toBe(1);
    await sees(element, 'Al Khuwair');
  });

  describe('its receipt', () => {
    const received = async (): Promise<SuggestionForm> => {
      const element = shown();
      await toReview(element);
      await press(element, 'Send the suggestion');
      await sees(element, 'Reference number');
      return element;
    };

    it('says the number, the code once, and what happens next by when', async () => {
      const element = await received();
      await sees(element, /Reference number \d{4}-\d{4}-\d{4} Tracking code \S{22} This tracking code is shown only now.*What happens next Received on .* It is reviewed, then published.*Answer within 14 working days: by/);
      const number = element.shadowRoot?.querySelector('[part=reference]');
      expect(number?.getAttribute('dir')).toBe('ltr');
      expect(getComputedStyle(number as Element).unicodeBidi).toBe('isolate');
      expect(JSON.stringify({...localStorage, ...sessionStorage})).not.toContain(/Tracking code (\S+)/.exec(seen(element))?.[1] ?? 'none');
    });

    it('can be taken along as a text file', async () => {
      const element = await received();
      const files: [string, Blob][] = [];
      const createObjectURL = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => { files.push(['', blob]); return createObjectURL(blob); };
      const clicked = (event: Event) => { event.preventDefault(); };
      addEventListener('click', clicked, true);
      await press(element, 'Save as a text file').finally(() => { URL.createObjectURL = createObjectURL; removeEventListener('click', clicked, true); });
      const text = await files[0]?.[1].text() ?? '';
      expect(text).toMatch(/Bicycle stands[^]*Reference number: \u2066\d{4}-\d{4}-\d{4}\u2069[^]*Tracking code: \u2066\S{22}\u2069[^]*Answer by:/);
    });

    it('gives way to another, empty one', async () => {
      const element = await received();
      await press(element, 'Write another');
      await until(async () => (await field(element, 'Title in a few words')).value === '');
      await sees(element, '1 of 4 · Write');
    });

    it('leads to where it can be followed, where the space says so', async () => {
      place.fault = async (request) => (request.url.endsWith('/space') ? Response.json({...await (await place.fetch(request)).json() as object, proposalUrl: 'https://ministry.example/ideas#{reference}'}) : null);
      const element = await received();
      const link = await until(() => element.shadowRoot?.querySelector<HTMLAnchorElement>('[part=receipt] a'));
      expect(link.href).toMatch(/^https:\/\/ministry\.example\/ideas#\d{4}-\d{4}-\d{4}$/);
    });
  });

  describe('similar ones', () => {
    const compared = async (): Promise<SuggestionForm> => {
      await proposal(place, bicycles);
      const element = shown();
      await begin(element, {title: 'Bicycle stands near schools', text: 'Please, stands for bicycles.'});
      await press(element, 'Next');
      await sees(element, /2 of 4 · Similar ones.*Is it one of these\?.*Bicycle stands near schools.*No supporters yet/);
      return element;
    };

    it('are supported in place of writing the same again', async () => {
      const element = await compared();
      const events: SupportProposalEvent[] = [];
      for (const name of ['shurkum-before-support', 'shurkum-support']) element.addEventListener(name, (event) => { events.push(event as unknown as SupportProposalEvent); });
      await press(element, 'Support this instead');
      await sees(element, /One supporter.*You support this\..*Your support was counted\./);
      expect(events.map(({type}) => type)).toEqual(['shurkum-before-support', 'shurkum-support']);
      expect(events[1]?.reference).toMatch(/^\d{4}-/);
      await press(element, 'Discard what I wrote');
      await until(async () => (await field(element, 'Title in a few words')).value === '');
      expect(await mine()).toBe(1);
    });

    it('lead to where they are read, in another tab, where the space says so', async () => {
      place.fault = async (request) => (request.url.endsWith('/space') ? Response.json({...await (await place.fetch(request)).json() as object, proposalUrl: 'https://ministry.example/ideas#{reference}'}) : null);
      const element = await compared();
      const link = await until(() => element.shadowRoot?.querySelector<HTMLAnchorElement>('[part=similar] a'));
      expect(link.href).toMatch(/^https:\/\/ministry\.example\/ideas#\d{4}-\d{4}-\d{4}$/);
      expect([link.target, link.rel, link.textContent]).toEqual(['_blank', 'noopener', 'Read all of it (in a new tab)']);
      expect(await faults(element)).toEqual([]);
    });

    it('are not supported when the page cancels it; a failure is said in place', async () => {
      const element = await compared();
      const stop = (event: Event) => { event.preventDefault(); };
      element.addEventListener('shurkum-before-support', stop);
      await press(element, 'Support this instead');
      element.removeEventListener('shurkum-before-support', stop);
      expect(place.asked.filter((line) => line.startsWith('PUT'))).toEqual([]);
      place.fault = (request) => (request.method === 'PUT' ? problem('too-many-requests', 429) : null);
      await press(element, 'Support this instead');
      await sees(element, /many tries in a short time.*Support this instead/);
    });

    it('bring a tracker on the same page to read again, as does what is sent', async () => {
      await proposal(place, {...bicycles, title: 'Shade at the harbour', text: 'Trees along the harbour road.'});
      const tracker = show('shurkum-proposal-tracker', {api: place.api});
      await sees(tracker, 'Shade at the harbour');
      const element = await compared();
      await press(element, 'Support this instead');
      await sees(tracker, 'One supporter');
      await press(element, 'Go on with mine');
      await write(element, 'Where?', 'Al Khuwair');
      (await field(element, 'I agree')).click();
      await press(element, 'Next');
      await sees(element, '4 of 4 · Check and send');
      const reads = () => place.asked.filter((line) => line.startsWith('GET /proposals?')).length;
      const before = reads();
      await press(element, 'Send the suggestion');
      await until(() => reads() > before);
    });

    it.each([['gone', 'This was withdrawn or removed meanwhile.'], ['merged', 'This was merged with another one meanwhile']] as const)('that are %s by now are said to be, and are not tried again', async (code, words) => {
      const element = await compared();
      place.fault = (request) => (request.method === 'PUT' ? problem('not-editable', 409, {pointer: '', code}) : null);
      await press(element, 'Support this instead');
      await sees(element, words);
      const tried = await button(element, 'Support this instead');
      expect(tried.getAttribute('aria-disabled')).toBe('true');
      tried.click();
      await press(element, 'Go on with mine');
      expect(place.asked.filter((line) => line.startsWith('PUT')).length).toBe(1);
    });

    it('hold nobody up where they cannot be looked for', async () => {
      place.fault = (request) => (request.url.includes('/similar') ? problem('not-found', 404) : null);
      const element = shown();
      await begin(element);
      await press(element, 'Next');
      await sees(element, /3 of 4.*could not be looked for just now/);
    });
  });

  describe('files', () => {
    const atFiles = async (): Promise<SuggestionForm> => {
      await form(place, complaints);
      const element = shown('complaints');
      await begin(element, {label: 'Your complaint', category: ''});
      await press(element, 'Next');
      await write(element, 'Line', '7');
      await date(element, 'When?', '2026-11-01');
      await choose(element, 'It was late');
      await press(element, 'Next');
      await sees(element, /Up to 2 files: PNG, JPEG, WebP, or PDF, at most 5 MB each\./);
      return element;
    };

    it('are sent, shown small, named in what is sent, and kept across a reload', async () => {
      const element = await atFiles();
      addFiles(element, await picture('stop.png'));
      await sees(element, /stop\.png PNG 1 kB/);
      await until(() => element.shadowRoot?.querySelector('canvas[data-drawn]'));
      const fresh = again(element, 'complaints');
      await sees(fresh, 'stop.png');
      await press(fresh, 'Next');
      await choose(fresh, 'Everyone');
      await press(fresh, 'Next');
      await sees(fresh, /Pictures or papers.*stop\.png/);
      await press(fresh, 'Send the complaint');
      await sees(fresh, 'has arrived');
    });

    it('are refused before they are sent, or by what their bytes are, and can be taken away', async () => {
      const element = await atFiles();
      addFiles(element, new File(['words'], 'notes.txt', {type: 'text/plain'}), new File([], 'empty.pdf', {type: 'application/pdf'}));
      await sees(element, /notes\.txt: Files of this type are not taken here.*empty\.pdf: The file is empty\./);
      expect(place.asked.filter((line) => line.startsWith('POST /attachments'))).toEqual([]);
      addFiles(element, new File(['no picture at all'], 'false.png', {type: 'image/png'}));
      await sees(element, /false\.png: (Files of this type|The file is damaged)/);
      addFiles(element, await picture('a.png'), await picture('b.png'), await picture('c.png'));
      await sees(element, /a\.png.*b\.png.*c\.png: Only 2 files can be added\./);
      await until(() => element.shadowRoot?.querySelectorAll('canvas').length === 2);
      await press(element, 'Remove a.png');
      await until(() => !seen(element).includes('a.png'));
      await sees(element, 'b.png');
    });

    it('are tried again where the line failed', async () => {
      const element = await atFiles();
      place.fault = (request) => (request.url.includes('/attachments') ? problem('internal', 500) : null);
      addFiles(element, await picture('stop.png'));
      await sees(element, /stop\.png: The file did not get through\./);
      place.fault = null;
      await press(element, 'Try again');
      await sees(element, /stop\.png PNG/);
    });

    it('that are gone by then are asked for again', async () => {
      const element = await atFiles();
      addFiles(element, await picture('stop.png'));
      await sees(element, /stop\.png PNG/);
      await press(element, 'Next');
      await choose(element, 'Everyone');
      await press(element, 'Next');
      place.fault = (request) => (sending(request) ? problem('attachment-gone', 409, {pointer: '/answers/photos/0', code: 'attachment-gone'}) : null);
      await press(element, 'Send the complaint');
      await sees(element, /3 of 5.*Pictures or papers: A file is no longer there\. Please add it again\./);
      expect(seen(element)).not.toContain('stop.png');
    });
  });
});
