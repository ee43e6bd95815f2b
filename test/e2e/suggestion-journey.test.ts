/** From an idea to its outcome, by people who have a keyboard and nothing else, and by officials who act over HTTP. */
import {randomBytes, randomUUID} from 'node:crypto';
import type {ParsedMail} from 'mailparser';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {launch} from '../support/browser.ts';
import {Keyboard} from '../support/keyboard.ts';
import {said} from '../support/said.ts';
import {scratch, startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';
import {MailBox} from '../support/smtp.ts';

const key = randomBytes(32).toString('base64');

const words = {
  ar: {
    direction: 'rtl',
    title: 'مواقف مظلّلة للدراجات عند المدارس', text: 'أقترح مظلات فوق مواقف الدراجات.', similar: 'مواقف للدراجات عند مداخل المدارس', category: 'الطرق والنقل',
    place: 'حي الخوير', author: 'سلمى', answer: 'تُركَّب المظلات في 12 مدرسة.', role: 'مدير إدارة السلامة المرورية', agency: 'وزارة النقل',
    form: {place: /^أين؟/, terms: 'أوافق على شروط المشاركة'}, confirm: {page: 'تأكيد المتابعة', done: 'بدأت المتابعة'},
    stop: {link: 'إلغاء المتابعة وحذف العنوان', page: 'إلغاء المتابعة', done: 'أُلغيت المتابعة'},
    mails: {received: 'استلام المقترح', published: 'نشر المقترح', answer: 'ردّ رسمي على المقترح', planned: ': مُدرج في الخطة', going: 'قيد التنفيذ (٤٠', done: ': نُفِّذ'},
    percent: '٤٠',
  },
  en: {
    direction: 'ltr',
    title: 'Arabic and English signs at every service centre', text: 'I suggest signs that everybody can read.', similar: 'Signs in two languages at service centres', category: 'e-Services',
    place: 'Muttrah', author: 'Priya', answer: 'New signs go up at 12 centres.', role: 'Head of Road Safety', agency: 'Ministry of Transport',
    form: {place: /^Where\?/, terms: 'I agree to the terms of participation'}, confirm: {page: 'Confirm', done: 'You follow now'},
    stop: {link: 'Stop following and erase this address', page: 'Stop following', done: 'You no longer follow'},
    mails: {received: 'We have received', published: 'Published', answer: 'Official answer to', planned: ': planned', going: 'in progress (40', done: ': done'},
    percent: '40',
  },
} as const;

/** What the widgets say. */
const widget = (language: 'ar' | 'en') => {
  const id = (name: string) => said(language, name);
  const begins = (name: string) => new RegExp(`^${id(name)}`);
  const ends = (name: string) => new RegExp(`[·:] ${id(name)}$`);
  return {
    fields: {title: id('sf-title'), text: id('sf-text-suggestion'), category: id('sf-category'), open: id('sf-open'), name: begins('sf-name'), email: begins('sf-email')},
    steps: [ends('sf-similar'), ends('sf-details'), ends('sf-review')] as const,
    next: id('sf-next'), mine: id('sf-mine'), instead: id('sf-support'), send: id('sf-send-suggestion'), arrived: id('sf-done-suggestion'),
    lookUp: {open: id('my-idea'), reference: id('reference'), secret: id('secret'), go: id('look-up'), found: id('found'), held: id('v-held')},
    follow: {open: id('follow'), email: id('email'), sent: id('mailbox')},
    tracker: {official: id('official'), planned: id('p-planned'), done: id('p-done'), answered: id('answered-in').split('|')[0] ?? '', all: id('all-proposals')},
  };
};

const inArabicDigits = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
const bare = (text = ''): string => text.replace(/[\u2066-\u2069]/g, '');

let site: RunningSite, room: Awaited<ReturnType<typeof scratch>>, box: MailBox, browser: Browser;
beforeAll(async () => {
  [room, box, browser] = await Promise.all([scratch(), new MailBox().open(), launch()]);
  site = await startSite({database: room.database, env: {SHURKUM_ADMIN_KEY: key, SMTP_URL: box.url, SMTP_FROM: 'المشاركة <no-reply@site.example>'}});
});
afterAll(async () => {
  await Promise.all([browser.close(), site.stop()]);
  await Promise.all([box.close(), room.remove()]);
});

/** What an official does: reads, then acts on what was read. */
async function official(reference: string, method: string, what: string, body?: unknown): Promise<void> {
  const address = `${site.api}/staff/suggestions/${reference}`, authorization = `Bearer ${key}`;
  const read = await fetch(address, {headers: {authorization}});
  const response = await fetch(`${address}/${what}`, {method, ...(body === undefined ? {} : {body: JSON.stringify(body)}), headers: {
    authorization, 'if-match': read.headers.get('etag') ?? '', 'idempotency-key': randomUUID(), ...(body === undefined ? {} : {'content-type': 'application/json'}),
  }});
  expect({what, status: response.status, problem: response.ok ? '' : await response.text()}).toEqual({what, status: 200, problem: ''});
}

/** Which way a message runs: what it says of itself, and where its first line begins. */
const runs = (page: Page): Promise<unknown> => page.locator('h1').evaluate((heading) => {
  const line = document.createRange();
  line.selectNodeContents(heading);
  const [text, around] = [line.getBoundingClientRect(), heading.getBoundingClientRect()];
  const {documentElement: {lang, dir}} = document;
  return {lang, dir, direction: getComputedStyle(heading).direction, begins: around.right - text.right < text.left - around.left ? 'right' : 'left'};
});

describe.each(['ar', 'en'] as const)('a suggestion in %s', (language) => {
  const say = {...words[language], ...widget(language)};
  const [author, neighbour] = [`author-${language}@example.org`, `neighbour-${language}@example.org`];
  const complaints: string[] = [];
  let reference = '', secret = '';
  const people: BrowserContext[] = [];

  let broken = false;
  beforeEach(({skip}) => { if (broken) skip('The journey ended before this'); });
  afterEach(({task}) => {
    broken ||= task.result?.state === 'fail' || complaints.length > 0;
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => { await Promise.all(people.map((context) => context.close())); });

  /** Somebody with a device of their own. */
  async function somebody(path = `/demo/proposals-${language}.html`): Promise<{page: Page; hands: Keyboard}> {
    const context = await browser.newContext({locale: language});
    people.push(context);
    const page = await context.newPage();
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(path === '' ? 'about:blank' : site.origin + path);
    return {page, hands: new Keyboard(page)};
  }
  const told = async (address: string, words: string): Promise<ParsedMail> => {
    const found = () => box.to(address).find(({subject}) => bare(subject).includes(words));
    await box.until(() => found() !== undefined);
    return found()!;
  };
  /** Opens a message as a mail program does, and follows one of its links by the keyboard. */
  async function readMail(mail: ParsedMail, link: string): Promise<{page: Page; hands: Keyboard; way: unknown}> {
    const {page, hands} = await somebody('');
    await page.setContent(mail.html || '');
    const way = await runs(page);
    await hands.use('link', link);
    await page.waitForURL(/\/follow\/default\//);
    return {page, hands, way};
  }
  const announced = (page: Page, news: string) => page.getByRole('status').filter({hasText: news}).first().waitFor({state: 'attached'});
  const timeline = (page: Page) => page.locator('[part="timeline"]');
  const ours = {ar: {lang: 'ar', dir: 'rtl', direction: 'rtl', begins: 'right'}, en: {lang: 'en', dir: 'ltr', direction: 'ltr', begins: 'left'}}[language];

  it('is written, compared with a similar one, sent, and has a receipt', async () => {
    const {page, hands} = await somebody();
    const {fields} = say;
    await hands.write('textbox', fields.title, say.title);
    await hands.write('textbox', fields.text, say.text);
    await hands.choose(fields.category, say.category);
    await hands.use('button', say.next);

    await hands.landsOn('heading', say.steps[0]);
    await page.getByRole('heading', {name: say.similar}).first().waitFor();
    await hands.to('button', say.instead);
    await hands.use('button', say.mine);

    await hands.landsOn('heading', say.steps[1]);
    await hands.write('textbox', say.form.place, say.place);
    await hands.to('radio', fields.open);
    await hands.press('Space');
    await hands.write('textbox', fields.name, say.author);
    await hands.write('textbox', fields.email, author);
    await hands.to('checkbox', say.form.terms);
    await hands.press('Space');
    await hands.use('button', say.next);

    await hands.landsOn('heading', say.steps[2]);
    const review = await page.locator('[part="review"]').innerText();
    for (const written of [say.title, say.text, say.category, say.place, fields.open, say.author, author]) expect(review).toContain(written);
    await hands.use('button', say.send);

    await hands.landsOn('heading', say.arrived);
    reference = await page.locator('[part="reference"]').innerText();
    secret = await page.locator('[part="receipt"] .code').innerText();
    expect(reference).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(page.url()).not.toContain(secret);
  });

  it('is looked up on another device, its number typed in Arabic digits', async () => {
    const {page, hands} = await somebody();
    await hands.use('button', say.lookUp.open);
    await hands.landsOn('heading', say.lookUp.open);
    await hands.write('textbox', say.lookUp.reference, inArabicDigits(reference).replaceAll('-', ' '));
    await hands.write('textbox', say.lookUp.secret, secret);
    await hands.use('button', say.lookUp.go);
    await hands.landsOn('heading', say.title);
    await announced(page, say.lookUp.found);
    await page.getByRole('article', {name: say.title}).filter({hasText: say.lookUp.held}).waitFor();
    expect(page.url()).not.toContain(secret);
    // The way back from there, past everything again.
    await hands.use('button', say.tracker.all, 'Shift+Tab');
    await hands.landsOn('button', say.lookUp.open);
  });

  it('tells its author nothing before the address is confirmed, by a link and a button', async () => {
    const {page, hands, way} = await readMail(await box.nth(author, 1), say.confirm.page);
    expect(way).toEqual(ours);
    expect(box.to(author)).toHaveLength(1);
    await hands.use('button', say.confirm.page);
    await page.getByRole('heading', {name: say.confirm.done}).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(reference);
    await told(author, say.mails.received);
  });

  it('is published, answered and planned, and its author told of each in the right direction', async () => {
    await official(reference, 'PUT', 'visibility', {visibility: 'published'});
    await official(reference, 'PUT', 'answer', {agencyId: 'transport', role: {[language]: say.role}, text: say.answer});
    await official(reference, 'POST', 'answer/publication');
    await official(reference, 'PUT', 'progress', {progress: 'planned'});
    const {page} = await somebody('');
    for (const subject of [say.mails.published, say.mails.answer, say.mails.planned]) {
      const mail = await told(author, subject);
      expect(mail.subject).toContain(`\u2066${reference}\u2069`);
      expect(mail.headerLines.map(({key: name}) => name)).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));
      await page.setContent(mail.html || '');
      expect(await runs(page)).toEqual(ours);
      expect(await page.locator('bdi', {hasText: say.title}).first().evaluate((title) => getComputedStyle(title).direction)).toBe(say.direction);
      expect(await page.locator('bdi', {hasText: reference}).first().evaluate((number) => getComputedStyle(number).direction)).toBe('ltr');
    }
    expect(bare((await told(author, say.mails.answer)).text)).toContain(say.answer);
  });

  it('is found in the list by somebody else, who reads the answer in its timeline and follows it', async () => {
    const {page, hands} = await somebody();
    await hands.use('link', say.title);
    await hands.landsOn('heading', say.title);
    const answer = timeline(page).locator('[part="official-answer"]');
    const read = bare(await answer.innerText());
    for (const line of [say.tracker.official, say.agency, say.role, say.answer]) expect(read).toContain(line);
    expect(await answer.evaluate((entry) => getComputedStyle(entry).direction)).toBe(say.direction);
    expect(await timeline(page).getByRole('listitem').first().innerText()).toContain(say.tracker.planned);
    await page.getByText(say.tracker.answered).first().waitFor();

    await hands.use('button', say.follow.open);
    await hands.landsOn('textbox', say.follow.email);
    await hands.type(neighbour);
    await hands.press('Enter');
    await hands.landsIn(say.follow.sent);
    await announced(page, say.follow.sent);
    const confirming = await readMail(await box.nth(neighbour, 1), say.confirm.page);
    await confirming.hands.use('button', say.confirm.page);
    await confirming.page.getByRole('heading', {name: say.confirm.done}).waitFor();
  });

  it('tells its author no more once they stopped, and goes on to tell others', async () => {
    const {page, hands} = await readMail(await told(author, say.mails.answer), say.stop.link);
    expect(await page.locator('html').getAttribute('dir')).toBe(say.direction);
    await hands.use('button', say.stop.page);
    await page.getByRole('heading', {name: say.stop.done}).waitFor();
    const before = box.to(author).length;
    await official(reference, 'PUT', 'progress', {progress: 'in-progress', percent: 40});
    await told(neighbour, say.mails.going);
    // What was due to both of them before this last one has left by the time that it arrives.
    await official(reference, 'PUT', 'progress', {progress: 'done'});
    await told(neighbour, say.mails.done);
    expect(box.to(author).map(({subject}) => bare(subject)).slice(before)).toEqual([]);
  });

  it('shows in the tracker what became of it, also to who looks it up with the number alone', async () => {
    const {page, hands} = await somebody();
    await hands.to('link', say.title);
    const card = page.locator('[part="proposal"]').filter({hasText: say.title}).first();
    for (const line of [say.tracker.done, say.tracker.answered]) expect(await card.innerText()).toContain(line);
    await hands.use('button', say.lookUp.open, 'Shift+Tab');
    await hands.landsOn('heading', say.lookUp.open);
    await hands.write('textbox', say.lookUp.reference, inArabicDigits(reference));
    await hands.press('Enter');
    await hands.landsOn('heading', say.title);
    const entries = await timeline(page).getByRole('listitem').allInnerTexts();
    expect(entries).toHaveLength(6);
    for (const [at, line] of [say.tracker.done, say.percent, say.tracker.planned, say.answer].entries()) expect(bare(entries[at])).toContain(line);
    await hands.use('button', say.tracker.all, 'Shift+Tab');
    await hands.landsOn('link', say.title);
  });
});
