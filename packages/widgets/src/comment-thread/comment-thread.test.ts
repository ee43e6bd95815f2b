import {answerComment, decideComment, pinComment, setThread} from '@shurkum/server';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {button, clean, faults, field, press, seen, sees, show, somebody, spaceOf, stage, until, write} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {CommentThread} from './comment-thread.ts';

const agency = {ar: 'هيئة المشاركة الرقمية', en: 'Digital Participation Authority'};

describe('<shurkum-comment-thread>', () => {
  let place: Stage;
  const uncaught: unknown[] = [];
  const caught = (event: Event) => { uncaught.push(event); };
  const thread = (lang = 'en', more: Record<string, string> = {}, ...inside: Node[]): CommentThread =>
    show('shurkum-comment-thread', {'api': place.api, 'thread-id': 'talk', ...more}, lang, ...inside);
  const posts = () => place.asked.filter((line) => line === 'POST /comments');
  const published = () => somebody(place).then((one) => one.says('talk', 'Please publish the *timetables*.', {name: 'Salma'}));

  beforeEach(async () => {
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    place = await stage();
  });
  afterEach(async () => {
    clean();
    removeEventListener('error', caught);
    removeEventListener('unhandledrejection', caught);
    expect(uncaught.splice(0)).toEqual([]);
    await place.close();
  });

  it.each(['ar', 'en'])('is accessible in %s, with replies, an official answer, an open menu and a held comment', async (lang) => {
    const top = await published();
    const other = await somebody(place);
    await other.says('talk', 'I agree.', {parentId: top});
    await answerComment(place.services, spaceOf(place), top, {agency, role: {ar: 'مدير البيانات', en: 'Head of data'}, text: 'They come in March.'});
    await pinComment(place.services, spaceOf(place), await other.says('talk', 'Welcome.'), true);
    await setThread(place.services, spaceOf(place), 'talk', {state: 'pre-moderated'});
    const element = thread(lang);
    await write(element, lang === 'ar' ? 'إضافة تعليق' : 'Add a comment', 'Waiting');
    await press(element, lang === 'ar' ? 'إرسال' : 'Send');
    await sees(element, lang === 'ar' ? 'قيد المراجعة قبل النشر' : 'Waiting for review before publication');
    await press(element, lang === 'ar' ? /لتعليق Salma/ : /More about the comment of Salma/);
    await press(element, lang === 'ar' ? 'إبلاغ' : 'Report');
    await field(element, lang === 'ar' ? 'سبب الإبلاغ' : 'Reason for the report');
    expect(await faults(element)).toEqual([]);
  });

  describe('its states', () => {
    it('invites the first comment where there is none', async () => {
      await sees(thread(), /No comments.*Nobody has commented yet/);
    });

    it('keeps a held comment before its author across a reload, and nobody else', async () => {
      await setThread(place.services, spaceOf(place), 'talk', {state: 'pre-moderated'});
      const element = thread();
      await write(element, 'Add a comment', 'Only mine');
      await press(element, 'Send');
      await sees(element, 'Received. It is published after review');
      element.remove();
      await sees(thread(), /Only you see this.*Only mine/);
      localStorage.clear();
    });

    it('says why a comment was refused, and why one was removed', async () => {
      await setThread(place.services, spaceOf(place), 'talk', {state: 'pre-moderated'});
      const element = thread();
      await write(element, 'Add a comment', 'Off we go');
      await press(element, 'Send');
      await sees(element, 'Only you see this.');
      const id = await until(() => element.shadowRoot?.querySelector('.held')?.id.slice(2));
      await decideComment(place.services, spaceOf(place), id, {state: 'rejected', reason: 'off-topic'});
      element.remove();
      await sees(thread(), 'Not published: off the subject. Only you see this.');
      const top = await published().catch(() => '');
      expect(top).not.toBe('');
    });

    it('leaves a line where a comment with replies was removed', async () => {
      const top = await published();
      await (await somebody(place)).says('talk', 'I agree.', {parentId: top});
      await decideComment(place.services, spaceOf(place), top, {state: 'removed', reason: 'personal-data'});
      const element = thread();
      await sees(element, /Removed by moderators: personal details\..*I agree\./);
      expect(seen(element)).not.toContain('timetables');
    });

    it('can be read but not joined when it is closed', async () => {
      await published();
      await setThread(place.services, spaceOf(place), 'talk', {state: 'closed'});
      const element = thread();
      await sees(element, /This discussion is closed.*timetables/);
      expect(element.shadowRoot?.querySelector('form')).toBeNull();
    });

    it('shows official answers under what they answer', async () => {
      const top = await published();
      await answerComment(place.services, spaceOf(place), top, {agency, role: {en: 'Head of data'}, text: 'They come in March.'});
      const element = thread();
      await until(() => element.shadowRoot?.querySelector('section[part=official-answer]')?.getAttribute('aria-label') === 'Official answer');
      await sees(element, /timetables.*Official answer Head of data · Digital Participation Authority.*They come in March\./);
    });

    it('says that the service is away, and tries again when asked', async () => {
      await published();
      place.fault = () => new Response('', {status: 500});
      const element = thread();
      await sees(element, 'The service cannot be reached just now.');
      place.fault = null;
      await press(element, 'Try again');
      await sees(element, 'timetables');
    });
  });

  describe('a discussion of several pages', () => {
    it('stays as far as it was read, with focus where it was, when the reader supports and replies', async () => {
      const other = await somebody(place);
      const top = await other.says('talk', 'number 0');
      for (let n = 1; n <= 4; n += 1) await other.says('talk', `answer ${n}`, {parentId: top});
      for (let n = 1; n <= 6; n += 1) await other.says('talk', `number ${n}`);
      const element = thread('en', {'sort': 'oldest', 'page-size': '2'});
      await press(element, 'One more reply');
      await sees(element, 'answer 4');
      for (const last of ['number 3', 'number 5', 'number 6']) {
        await press(element, 'More comments');
        await sees(element, last);
      }
      const last = await until(() => [...element.shadowRoot?.querySelectorAll<HTMLElement>('article') ?? []].find((one) => one.innerText.includes('number 6')));
      const support = last.querySelector<HTMLElement>('[part=support]');
      support?.focus();
      support?.click();
      await until(() => support?.getAttribute('aria-pressed') === 'true' && /1/.test(support.innerText));
      expect(element.shadowRoot?.activeElement).toBe(support);
      await sees(element, /answer 4.*number 1.*number 3.*number 6/);
      last.querySelector<HTMLElement>('[part=support] + button')?.click();
      await write(element, 'Your reply', 'Mine, far below');
      await press(element, 'Send reply');
      await sees(element, /answer 4.*number 3.*number 6.*Mine, far below/);
    });

    it('shows a pinned comment apart and first, with what was replied to it', async () => {
      const top = await published();
      await (await somebody(place)).says('talk', 'A later one.');
      await (await somebody(place)).says('talk', 'I agree.', {parentId: top});
      await pinComment(place.services, spaceOf(place), top, true);
      await sees(thread(), /timetables.*I agree\..*A later one\./);
    });
  });

  describe('writing', () => {
    it('keeps what was written when sending fails, across a reload, and sends it once with one key', async () => {
      const keys: (string | null)[] = [];
      place.fault = async (request) => {
        if (request.method !== 'POST' || !request.url.endsWith('/comments')) return null;
        keys.push(request.headers.get('idempotency-key'));
        await place.fetch(request);
        return new Response('', {status: 500});
      };
      const element = thread();
      await write(element, 'Add a comment', 'Never lost');
      await press(element, 'Send');
      await sees(element, 'The service cannot be reached just now. Nothing you wrote is lost.');
      element.remove();
      place.fault = null;
      const again = thread();
      expect((await field(again, 'Add a comment')).value).toBe('Never lost');
      await press(again, 'Send');
      await sees(again, 'Never lost');
      await until(async () => (await field(again, 'Add a comment')).value === '');
      await sees(again, 'One comment');
    });

    it('keeps it unsent while the line is away, and offers to send it when the line is back', async () => {
      let away = true;
      Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => !away});
      const element = thread();
      await write(element, 'Add a comment', 'Later then');
      place.fault = () => { if (away) throw new TypeError('away'); return null; };
      await press(element, 'Send');
      await sees(element, 'You are offline. What you wrote is kept on this device and has not been sent.');
      away = false;
      dispatchEvent(new Event('online'));
      await sees(element, 'The connection is there.');
      expect((await field(element, 'Add a comment')).value).toBe('Later then');
      await press(element, 'Send again');
      await sees(element, 'Your comment is published.');
      Reflect.deleteProperty(navigator, 'onLine');
    });

    it('makes one comment at a double click, and clears the box only then', async () => {
      const element = thread();
      await write(element, 'Add a comment', 'Once');
      const send = await button(element, 'Send');
      for (let click = 0; click < 20; click++) send.click();
      expect((await field(element, 'Add a comment')).value).toBe('Once');
      await sees(element, 'Your comment is published.');
      expect((await field(element, 'Add a comment')).value).toBe('');
      expect(posts()).toHaveLength(1);
    });

    it('says in words that a text is empty or too long, and keeps it', async () => {
      const element = thread();
      await press(element, 'Send');
      await sees(element, 'Please write something first.');
      await write(element, 'Add a comment', 'x'.repeat(5001));
      await sees(element, 'No room left');
      await press(element, /^Send/);
      await sees(element, 'The text is one character too long.');
      expect((await field(element, 'Add a comment')).value).toHaveLength(5001);
    });

    it('sends nothing when the page cancels it, and tells the page what was sent', async () => {
      const element = thread();
      const told: unknown[] = [];
      element.addEventListener('shurkum-before-comment', (event) => { event.preventDefault(); }, {once: true});
      element.addEventListener('shurkum-comment', ({threadId, held}) => { told.push([threadId, held]); });
      await write(element, 'Add a comment', 'Hello');
      await press(element, 'Send');
      expect(posts()).toEqual([]);
      await press(element, 'Send');
      await until(() => told.length);
      expect(told).toEqual([['talk', false]]);
    });

    it('asks the page to sign in where a person is needed, and keeps what was written', async () => {
      const closed = await stage({space: {guests: false}});
      const element = thread('en', {api: closed.api});
      let asked = 0;
      element.addEventListener('shurkum-sign-in', () => { asked++; });
      await sees(element, 'Taking part here needs a sign-in. What you write is kept on this device.');
      await write(element, 'Add a comment', 'Who am I');
      await press(element, 'Sign in');
      await until(() => asked);
      expect(asked).toBe(1);
      expect((await field(element, 'Add a comment')).value).toBe('Who am I');
      await closed.close();
    });

    it('takes over what was typed into the page’s own form', async () => {
      const form = document.createElement('form');
      const box = form.appendChild(document.createElement('textarea'));
      box.value = 'Typed before';
      const element = thread('en', {}, form);
      await until(async () => (await field(element, 'Add a comment')).value === 'Typed before');
    });

    it('replies under what it answers, and returns the focus to it', async () => {
      const top = await published();
      await (await somebody(place)).says('talk', 'I agree.', {parentId: top, name: 'Mariam'});
      const element = thread();
      await until(() => element.shadowRoot?.querySelectorAll('.comment').length === 2);
      [...element.shadowRoot?.querySelectorAll('button') ?? []].filter((one) => one.textContent.trim() === 'Reply')[1]?.click();
      await until(() => element.shadowRoot?.activeElement?.localName === 'textarea');
      await write(element, 'Your reply', 'So do I.');
      await press(element, 'Send reply');
      await sees(element, /I agree\..*So do I\./);
      await until(() => element.shadowRoot?.activeElement?.textContent.includes('So do I.'));
    });

    it('supports once, takes it back, and says so to assistive technology', async () => {
      await published();
      const element = thread();
      let facts = 0;
      element.addEventListener('shurkum-support', () => { facts++; });
      await press(element, 'Support');
      const on = await button(element, 'Support 1');
      await until(() => on.getAttribute('aria-pressed') === 'true');
      on.click();
      const off = await button(element, 'Support');
      await until(() => off.getAttribute('aria-pressed') === 'false');
      expect(facts).toBe(1);
    });

    it('edits and withdraws what is mine', async () => {
      const element = thread();
      await write(element, 'Add a comment', 'First try');
      await press(element, 'Send');
      await sees(element, 'First try');
      await press(element, /More about/);
      await press(element, 'Edit');
      await write(element, 'Change your comment', 'Second try');
      await press(element, 'Save');
      await sees(element, /edited.*Second try/);
      await until(() => !seen(element).includes('Change your comment'));
      await press(element, /More about/);
      await press(element, 'Withdraw');
      await sees(element, 'Take this comment back?');
      await press(element, 'Withdraw');
      await sees(element, 'No comments');
    });

    it('reports with a reason', async () => {
      await published();
      const element = thread();
      await press(element, /More about/);
      await press(element, 'Report');
      await field(element, 'Reason for the report');
      await press(element, 'Send report');
      await sees(element, 'The moderators have received the report.');
    });
  });

  describe('reading on', () => {
    it('fetches pages on demand and moves the focus to the first new comment', async () => {
      const one = await somebody(place);
      for (let at = 1; at <= 7; at++) await one.says('talk', `Number ${at}`);
      const element = thread('en', {'page-size': '3', 'sort': 'oldest'});
      await sees(element, 'Number 3');
      expect(seen(element)).not.toContain('Number 4');
      await press(element, 'More comments');
      await until(() => element.shadowRoot?.activeElement?.textContent.includes('Number 4'));
      await press(element, 'More comments');
      await sees(element, 'Number 7');
      await press(element, 'Newest');
      await sees(element, /Number 7.*Number 6.*Number 5/);
    });

    it('offers what is new and never inserts it', async () => {
      await published();
      const element = thread();
      await sees(element, 'timetables');
      await until(() => place.asked.some((line) => line.startsWith('GET /watch')));
      await (await somebody(place)).says('talk', 'Fresh words');
      await press(element, 'One new comment');
      await sees(element, 'Fresh words');
    });

    it('says that a page could not be read, and keeps what is there', async () => {
      const one = await somebody(place);
      for (const text of ['One', 'Two', 'Three']) await one.says('talk', text);
      const element = thread('en', {'page-size': '2'});
      await sees(element, 'Two');
      place.fault = () => new Response('', {status: 500});
      await press(element, 'More comments');
      await sees(element, /Two.*The service cannot be reached just now/);
      await press(element, 'Oldest');
      await button(element, 'Try again');
      place.fault = null;
      await press(element, 'Try again');
      await sees(element, /One.*Two/);
    });

    it('closes its stream when it leaves the page, and not when it is only moved', async () => {
      let open = 0;
      place.fault = (request) => (request.url.includes('/watch')
        ? new Response(new ReadableStream({start: () => { open++; }, cancel: () => { open--; }}), {headers: {'content-type': 'text/event-stream'}}) : null);
      const element = thread();
      await until(() => open === 1);
      document.body.append(element);
      await sees(element, 'No comments');
      expect(place.asked.filter((line) => line.includes('/watch'))).toHaveLength(1);
      element.remove();
      await until(() => open === 0);
    });

    it('is in step with a count and a second thread of the same page', async () => {
      const [one, other] = [thread(), thread('ar')];
      const count = show('shurkum-comment-count', {'api': place.api, 'thread-id': 'talk'}, 'ar');
      await sees(count, 'لا توجد تعليقات');
      await write(one, 'Add a comment', 'Everywhere');
      await press(one, 'Send');
      await sees(count, 'تعليق واحد');
      await sees(other, 'Everywhere');
      const read = () => place.asked.filter((line) => line.startsWith('GET /comment-counts')).length;
      expect(read()).toBe(2);
      await (await somebody(place)).says('talk', 'From elsewhere');
      await sees(count, 'تعليقان');
    });
  });

  it('isolates names and texts of either direction', async () => {
    const one = await somebody(place);
    await one.says('talk', 'مرحبا abc', {name: 'Sal\u202Ema'});
    const element = thread('ar');
    await sees(element, 'مرحبا');
    expect(element.shadowRoot?.querySelector('[part=author] bdi')?.textContent).toBe('Sal\u202Ema');
    expect(element.shadowRoot?.querySelector('.text p')?.getAttribute('dir')).toBe('auto');
  });

  it('works where storage does not', async () => {
    const stores = (['localStorage', 'indexedDB'] as const).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name) ?? {}] as const);
    for (const [name] of stores) Object.defineProperty(globalThis, name, {configurable: true, get: () => { throw new DOMException('no', 'SecurityError'); }});
    try {
      const element = thread();
      await write(element, 'Add a comment', 'Without storage');
      await press(element, 'Send');
      await sees(element, 'Without storage');
    } finally {
      for (const [name, store] of stores) Object.defineProperty(globalThis, name, store);
    }
  });
});
