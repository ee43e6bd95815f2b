/** `npm run pictures`: photographs the running demonstration for the README, in both languages, widths and schemes. */
import {mkdir, stat} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {Browser} from 'playwright-core';
import {launch} from './browser.ts';
import {scratch, startSite} from './site.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const pages = ['blog-ar', 'portal-en'] as const;
const widths = {phone: {width: 390, height: 844}, desk: {width: 1280, height: 900}} as const;
const schemes = ['light', 'dark'] as const;

/** Where each page shows what it is for: the discussion of the blog, the polls of the portal. */
const subject: Record<(typeof pages)[number], string> = {'blog-ar': '#discussion', 'portal-en': '#say'};
const ready: Record<(typeof pages)[number], string> = {'blog-ar': 'shurkum-comment-thread article', 'portal-en': 'shurkum-poll-card form'};

async function picture(browser: Browser, origin: string, page: (typeof pages)[number], width: keyof typeof widths, scheme: (typeof schemes)[number]): Promise<string> {
  const name = `${page}-${width}${scheme === 'dark' ? '-dark' : ''}.png`;
  const context = await browser.newContext({viewport: widths[width], colorScheme: scheme, reducedMotion: 'reduce', locale: page.endsWith('ar') ? 'ar' : 'en'});
  const tab = await context.newPage();
  await tab.goto(`${origin}/demo/${page}.html`);
  await tab.locator(ready[page]).first().waitFor();
  await tab.locator(subject[page]).first().evaluate((place) => { place.scrollIntoView({block: 'start', behavior: 'instant'}); });
  await tab.screenshot({path: folder + name});
  await context.close();
  return name;
}

const all = pages.flatMap((page) => (['phone', 'desk'] as const).flatMap((width) => schemes.map((scheme) => ({page, width, scheme}))));
const room = await scratch();
console.log('Starting the site with a new database');
const site = await startSite({database: room.database});
const browser = await launch();
try {
  await mkdir(folder, {recursive: true});
  for (const {page, width, scheme} of all) {
    const name = await picture(browser, site.origin, page, width, scheme);
    console.log(`  docs/pictures/${name}  ${Math.round((await stat(folder + name)).size / 1024)} KB`);
  }
} finally {
  await browser.close();
  await site.stop();
  await room.remove();
}
