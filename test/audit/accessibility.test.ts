import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Browser} from 'playwright-core';
import type {AxeResults} from 'axe-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {launch} from '../support/browser.ts';
import {scratch, startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['/demo/blog-ar.html', '/demo/blog-en.html', '/demo/portal-ar.html', '/demo/portal-en.html',
  '/demo/proposals-ar.html', '/demo/proposals-en.html'];
const schemes = ['light', 'dark'] as const;
const sizes = [{name: '320 px', width: 320, text: 100}, {name: '320 px, 200 % text', width: 320, text: 200}, {name: '1280 px', width: 1280, text: 100}];
const colors = ['none', 'active'] as const;

const cells = pages.flatMap((path) => schemes.flatMap((scheme) => sizes.flatMap((size) => colors.map((forced) =>
  ({path, scheme, size, forced, name: `${path}, ${scheme}, ${size.name}, forced colours ${forced}`})))));

describe('the demonstration pages', () => {
  let site: RunningSite, browser: Browser, remove: () => Promise<void>;
  beforeAll(async () => {
    const place = await scratch();
    remove = () => place.remove();
    site = await startSite({database: place.database});
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
    await remove();
  });

  it.each(cells)('$name: axe finds nothing and nothing scrolls sideways', async ({path, scheme, size, forced}) => {
    const context = await browser.newContext({colorScheme: scheme, forcedColors: forced, viewport: {width: size.width, height: 800}, bypassCSP: true});
    const page = await context.newPage();
    await page.goto(site.origin + path);
    await page.locator('shurkum-comment-thread article, shurkum-poll-card form, shurkum-proposal-tracker article').first().waitFor();
    await page.evaluate((percent) => { document.documentElement.style.fontSize = `${percent}%`; }, size.text);
    // What is not laid out yet has no place of its own, and axe would measure it against whatever stands there now.
    await page.evaluate(() => {
      for (const thread of document.querySelectorAll('shurkum-comment-thread')) {
        thread.shadowRoot?.querySelectorAll<HTMLElement>('.branch').forEach((branch) => { branch.style.contentVisibility = 'visible'; });
      }
    });
    await page.evaluate(axe);
    // In forced colours the system paints over what styles say, which is all that axe can compare.
    const rules = forced === 'active' ? {'color-contrast': {enabled: false}} : {};
    const {violations} = await page.evaluate((chosen) => (globalThis as unknown as {axe: {run: (options: object) => Promise<AxeResults>}}).axe.run({rules: chosen}), rules);
    expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
});
