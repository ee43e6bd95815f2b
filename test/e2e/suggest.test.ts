/** Sending a form in a real browser: under the strictest policy with JavaScript, and from another site's page without. */
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {launch} from '../support/browser.ts';
import {file, shurkumOk} from '../support/shurkum.ts';
import {scratch, startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';

const form = {
  id: 'stops', kind: 'complaint', title: {ar: 'شكوى عن موقف حافلات', en: 'A bus stop'}, participation: 'consult', publication: 'private', answerWithin: 5,
  fields: [{id: 'photo', kind: 'attachment', label: {ar: 'صورة', en: 'Picture'}, maxItems: 1}, {id: 'terms', kind: 'consent', label: {ar: 'أوافق على الشروط', en: 'I agree'}, required: true}],
};
const policy = ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types lit-html'].join('; ');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let site: RunningSite, room: Awaited<ReturnType<typeof scratch>>, browser: Browser, markup = '';
beforeAll(async () => {
  room = await scratch();
  [site, browser] = await Promise.all([startSite({database: room.database}), launch()]);
  await shurkumOk(room.database, 'create', 'form', file('form.json', JSON.stringify(form)));
  markup = await shurkumOk(room.database, 'snippet', 'form', 'stops', '--lang', 'ar', '--origin', site.origin);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.stop()]);
  await room.remove();
});

describe('a complaint', () => {
  let context: BrowserContext;
  const complaints: string[] = [];
  const open = async (url: string, body: string, headers: Record<string, string> = {}): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.route(url, (route) => route.fulfill({contentType: 'text/html; charset=utf-8', headers, body: `<!doctype html><html lang="ar" dir="rtl"><title>صفحة</title>${body}</html>`}));
    await page.goto(url);
    return page;
  };
  afterEach(async () => {
    await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  it('goes out with its picture under a policy that allows nothing else, also after a reload', async () => {
    context = await browser.newContext({locale: 'ar'});
    const page = await open(`${site.origin}/page.html`, '<script type="module" src="/widgets/suggestion-form.js"></script><shurkum-suggestion-form form-id="stops"></shurkum-suggestion-form>',
      {'content-security-policy': policy});
    await page.getByLabel('عنوان في كلمات قليلة').fill('مقعد مكسور');
    await page.getByLabel('نص الشكوى').fill('انكسر المقعد منذ شهر.');
    await page.getByRole('button', {name: 'التالي'}).click();
    await page.getByRole('heading', {name: /الخطوة ٢ من ٣/}).waitFor();
    await page.locator('input[type=file]').setInputFiles({name: 'مقعد.png', mimeType: 'image/png', buffer: png});
    await page.locator('canvas[data-drawn]').waitFor();
    await page.reload();
    await page.getByText('مقعد.png').waitFor();
    await page.getByLabel('أوافق على الشروط').check();
    await page.getByRole('button', {name: 'التالي'}).click();
    await page.getByRole('button', {name: 'إرسال الشكوى'}).dblclick();
    await page.getByRole('heading', {name: 'وصلت شكواكم'}).waitFor();
    expect(await page.locator('[part=reference]').innerText()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('draft')))).toEqual([]);
  });

  it('goes out from another site’s page without JavaScript, looked over on the way', async () => {
    context = await browser.newContext({locale: 'ar', javaScriptEnabled: false});
    const page = await open('http://ministry.example/complaints', markup);
    await page.getByLabel('عنوان في كلمات قليلة').fill('مظلّة ناقصة');
    await page.getByLabel('النص').fill('لا ظلّ عند <الموقف>.');
    await page.getByRole('button', {name: 'المراجعة قبل الإرسال'}).click();
    await page.waitForURL(`${site.origin}/forms/default/stops?lang=ar`);
    expect(await page.getByLabel('عنوان في كلمات قليلة').inputValue()).toBe('مظلّة ناقصة');
    await page.getByLabel('موافق').check();
    await page.getByRole('button', {name: 'المراجعة قبل الإرسال'}).click();
    await page.getByText('لم يُرسَل شيء بعد').waitFor();
    await page.getByText('لا ظلّ عند <الموقف>.').waitFor();
    await page.getByRole('button', {name: 'إرسال الشكوى'}).click();
    await page.getByRole('heading', {name: 'وصلت شكواكم'}).waitFor();
    const received = await page.locator('main').innerText();
    await page.reload();
    expect(await page.locator('main').innerText()).toBe(received);
    expect(received).toMatch(/\d{4}-\d{4}-\d{4}/);
  });
});
