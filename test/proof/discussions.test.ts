import {readFileSync} from 'node:fs';
import type {Browser, Page} from 'playwright-core';
import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {launch} from '../support/browser.ts';
import {hasRealInput, realInput} from '../support/polis.ts';
import {createSpace, folder, shurkumOk} from '../support/shurkum.ts';
import {startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';

type Line = {n: number; parent_n: number | null; author: string; text: string};
const read = (file: string): Line[] => {
  const bytes = readFileSync(`${realInput}threads/${file}`);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trim().split('\n').map((line) => JSON.parse(line) as Line);
};

/** Presses every button that reads on, one after another, until none is left. Runs in the page. */
async function readOn(thread: Element): Promise<void> {
  const root = thread.shadowRoot as ShadowRoot;
  const next = () => root.querySelector<HTMLElement>('button[part~=more], button[part~=more-replies]');
  for (let button = next(); button; button = next()) {
    const before = root.querySelectorAll('article').length;
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (root.querySelectorAll('article').length === before) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, {subtree: true, childList: true});
      button.click();
    });
  }
}

describe.skipIf(!hasRealInput)('a real discussion in a real page', () => {
  let site: RunningSite, browser: Browser;
  beforeAll(async () => {
    const database = `${folder()}/shurkum.db`;
    await createSpace(database);
    await shurkumOk(database, 'import', 'thread', `${realInput}threads/enwiki-village-pump-175.jsonl.gz`, '--thread', 'enwiki');
    await shurkumOk(database, 'import', 'thread', `${realInput}threads/arwiki-user-talk.jsonl`, '--thread', 'arwiki');
    site = await startSite({database});
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  /** A bare page with the two lines on it, and every request for comments that it makes. */
  async function open(lang: string, thread: string, attributes = ''): Promise<{page: Page; asked: string[]; errors: string[]}> {
    const page = await browser.newPage();
    const asked: string[] = [], errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => { if (/\/v1\/default\/(thread|comments)\?/.test(request.url())) asked.push(request.url()); });
    await page.route(`${site.origin}/page.html`, (route) => route.fulfill({contentType: 'text/html; charset=utf-8', body:
      `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><title>Page</title><script type="module" src="/widgets/all.js"></script>
       <shurkum-comment-thread thread-id="${thread}" sort="oldest" ${attributes}></shurkum-comment-thread></html>`}));
    await page.goto(`${site.origin}/page.html`);
    return {page, asked, errors};
  }

  it('shows its first page with one request and reads on to all 1,070 comments, parents right', async () => {
    const lines = read('enwiki-village-pump-175.jsonl.gz');
    const {page, asked, errors} = await open('en', 'enwiki', 'page-size="100"');
    await page.getByRole('article').first().waitFor();
    expect(asked).toHaveLength(1);
    expect(await page.getByRole('heading', {level: 2}).textContent()).toBe('1,070 comments');
    await page.locator('shurkum-comment-thread').evaluate(readOn);
    expect(await page.getByRole('article').count()).toBe(1070);
    expect(await page.locator('shurkum-comment-thread').getByRole('list', {name: 'Comments'}).locator('> li').count()).toBe(lines.filter((line) => line.parent_n === null).length);
    expect(errors).toEqual([]);
    await page.close();
  }, 180_000);

  it('keeps Arabic beside Latin fragments in its order, and no name moves its neighbours', async () => {
    const lines = read('arwiki-user-talk.jsonl');
    const {page, errors} = await open('ar', 'arwiki', 'page-size="100"');
    await page.getByRole('article').first().waitFor();
    const authors = [...new Set(lines.map((line) => line.author))];
    const shown = await page.locator('[part~=author]').evaluateAll((names) => names.map((name) => {
      const around = name.closest('article') as Element;
      const time = around.querySelector('time') as Element;
      const name_ = name.getBoundingClientRect(), time_ = time.getBoundingClientRect();
      return {name: name.textContent.trim(), isolated: getComputedStyle(name).unicodeBidi.includes('isolate') || !!name.closest('bdi') || !!name.querySelector('bdi'), nameFirst: name_.right > time_.right || name_.bottom <= time_.top + 2};
    }));
    expect(shown.length).toBeGreaterThan(40);
    for (const one of shown) {
      expect(authors).toContain(one.name);
      expect(one).toMatchObject({isolated: true, nameFirst: true});
    }
    // Each text reads in the direction of its own first letter, whatever stands around it.
    const directions = await page.locator('[part~=text] > *').evaluateAll((blocks) => blocks.flatMap((block) => {
      const [first] = /\p{L}/u.exec(block.textContent) ?? [];
      return first ? [{text: block.textContent, arabic: /\p{Script=Arabic}/u.test(first), direction: getComputedStyle(block).direction}] : [];
    }));
    expect(directions.length).toBeGreaterThan(50);
    for (const {text, arabic, direction} of directions) expect(direction, text).toBe(arabic ? 'rtl' : 'ltr');
    expect(errors).toEqual([]);
    await page.close();
  });
});
