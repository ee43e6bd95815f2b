/**
 * What a newcomer's page really fetches in Arabic before anybody has done anything: every script, whoever asked for it.
 * Held to budgets of its own beside what an entry needs at once, so that nothing is moved out of sight of them.
 */
import {readFile} from 'node:fs/promises';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {launch} from '../support/browser.ts';
import {createSpace, file, folder, shurkumOk} from '../support/shurkum.ts';
import {startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';
import budgets from './budgets.json' with {type: 'json'};

type Scripts = Record<string, {brotli: number}>;

const poll = {
  id: 'hours', title: {ar: 'أوقات الدوام'}, opensAt: '2020-01-01T00:00:00Z', closesAt: '2100-01-01T00:00:00Z', timeZone: 'Asia/Muscat', resultRule: 'after-vote',
  questions: [{id: 'q', kind: 'single', text: {ar: 'أي فترة أنسب لكم؟'}, options: [{id: 'am', label: {ar: 'الصباح'}}, {id: 'pm', label: {ar: 'المساء'}}]}],
};
const form = {id: 'ideas', kind: 'suggestion', title: {ar: 'مقترحات لمدينتنا'}, participation: 'consult', publication: 'public', answerWithin: 14};
const talk = [1, 2, 3].map((n) => JSON.stringify({n, parent_n: n === 2 ? 1 : null, author: 'سالم', created_at: '2026-01-01T00:00:00Z', text: `نقترح نشر المواعيد (${n}).`})).join('\n');

describe('a newcomer’s page', () => {
  let site: RunningSite, browser: Browser, scripts: Scripts;
  beforeAll(async () => {
    const database = `${folder()}/shurkum.db`;
    await createSpace(database);
    await shurkumOk(database, 'create', 'poll', file('poll.json', JSON.stringify(poll)));
    await shurkumOk(database, 'create', 'form', file('form.json', JSON.stringify(form)));
    await shurkumOk(database, 'import', 'thread', file('talk.jsonl', talk), '--thread', 'talk');
    site = await startSite({database});
    scripts = JSON.parse(await readFile(new URL('../../packages/bundle/dist/integrity.json', import.meta.url), 'utf8')) as Scripts;
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it.each([
    ['poll page, as fetched', 'poll-card', '<shurkum-poll-card poll-id="hours"></shurkum-poll-card>', 'أي فترة أنسب لكم؟'],
    ['comment page, as fetched', 'comment-thread', '<shurkum-comment-thread thread-id="talk"></shurkum-comment-thread>', 'نقترح نشر المواعيد (3).'],
    ['tracker page, as fetched', 'proposal-tracker', '<shurkum-proposal-tracker></shurkum-proposal-tracker>', 'لم تُنشر مقترحات بعد.', /\/proposals\/counts/],
    ['form page, as fetched', 'suggestion-form', '<shurkum-suggestion-form form-id="ideas"></shurkum-suggestion-form>', 'الخطوة ١ من ٤', /\/forms\/ideas$/],
  ] as [keyof typeof budgets, string, string, string, RegExp?][])('fetches for the %s no more than its budget', async (budget, entry, tag, words, last = /\/watch\?/) => {
    const page = await browser.newPage();
    const fetched = new Set<string>();
    page.on('response', (response) => {
      const name = /\/widgets\/(.+\.js)$/.exec(new URL(response.url()).pathname)?.[1];
      if (name) fetched.add(name);
    });
    // The live stream is the last thing that a widget asks for by itself, where it has one.
    const settled = page.waitForRequest(last);
    await page.route(`${site.origin}/page.html`, (route) => route.fulfill({contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="ar" dir="rtl"><title>صفحة</title><script type="module" src="/widgets/${entry}.js"></script>${tag}</html>`}));
    await page.goto(`${site.origin}/page.html`);
    await page.getByText(words).first().waitFor();
    await settled;
    const sizes = Object.fromEntries([...fetched].map((name) => [name, scripts[name]?.brotli ?? Number.NaN]));
    const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    console.log(`${budget}: ${total} bytes of ${budgets[budget]}`, sizes);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(budgets[budget]);
    await page.close();
  });
});
