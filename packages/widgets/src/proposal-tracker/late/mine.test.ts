import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {everyState, form, ideas, official, trackerSpace} from '../../../tools/proposals.ts';
import {button, clean, faults, press, seen, sees, show, stage, until, write} from '../../../tools/stage.ts';
import type {Stage} from '../../../tools/stage.ts';
import type {ProposalTracker} from '../proposal-tracker.ts';

const idea = {title: 'Bicycle stands', text: 'Near every school.', categoryId: 'roads', answers: {terms: true}};
type Receipt = {reference: string; secret: string};

describe('my own in <shurkum-proposal-tracker>', () => {
  let place: Stage;
  const uncaught: unknown[] = [];
  const caught = (event: Event) => { uncaught.push(event); };
  const words = {en: [/What became/, 'Look up'], ar: [/أين وصل/, 'استعلام']} as const;
  const opened = async (lang: 'ar' | 'en' = 'en'): Promise<ProposalTracker> => {
    const element = show('shurkum-proposal-tracker', {api: place.api}, lang);
    await press(element, words[lang][0]);
    await until(() => element.shadowRoot?.activeElement?.id === 'mine');
    return element;
  };
  const act = async <T>(key: string, method: string, path: string, body: object): Promise<T> => {
    const response = await place.fetch(new Request(place.api + path, {method, body: JSON.stringify(body), headers: {'authorization': `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()}}));
    if (!response.ok) throw new Error(await response.text());
    return await response.json() as T;
  };
  /** Somebody on another device. */
  const sent = async (): Promise<Receipt> => {
    const {key} = await act<{key: string}>('', 'POST', '/guests', {});
    return act<Receipt>(key, 'POST', '/forms/ideas/suggestions', idea);
  };
  const lookUp = async (element: ProposalTracker, reference: string, secret: string, lang: 'ar' | 'en' = 'en') => {
    await write(element, lang === 'ar' ? 'الرقم المرجعي' : 'Reference number', reference);
    await write(element, lang === 'ar' ? 'رمز المتابعة' : 'Tracking code', secret);
    await press(element, words[lang][1]);
  };
  const asked = () => place.asked.filter((line) => line.includes('/suggestions/lookup'));

  beforeEach(async () => {
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    place = await stage({space: trackerSpace, now: '2026-11-02T08:00:00Z'});
  });
  afterEach(async () => {
    clean();
    removeEventListener('error', caught);
    removeEventListener('unhandledrejection', caught);
    expect(uncaught.splice(0)).toEqual([]);
    await place.close();
  });

  it.each(['ar', 'en'] as const)('is accessible in %s, and finds what waits for review by its number and code', async (lang) => {
    await form(place);
    const {reference, secret} = await sent();
    const element = await opened(lang);
    expect(await faults(element)).toEqual([]);
    await lookUp(element, lang === 'ar' ? reference.replaceAll('-', ' ').replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : reference.replaceAll('-', ''), ` ${secret} `, lang);
    await sees(element, lang === 'ar' ? 'قيد المراجعة قبل النشر' : 'Waiting for review before publication.');
    await until(() => element.shadowRoot?.activeElement?.textContent?.includes('Bicycle stands'));
    expect([...element.shadowRoot?.querySelectorAll('[id]') ?? []].map(({id}) => id).filter((id, index, all) => all.indexOf(id) < index)).toEqual([]);
    expect(element.shadowRoot?.querySelector('[part=support]')).toBeNull();
    expect(location.href).not.toContain(secret);
    expect(await faults(element)).toEqual([]);
  });

  it('asks nothing where a digit must be wrong, and says so beside the field', async () => {
    await form(place);
    const {reference} = await sent();
    const element = await opened();
    await lookUp(element, reference.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`), 'abc');
    await sees(element, 'This number is not complete or has a wrong digit');
    expect(element.shadowRoot?.activeElement?.id).toBe('number');
    expect(await faults(element)).toEqual([]);
    await lookUp(element, reference, 'سر');
    await sees(element, 'A tracking code has Latin letters');
    expect(asked()).toEqual([]);
  });

  it('says alike that the code is wrong and that there is no such number', async () => {
    await form(place);
    const {reference} = await sent();
    const element = await opened();
    await lookUp(element, reference, 'kT4mV9xQ2LpR7wYn3HsD5g');
    await sees(element, 'Nothing was found under this number and secret.');
    const first = seen(element);
    await lookUp(element, '4831-7290-5673', 'kT4mV9xQ2LpR7wYn3HsD5g');
      await until(() => asked().length === 2);
      await button(element, 'Look up');
    expect(seen(element)).toBe(first);
  });

  it('counts down where the server asks to wait, and asks nothing meanwhile', async () => {
    await form(place);
    const {reference, secret} = await sent();
    const element = await opened();
    place.fault = (request) => (request.url.includes('lookup') ? Response.json({type: 'urn:shurkum:problem:too-many-requests', title: 'Wait.', status: 429}, {status: 429, headers: {'retry-after': '30'}}) : null);
    await lookUp(element, reference, secret);
    await sees(element, /Possible again in (30|29) seconds/);
    await press(element, /Possible again/);
    expect(asked()).toHaveLength(1);
  });

  it('leads to a published one, which needs no code', async () => {
    const references = await everyState(place);
    const element = await opened();
    await lookUp(element, references[3] ?? '', '');
    await sees(element, 'A crossing in front of the library');
    await button(element, 'Support');
  });

  describe('for somebody who is known', () => {
    const own = async (): Promise<string> => {
      await form(place, {...ideas, answerWithin: 14});
      // The first act of this device makes its guest known here.
      const element = show('shurkum-proposal-tracker', {api: place.api});
      const {reference} = await sent();
      await official(place, reference, 'visibility', {visibility: 'published'});
      element.remove();
      const other = show('shurkum-proposal-tracker', {api: place.api, reference});
      await press(other, 'Support');
      await sees(other, 'You support this');
      other.remove();
      const key = await new Promise<string>((done) => {
        const request = indexedDB.open('shurkum');
        request.onsuccess = () => {
          const got = request.result.transaction('guests').objectStore('guests').get(place.api) as IDBRequest<string>;
          got.onsuccess = () => { done(got.result); request.result.close(); };
        };
      });
      return (await act<Receipt>(key, 'POST', '/forms/ideas/suggestions', {...idea, title: 'A bench'})).reference;
    };

    it('lists what they sent, with what happened and no note of an official', async () => {
      const reference = await own();
      await official(place, reference, 'notes', {text: 'Ask the council first.'}, 'POST');
      const element = await opened();
      await sees(element, 'A bench');
      expect(seen(element)).not.toContain('Ask the council');
      expect(seen(element)).toContain('Waiting for review before publication.');
      expect(await faults(element)).toEqual([]);
    });

    it('takes one back after a question, with a reason', async () => {
      const reference = await own();
      const element = await opened();
      await press(element, 'Withdraw it');
      await until(() => element.shadowRoot?.activeElement?.id === 'reason');
      expect(await faults(element)).toEqual([]);
      await press(element, 'Cancel');
      await until(() => element.shadowRoot?.activeElement?.getAttribute('data-withdraw') === reference);
      await press(element, 'Withdraw it');
      await write(element, 'Reason (optional', 'It was done meanwhile.');
      element.shadowRoot?.querySelector<HTMLFormElement>('.panel')?.requestSubmit();
      await sees(element, 'Withdrawn by its author.');
      await sees(element, 'It was done meanwhile.');
      expect(element.shadowRoot?.querySelector('[data-withdraw]')).toBeNull();
    });
  });

  it('says so where nobody is known, by the form alone', async () => {
    const element = await opened();
    expect(seen(element)).not.toContain('Sent by you');
  });
});
