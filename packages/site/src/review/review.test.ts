import {createApp, createForm, createSpace, randomId} from '@shurkum/server';
import type {Services} from '@shurkum/server';
import {openStore} from '@shurkum/server/node';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {reviewPage} from './index.ts';

const origin = 'https://participation.example';
const here = {'origin': origin, 'sec-fetch-site': 'same-origin'};
const elsewhere = {'origin': 'https://ministry.example', 'sec-fetch-site': 'cross-site'};
const written = {full: 'yes', lang: 'en', title: 'Bicycle stands', text: 'Near every school,\r\nplease.', category: 'roads', 'a-place': 'Al Khuwair', 'a-count': '١٢', 'a-terms': 'yes', name: 'Salma'};
type Page = {status: number; text: string; headers: Headers};

describe('a form without JavaScript', () => {
  let services: Services, now: number, suggestions: () => Promise<number>;

  const ask = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const api = createApp(services);
    const response = await reviewPage((request) => api(request), services, new Request(origin + path, init), origin);
    if (!response) throw new Error('It is not a page of a form');
    return {status: response.status, text: await response.text(), headers: response.headers};
  };
  const post = (path: string, entries: Record<string, string>, headers: Record<string, string> = elsewhere): Promise<Page> =>
    ask(path, {method: 'POST', body: new URLSearchParams(entries), headers});
  const hidden = ({text}: Page): Record<string, string> => Object.fromEntries([...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
    .map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')]));
  const looked = () => post('/forms/default/ideas', written);
  const send = (entries: Record<string, string>, headers: Record<string, string> = here) => post('/forms/default/ideas/send?lang=en', entries, headers);

  beforeEach(async () => {
    now = Date.parse('2026-11-24T08:00:00Z');
    const store = await openStore(':memory:');
    services = {store, clock: () => new Date(now), newId: randomId, log: () => undefined, origin};
    await createSpace(store, {
      id: 'default', name: {en: 'Authority'}, languages: ['ar', 'en'], origins: [], guests: true, categories: [{id: 'roads', label: {en: 'Roads', ar: 'الطرق'}}],
      display: {timeZone: 'Asia/Muscat', languages: {ar: {numberingSystem: 'arab'}, en: {}}}, threads: {state: 'open', policy: null, accept: ['.+']},
    }, now);
    await createForm(store, 'default', {
      id: 'ideas', kind: 'suggestion', title: {ar: 'مقترحات', en: 'Ideas'}, participation: 'consult', publication: 'public', categories: ['roads'], answerWithin: 14, fields: [
        {id: 'place', kind: 'place', label: {ar: 'أين؟', en: 'Where?'}, public: true}, {id: 'count', kind: 'number', label: {en: 'How many?'}, maximum: 50},
        {id: 'terms', kind: 'consent', label: {en: 'I agree'}, required: true}],
    }, now);
    suggestions = async () => {
      const api = createApp({...services, administratorKey: 'gT7wR2nX9pL4kV8mQ3zH6cJ5bD1fYs0uEaKt'});
      const response = await api(new Request(`${origin}/v1/default/staff/suggestions`, {headers: {authorization: 'Bearer gT7wR2nX9pL4kV8mQ3zH6cJ5bD1fYs0uEaKt'}}));
      return ((await response.json()) as {items: unknown[]}).items.length;
    };
  });
  afterEach(() => services.store.close());

  it('reads no post of more entries than a form can have, which would only keep it busy', async () => {
    const many = `${new URLSearchParams(written).toString()}${'&x='.repeat(3000)}`;
    const page = await ask('/forms/default/ideas', {method: 'POST', body: many, headers: {...elsewhere, 'content-type': 'application/x-www-form-urlencoded'}});
    expect([page.status, page.text.length < 4000]).toEqual([415, true]);
    expect((await ask('/forms/default/ideas', {method: 'POST', body: many.slice(0, many.length - 6000), headers: {...elsewhere, 'content-type': 'application/x-www-form-urlencoded'}})).status).toBe(200);
  });

  it('asks for patience where the database cannot be had, under the same policy', async () => {
    const {store} = services;
    services = {...services, store: {...store, peek: () => Promise.reject(new Error('away')), read: () => Promise.reject(new Error('away'))}};
    const page = await looked();
    expect([page.status, page.headers.get('content-security-policy'), page.text.includes('away')]).toEqual([503, expect.stringContaining("frame-ancestors 'none'"), false]);
    services = {...services, store};
  });

  it('shows what would be sent and commits nothing, wherever the post came from', async () => {
    const page = await looked();
    expect(page.status).toBe(200);
    expect(page.text).toContain('Nothing has been sent yet');
    for (const words of ['Bicycle stands', 'Al Khuwair', 'Roads', 'Salma', 'everyone can read']) expect(page.text).toContain(words);
    expect(await suggestions()).toBe(0);
  });

  it('sends from its own page, once, however often the page is sent', async () => {
    const entries = hidden(await looked());
    const [first, second] = [await send(entries), await send(entries)];
    expect(first.status).toBe(201);
    expect(first.text).toMatch(/Your suggestion has arrived/);
    const reference = /\d{4}-\d{4}-\d{4}/.exec(first.text)?.[0];
    expect(reference).toBeTruthy();
    expect(second.text).toContain(reference);
    expect(second.text).toBe(first.text);
    expect(await suggestions()).toBe(1);
  });

  it.each([
    ['another site', elsewhere], ['a page that hides where it comes from', {origin: 'null'}], ['nowhere', {}],
    ['a frame of another site with a forged origin', {'origin': origin, 'sec-fetch-site': 'cross-site'}],
  ] as [string, Record<string, string>][])('commits nothing that comes from %s', async (_, headers) => {
    const entries = hidden(await looked());
    const page = await send(entries, headers);
    expect(page.status).toBe(403);
    expect(page.text).toContain('Nothing was sent');
    expect(await suggestions()).toBe(0);
  });

  it('commits no other words than those that were looked over', async () => {
    const entries = hidden(await looked());
    const other = JSON.stringify({...JSON.parse(entries['suggestion'] ?? '{}') as object, title: 'Something else'});
    expect((await send({...entries, suggestion: other})).status).toBe(403);
    expect((await send({...entries, nonce: `${entries['nonce'] ?? ''}x`})).status).toBe(403);
    expect(await suggestions()).toBe(0);
  });

  it('asks to look once more when a long time has passed, and is still the same act', async () => {
    const entries = hidden(await looked());
    now += 3 * 3_600_000;
    const again = await send(entries);
    expect(again.text).toContain('It is a while since');
    expect(await suggestions()).toBe(0);
    expect((await send(hidden(again))).status).toBe(201);
    expect((await send(hidden(again))).status).toBe(201);
    expect(await suggestions()).toBe(1);
  });

  it('gives the first receipt again where what was sent is looked over once more', async () => {
    const entries = hidden(await looked());
    const reference = /\d{4}-\d{4}-\d{4}/.exec((await send(entries)).text)?.[0] ?? 'none';
    now += 3 * 3_600_000;
    expect((await send(hidden(await send(entries)))).text).toContain(reference);
    expect(await suggestions()).toBe(1);
  });

  it('says everything that is wrong in words and keeps everything typed', async () => {
    const page = await post('/forms/default/ideas', {...written, 'title': ' ', 'category': '', 'a-count': '60', 'a-terms': '', 'email': 'salma@', 'text': 'Kept <b>"words"</b>'});
    expect(page.status).toBe(422);
    for (const words of ['Please fill this in.', 'Please choose one.', 'At most 50.', 'It can only be sent with this consent.', 'not a complete e-mail']) expect(page.text).toContain(words);
    expect(page.text).toContain('Kept &lt;b&gt;&quot;words&quot;&lt;/b&gt;');
    for (const typed of ['value="60"', 'value="Al Khuwair"', 'value="salma@"', 'value="Salma"']) expect(page.text).toContain(typed);
    expect(page.text).toMatch(/id="a-count" aria-describedby="a-count-fault" aria-invalid="true"/);
    expect(await suggestions()).toBe(0);
  });

  it('asks for the rest where another page asked for the beginning alone', async () => {
    const {status, text} = await post('/forms/default/ideas', {title: 'Begun', text: 'elsewhere', lang: 'ar'});
    expect(status).toBe(200);
    expect(text).toContain('value="Begun"');
    expect(text).toContain('أين؟');
    expect(text).not.toContain('يُرجى تصحيح');
    expect(text).toContain('dir="rtl"');
  });

  it('gives everything back to be changed', async () => {
    const {text} = await post('/forms/default/ideas?lang=en', {...hidden(await looked()), edit: 'yes'}, here);
    expect(text).toContain('value="Bicycle stands"');
    expect(text).toContain('value="١٢"');
    expect(text).toMatch(/name="a-terms" value="yes" checked/);
  });

  it('trusts nothing it did not name, and is nobody’s frame', async () => {
    const {headers, text} = await looked();
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script|<style|\sstyle=/);
  });

  it('says what cannot be done: no form, no plain post, a form that is not open', async () => {
    expect((await ask('/forms/default/none')).status).toBe(404);
    expect((await ask('/forms/nowhere/ideas')).status).toBe(404);
    expect((await ask('/forms/default/ideas', {method: 'POST', body: '{}', headers: {'content-type': 'application/json'}})).status).toBe(415);
    expect((await ask('/forms/default/ideas/send')).status).toBe(405);
    await createForm(services.store, 'default', {id: 'soon', kind: 'inquiry', title: {en: 'Soon'}, participation: 'inform', publication: 'private', opensAt: '2027-01-01T00:00:00Z'}, now);
    const {text} = await post('/forms/default/soon?lang=en', {title: 'Too early', text: 'Kept on the page'});
    expect(text).toMatch(/opens on January 1, 2027/);
    expect(text).toContain('Kept on the page');
  });
});
