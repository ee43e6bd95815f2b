/** A newcomer's way through the running demonstration: taking part in a discussion and in a poll, and finding it again. */
import type {Browser, BrowserContext, Locator, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {launch} from '../support/browser.ts';
import {scratch, startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';

let site: RunningSite, room: Awaited<ReturnType<typeof scratch>>, browser: Browser;
beforeAll(async () => {
  room = await scratch();
  [site, browser] = await Promise.all([startSite({database: room.database}), launch()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.stop()]);
  await room.remove();
});

describe('a newcomer', () => {
  let context: BrowserContext, page: Page, complaints: string[];
  const open = async (path: string): Promise<Page> => {
    const tab = await context.newPage();
    tab.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.goto(site.origin + path);
    return tab;
  };
  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({locale: 'ar'});
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  const comments = (): Locator => page.locator('shurkum-comment-thread').getByRole('article');
  const box = (): Locator => page.locator('shurkum-comment-thread [part="form"]').getByRole('textbox').first();
  const send = (): Locator => page.locator('shurkum-comment-thread [part="form"] [part="submit"]');
  const poll = (id: string): Locator => page.locator(`shurkum-poll-card[poll-id="${id}"]`);

  describe('in the discussion of the Arabic blog', () => {
    beforeEach(async () => {
      page = await open('/demo/blog-ar.html');
      await comments().first().waitFor();
    });

    it('sees the title’s count in Arabic words, the policy, the pinned comment and the official answer', async () => {
      const count = await page.locator('shurkum-comment-count [part="count"]').innerText();
      expect(count).toMatch(/^[٠-٩]+ تعليق/);
      await page.locator('shurkum-comment-thread [part="policy"]').waitFor();
      expect(await page.locator('shurkum-comment-thread [part="official-answer"]').innerText()).toContain('هيئة المشاركة الرقمية');
      expect(await page.locator('shurkum-comment-thread [part="thread"]').evaluate((inside) => getComputedStyle(inside).direction)).toBe('rtl');
    });

    it('posts a comment, once, and finds it after a reload', async () => {
      const words = 'أقترح نشر بيانات مواقف السيارات أيضًا.';
      const before = await page.locator('shurkum-comment-count [part="count"]').innerText();
      await box().fill(words);
      await send().dblclick();
      await page.getByText(words).waitFor();
      await expect.poll(() => box().inputValue()).toBe('');
      await expect.poll(() => page.locator('shurkum-comment-count [part="count"]').innerText()).not.toBe(before);
      await page.reload();
      await page.getByText(words).waitFor();
      expect(await page.getByText(words).count()).toBe(1);
    });

    it('replies to a comment', async () => {
      const words = 'رأي سديد، وأضيف إليه بيانات المواقف العامة.';
      const comment = comments().filter({hasText: 'ليلى'}).first();
      await comment.locator('button[aria-expanded]').first().click();
      const form = page.locator('shurkum-comment-thread [part="reply-form"]');
      await form.getByRole('textbox').first().fill(words);
      await form.locator('[part="submit"]').click();
      await page.getByText(words).waitFor();
      await page.reload();
      await page.getByText(words).waitFor();
    });

    it('supports a comment, and the support is still there after a reload', async () => {
      const support = () => comments().filter({hasText: 'ناصر'}).first().locator('[part="support"]');
      expect(await support().getAttribute('aria-pressed')).toBe('false');
      await support().click();
      await expect.poll(() => support().getAttribute('aria-pressed')).toBe('true');
      expect(await support().innerText()).toContain('٩');
      await page.reload();
      await expect.poll(() => support().getAttribute('aria-pressed')).toBe('true');
    });

    it('finds an unsent draft after a reload', async () => {
      await box().fill('مسودة لم تُرسل بعد');
      await page.reload();
      await comments().first().waitFor();
      expect(await box().inputValue()).toBe('مسودة لم تُرسل بعد');
    });

    it('keeps what was typed while the line is cut, and sends it when it is back', async () => {
      const words = 'كُتب هذا والاتصال منقطع.';
      await box().fill(words);
      await context.setOffline(true);
      const before = await send().innerText();
      await send().click();
      await expect.poll(() => send().innerText(), {timeout: 20_000}).not.toBe(before);
      expect(await box().inputValue()).toBe(words);
      await context.setOffline(false);
      await send().click();
      await page.getByText(words, {exact: true}).waitFor();
      complaints = complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'));
    });

    it('hears of somebody else’s comment without the page moving', async () => {
      const other = await open('/demo/blog-ar.html');
      await other.locator('shurkum-comment-thread [part="form"]').getByRole('textbox').first().fill('تعليق من نافذة أخرى');
      await other.locator('shurkum-comment-thread [part="form"] [part="submit"]').click();
      await other.getByText('تعليق من نافذة أخرى').waitFor();
      await page.locator('shurkum-comment-thread [part="news"]').click();
      await page.getByText('تعليق من نافذة أخرى').waitFor();
    });
  });

  describe('in the polls of the English portal', () => {
    beforeEach(async () => {
      page = await open('/demo/portal-en.html');
      await poll('mobile-first').getByRole('radio').first().waitFor();
    });

    it('votes, sees the result as a table, and finds the own vote after a reload', async () => {
      const card = poll('mobile-first');
      await card.getByLabel('Booking appointments').check();
      await card.locator('[part="submit"]').click();
      await card.getByRole('table').waitFor();
      expect(await card.getByRole('table').innerText()).toContain('Booking appointments');
      await page.reload();
      await card.getByRole('table').waitFor();
      expect(await card.getByRole('row').filter({hasText: 'your choice'}).innerText()).toContain('Booking appointments');
    });

    it('sees what was decided after the last poll, and that another opens later', async () => {
      expect(await poll('paper-receipts').locator('[part="outcome"]').innerText()).toContain('Paper receipts stay available');
      await poll('school-routes').getByText(/^Opens/).waitFor();
    });

    it('has one ballot, also from two tabs that both begin as a guest before either has an answer', async () => {
      const people = async (): Promise<number> => {
        const {poll: {tally}} = await (await fetch(`${site.api}/polls/service-rating`)).json() as {poll: {tally: {people: number}}};
        return tally.people;
      };
      const before = await people();
      let begun = 0, release = (): void => undefined;
      const both = new Promise<void>((resolve) => { release = resolve; });
      await context.route('**/guests', async (route) => {
        if (++begun === 2) release();
        await both;
        await route.continue();
      });
      const other = await open('/demo/portal-en.html');
      const cards = [poll('service-rating'), other.locator('shurkum-poll-card[poll-id="service-rating"]')];
      await Promise.all(cards.map((card) => card.getByRole('radio').nth(3).check()));
      await Promise.all(cards.map((card) => card.locator('[part="submit"]').click()));
      for (const card of cards) await card.getByRole('row').filter({hasText: 'your choice'}).waitFor();
      expect([begun, await people()]).toEqual([2, before + 1]);
    });
  });

  it('takes part in polls of every kind without a word of English on the Arabic portal', async () => {
    page = await open('/demo/portal-ar.html');
    await poll('city-budget').locator('[part="submit"]').waitFor();
    const words = await page.locator('main').evaluate((main) => {
      const texts = (place: Node): string[] => [...place.childNodes].flatMap((node) => (node instanceof Text ? [node.data]
        : node instanceof Element && !['STYLE', 'SCRIPT'].includes(node.tagName) ? [...(node.shadowRoot ? texts(node.shadowRoot) : []), ...texts(node)] : []));
      return texts(main).join(' ').match(/[A-Za-z]{3,}/g) ?? [];
    });
    expect(words).toEqual([]);
  });
});
