/** Messages as they arrive: the running site, a real SMTP server, and people who follow and stop. */
import {randomBytes, randomUUID} from 'node:crypto';
import type {ParsedMail} from 'mailparser';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openStore} from '@shurkum/server/node';
import {findProposal} from '../../packages/server/src/store/proposals.ts';
import {insertFollower} from '../../packages/server/src/store/followers.ts';
import {addresses} from '../support/addresses.ts';
import {launch} from '../support/browser.ts';
import {Guest} from '../support/people.ts';
import {file, shurkumOk, spaceDefinition} from '../support/shurkum.ts';
import {startSite} from '../support/site.ts';
import type {RunningSite} from '../support/site.ts';
import {MailBox} from '../support/smtp.ts';

const key = randomBytes(32).toString('base64');
const space = {
  ...spaceDefinition, agencies: [{id: 'transport', name: {ar: 'وزارة النقل', en: 'Ministry of Transport'}}],
  week: {weekend: [5, 6], holidays: []}, proposalUrl: 'https://ministry.example/proposals?n={reference}#top',
};
const form = {
  id: 'ideas', kind: 'suggestion', title: {ar: 'مقترحاتكم', en: 'Your suggestions'}, participation: 'consult', publication: 'public',
  agency: 'transport', answerWithin: 10,
};
const words = {
  ar: {title: 'مواقف للدراجات <b>&"؟', direction: 'rtl', received: 'استلام المقترح', answer: 'ردّ رسمي على المقترح', agency: 'وزارة النقل', page: 'إلغاء المتابعة'},
  en: {title: 'Stands for <b>bicycles</b> & more', direction: 'ltr', received: 'We have received', answer: 'Official answer to', agency: 'Ministry of Transport', page: 'Stop following'},
} as const;
type Language = keyof typeof words;
type Link = {reference: string; revision: string};

const linkIn = (mail: ParsedMail, purpose: 'confirm' | 'stop'): string =>
  new RegExp(`https?://\\S*/follow/default/${purpose}\\?\\S*`).exec(mail.text ?? '')?.[0] ?? '';
const bare = (text = ''): string => text.replace(/[\u2066-\u2069]/g, '');

describe.each(addresses)('messages, on $name', ({skipped, open}) => {
  if (skipped) {
    it.skip(`arrive (${skipped})`);
    return;
  }
  let sites: RunningSite[], box: MailBox, browser: Browser, database: string, remove: () => Promise<void>;
  beforeAll(async () => {
    [box, browser, {url: database, remove}] = await Promise.all([new MailBox().open(), launch(), open()]);
    await shurkumOk(database, 'create', 'space', file('space.json', JSON.stringify(space)));
    await shurkumOk(database, 'create', 'form', file('form.json', JSON.stringify(form)));
    const env = {SHURKUM_ADMIN_KEY: key, SMTP_URL: box.url, SMTP_FROM: 'المشاركة <no-reply@site.example>'};
    // Two processes on one database, as two servers of one authority.
    sites = [await startSite({database, env}), await startSite({database, env})];
  });
  afterAll(async () => {
    await Promise.all([browser.close(), ...sites.map((site) => site.stop())]);
    await Promise.all([box.close(), remove()]);
  });

  async function official(method: string, path: string, body: unknown, {reference, revision}: Link): Promise<string> {
    const response = await fetch(`${sites[0]!.api}/staff/suggestions/${reference}/${path}`, {method, body: JSON.stringify(body), headers: {
      'authorization': `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': revision,
    }});
    expect({path, status: response.status, problem: response.ok ? '' : await response.text()}).toEqual({path, status: 200, problem: ''});
    return response.headers.get('etag') ?? '';
  }
  const revisionOf = async (reference: string): Promise<string> =>
    (await fetch(`${sites[0]!.api}/staff/suggestions/${reference}`, {headers: {authorization: `Bearer ${key}`}})).headers.get('etag') ?? '';

  async function suggested(language: Language, email?: string): Promise<string> {
    const response = await new Guest(sites[0]!.api).act('POST', '/forms/ideas/suggestions', {title: words[language].title, text: 'نص · text', language, ...(email && {email})});
    expect(response.status).toBe(201);
    return ((await response.json()) as {reference: string}).reference;
  }
  const publish = async (reference: string): Promise<Link> => {
    const revision = await official('PUT', 'visibility', {visibility: 'published'}, {reference, revision: await revisionOf(reference)});
    return {reference, revision};
  };
  async function answer({reference, revision}: Link, text: string): Promise<Link> {
    const saved = await official('PUT', 'answer', {agencyId: 'transport', role: {ar: 'مدير الطرق', en: 'Director of Roads'}, text}, {reference, revision});
    return {reference, revision: await official('POST', 'answer/publication', undefined, {reference, revision: saved})};
  }

  describe.each(['ar', 'en'] as const)('in %s', (language) => {
    const say = words[language], email = `author-${language}@example.org`;
    let reference = '', told: ParsedMail;

    it('ask for a confirmation by a page with a button, and only the button confirms', async () => {
      reference = await suggested(language, email);
      const asked = await box.nth(email, 1);
      const link = linkIn(asked, 'confirm');
      await (await fetch(link)).text();
      const page = await browser.newPage();
      await page.goto(link);
      expect(await page.locator('html').getAttribute('dir')).toBe(say.direction);
      expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).direction)).toBe(say.direction);
      expect(box.to(email)).toHaveLength(1);
      await page.getByRole('main').getByRole('button').click();
      await page.getByText(reference).waitFor();
      expect(await page.getByRole('main').innerText()).not.toContain(say.title);
      await page.close();
      expect(bare((await box.nth(email, 2)).subject)).toBe(`${say.received}${language === 'ar' ? '' : ' suggestion'} ${reference}`);
    });

    it('tell of an answer in the follower’s language and direction, in text and in HTML', async () => {
      const link = await publish(reference);
      await answer(link, 'نعم: 40 موقفًا في 2027.\n\n- <i>one</i> & https://ministry.example/plan');
      // Messages of the same moment may arrive in any order.
      const found = () => box.to(email).find(({subject}) => subject?.startsWith(say.answer));
      await box.until(() => found() !== undefined);
      told = found()!;
      expect(bare(told.subject)).toBe(`${say.answer}${language === 'ar' ? '' : ' suggestion'} ${reference}`);
      expect(told.subject).toContain(`\u2066${reference}\u2069`);
      expect(told.html).toMatch(new RegExp(`<html lang="${language}" dir="${say.direction}">`));
      expect(bare(told.text)).toContain(say.title);
      expect(bare(told.text)).toContain(say.agency);
      expect(told.text).toContain(`https://ministry.example/proposals?n=${reference}#top`);
      const page = await browser.newPage();
      await page.setContent(told.html || '');
      expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).direction)).toBe(say.direction);
      expect(await page.locator('b, i, script').count()).toBe(0);
      expect(await page.locator('body').innerText()).toContain(say.title);
      expect(await page.locator('bdi', {hasText: reference}).first().evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
      await page.close();
    });

    it('carry what mail programs need to stop by themselves and to send no replies', () => {
      const {raw} = box.taken.find(({mail}) => mail.messageId === told.messageId)!;
      const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
      expect(unfolded).toMatch(/^List-Unsubscribe: <http\S+\/follow\/default\/stop\?\S+>\r$/m);
      expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
      expect(unfolded).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      expect(unfolded).toMatch(/^Content-Type: multipart\/alternative/m);
      expect(told.from?.value[0]?.address).toBe('no-reply@site.example');
    });

    it('come no more once somebody stopped in one click', async () => {
      const link = /<(\S+)>/.exec(told.headerLines.find(({key: name}) => name === 'list-unsubscribe')?.line.replace(/\s+/g, ' ') ?? '')?.[1] ?? '';
      const opened = await fetch(link);
      expect(await opened.text()).toContain(say.page);
      const stopped = await fetch(link, {method: 'POST', body: new URLSearchParams({'List-Unsubscribe': 'One-Click'})});
      expect(stopped.status).toBe(200);
      expect(stopped.headers.get('content-security-policy')).not.toContain('unsafe');
      const before = box.to(email).length;
      const other = `other-${language}@example.org`;
      const response = await new Guest(sites[1]!.api).act('POST', `/proposals/${reference}/followers`, {email: other, language});
      expect(response.status).toBe(201);
      expect((await fetch(linkIn(await box.nth(other, 1), 'confirm'), {method: 'POST'})).status).toBe(200);
      await official('PUT', 'progress', {progress: 'planned'}, {reference, revision: await revisionOf(reference)});
      await box.nth(other, 2);
      expect(box.to(email)).toHaveLength(before);
    });
  });

  describe('of one update to many followers', () => {
    const everyone = Array.from({length: 300}, (_, index) => `many${index}@example.org`);
    const told = (address: string, state: string) => box.to(address).filter(({subject}) => subject?.includes(state)).length;
    let link: Link;
    beforeAll(async () => {
      link = await publish(await suggested('en'));
      const store = await openStore(database);
      await store.write(function* () {
        const proposal = (yield* findProposal.first({space: 'default', reference: link.reference}))!;
        for (const address of everyone) {
          yield* insertFollower.all({
            id: randomBytes(16).toString('base64url'), proposal: proposal.key, person: 'somebody', address, address_key: address, language: 'en',
            state: 'confirmed', asked_at: 1, created_at: 1,
          });
        }
      });
      await store.close();
    });

    it('arrive once each, though two processes send', async () => {
      await official('PUT', 'progress', {progress: 'in-progress', percent: 40}, link);
      await box.until(() => everyone.every((address) => told(address, 'in progress') > 0));
      // One more message passes through the same outbox: whatever was sent twice was sent before it.
      await suggested('en', 'last@example.org');
      await box.nth('last@example.org', 1);
      expect(everyone.filter((address) => told(address, 'in progress') !== 1)).toEqual([]);
    });

    it('wait while the SMTP server is away, and none is lost', async () => {
      await box.close();
      const {reference} = link;
      await official('PUT', 'progress', {progress: 'done'}, {reference, revision: await revisionOf(reference)});
      const complained = () => sites.some((site) => site.complained().includes('mail not sent'));
      await expect.poll(complained, {timeout: 30_000}).toBe(true);
      await box.open();
      await box.until(() => everyone.every((address) => told(address, 'done') === 1));
      const said = sites.map((site) => site.said() + site.complained()).join('');
      expect(said).not.toContain('many');
    });
  });
});
