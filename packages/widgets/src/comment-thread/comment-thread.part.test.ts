import {decideComment, setThread} from '@shurkum/server';
import {clock} from '@shurkum/core/icons';
import {configure} from '@shurkum/client';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {button, clean, faults, field, press, seen, sees, show, somebody, spaceOf, stage, until, write} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {CommentThread} from './comment-thread.ts';

/** Lets an answer through only when it is told to. */
function held(): {gate: Promise<void>; open: () => void} {
  let open = () => {};
  const gate = new Promise<void>((done) => { open = done; });
  return {gate, open};
}

describe('taking part in <shurkum-comment-thread>', () => {
  let place: Stage;
  const thread = (lang = 'en', more: Record<string, string> = {}): CommentThread =>
    show('shurkum-comment-thread', {'api': place.api, 'thread-id': 'talk', ...more}, lang);
  const published = (text = 'Please publish the timetables.') => somebody(place).then((one) => one.says('talk', text, {name: 'Salma'}));
  const mine = async (element: CommentThread, text: string) => {
    await write(element, 'Add a comment', text);
    await press(element, /^Send/);
    await sees(element, 'Your comment is published.');
  };
  const root = (element: CommentThread) => element.shadowRoot as ShadowRoot;
  const spoken = (element: CommentThread) => root(element).querySelector('[role=status]')?.textContent ?? '';
  const focused = (element: CommentThread) => root(element).activeElement;
  const answer = (method: string, path: RegExp, response: () => Response | Promise<Response>) => {
    place.fault = (request) => (request.method === method && path.test(request.url) ? response() : null);
  };
  const slow = (method: string, path: RegExp) => {
    const wait = held();
    place.fault = async (request) => {
      if (request.method === method && path.test(request.url)) await wait.gate;
      return null;
    };
    return wait.open;
  };
  const count = (line: string) => place.asked.filter((one) => one === line).length;

  beforeEach(async () => { place = await stage(); });
  afterEach(async () => {
    clean();
    await place.close();
  });

  describe('words on their way', () => {
    it('leave what is typed meanwhile where it is', async () => {
      const element = thread();
      await write(element, 'Add a comment', 'First');
      const open = slow('POST', /\/comments$/);
      await press(element, 'Send');
      await button(element, 'Sending…');
      await write(element, 'Add a comment', 'First, and then second');
      open();
      await sees(element, 'One comment');
      expect((await field(element, 'Add a comment')).value).toBe('First, and then second');
      await press(element, 'Send');
      await sees(element, '2 comments');
    });

    it('are said to be on their way, on the button and aloud', async () => {
      const element = thread();
      await write(element, 'Add a comment', 'Hello');
      const open = slow('POST', /\/comments$/);
      await press(element, 'Send');
      expect((await button(element, 'Sending…')).getAttribute('aria-disabled')).toBe('true');
      expect(spoken(element)).toContain('Sending…');
      open();
      await until(() => spoken(element).includes('Your comment is published.'));
    });

    it('are not sent again before the server wants them, and the button counts the seconds', async () => {
      const element = thread();
      await write(element, 'Add a comment', 'Too fast');
      answer('POST', /\/comments$/, () => new Response('', {status: 429, headers: {'retry-after': '12'}}));
      await press(element, 'Send');
      const waiting = await button(element, /^Possible again in 1[12] seconds$/);
      place.fault = null;
      waiting.click();
      expect(waiting.getAttribute('aria-disabled')).toBe('true');
      expect(count('POST /comments')).toBe(1);
      expect(spoken(element)).not.toContain('seconds');
      await button(element, /^Possible again in (10|9) seconds$/);
    });

    it('are taken again when the wait is over', async () => {
      const element = thread();
      await write(element, 'Add a comment', 'In a moment');
      answer('POST', /\/comments$/, () => Response.json({type: 'urn:shurkum:problem:too-many-requests', title: 'Slow down', status: 429}, {status: 429, headers: {'retry-after': '11'}}));
      await press(element, 'Send');
      await button(element, /^Possible again/);
      place.fault = null;
      const now = Date.now;
      Date.now = () => now() + 11_000;
      try {
        await press(element, 'Send again');
        await sees(element, 'Your comment is published.');
      } finally {
        Date.now = now;
      }
    });

    it('tell their failure as an alert, and offer to send again only where that can help', async () => {
      const element = thread();
      await write(element, 'Add a comment', 'Hello');
      answer('POST', /\/comments$/, () => Response.json({type: 'urn:shurkum:problem:parent-gone', title: 'Gone', status: 422}, {status: 422}));
      await press(element, 'Send');
      const alert = await until(() => root(element).querySelector('form [role=alert]'));
      expect(alert.textContent).toContain('no longer there');
      await button(element, 'Send');
      answer('POST', /\/comments$/, () => new Response('', {status: 500}));
      await press(element, 'Send');
      await sees(element, 'The service cannot be reached just now. Nothing you wrote is lost.');
      await button(element, 'Send again');
    });
  });

  describe('a text that cannot be sent', () => {
    it('is told under its box before anything is asked of the server, until it is changed', async () => {
      const element = thread();
      const box = await field(element, 'Add a comment');
      await press(element, 'Send');
      await sees(element, 'Please write something first.');
      expect(box.getAttribute('aria-invalid')).toBe('true');
      expect(root(element).getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Please write something first.');
      await until(() => focused(element) === box);
      expect(await faults(element)).toEqual([]);
      await write(element, 'Add a comment', 'x');
      expect(seen(element)).not.toContain('Please write something');
      expect(box.hasAttribute('aria-invalid')).toBe(false);
      expect(count('POST /comments')).toBe(0);
    });

    it('is counted in characters, as the server counts, and told by how many it is too long', async () => {
      const element = thread('ar');
      await write(element, 'إضافة تعليق', '🙂'.repeat(5002));
      await press(element, 'إرسال');
      await sees(element, 'النص أطول من المسموح بحرفين');
      expect(seen(element)).not.toContain('متسع');
      await write(element, 'إضافة تعليق', '🙂'.repeat(5000));
      await press(element, 'إرسال');
      await sees(element, 'تعليق واحد');
      expect(count('POST /comments')).toBe(1);
    });

    it('is told in our words when a comment is changed, too', async () => {
      const element = thread();
      await mine(element, 'First try');
      await press(element, /More about/);
      await press(element, 'Edit');
      await write(element, 'Change your comment', ' ');
      await press(element, 'Save');
      await sees(element, 'Please write something first.');
      expect((await field(element, 'Change your comment')).getAttribute('aria-invalid')).toBe('true');
      expect(place.asked.some((line) => line.startsWith('PATCH'))).toBe(false);
      await write(element, 'Change your comment', '');
      expect((await field(element, 'Change your comment')).value).toBe('');
    });
  });

  it('keeps a change that was begun across a reload, until it is saved or given up', async () => {
    const element = thread();
    await mine(element, 'First try');
    const open = async (one: CommentThread) => {
      await press(one, /More about/);
      await press(one, 'Edit');
      return (await field(one, 'Change your comment')).value;
    };
    await open(element);
    await write(element, 'Change your comment', 'Half a chan');
    element.remove();
    const again = thread();
    expect(await open(again)).toBe('Half a chan');
    await press(again, 'Cancel');
    expect(await open(again)).toBe('First try');
    await write(again, 'Change your comment', 'A whole change');
    await press(again, 'Save');
    await sees(again, /edited.*A whole change/);
    await until(() => spoken(again).includes('Your change is saved.'));
  });

  describe('the focus', () => {
    it.each([['Reply'], ['Report']])('returns to the button that opened it when “%s” is cancelled', async (what) => {
      await published();
      const element = thread();
      await press(element, what === 'Reply' ? 'Reply' : /More about/);
      if (what !== 'Reply') await press(element, what);
      await until(() => /textarea|select/.test(focused(element)?.localName ?? ''));
      await press(element, 'Cancel');
      await until(() => focused(element)?.getAttribute('value') === (what === 'Reply' ? 'reply' : 'menu'));
      expect(root(element).querySelectorAll('[aria-expanded=true]')).toHaveLength(0);
    });

    it('goes into the menu at its first opening, and Escape brings it back', async () => {
      await published();
      const element = thread();
      (await button(element, /More about/)).focus();
      await press(element, /More about/);
      const report = await until(() => (focused(element)?.textContent === 'Report' ? focused(element) : null));
      report.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
      await until(() => focused(element)?.getAttribute('value') === 'menu');
      expect(root(element).querySelector('.panel')).toBeNull();
    });

    it('goes to the first new comment when what is new is shown, a reply though it be', async () => {
      const first = await published();
      await published('Said before');
      const element = thread('en', {sort: 'oldest'});
      await sees(element, 'timetables');
      await until(() => place.asked.some((line) => line.startsWith('GET /watch')));
      await (await somebody(place)).says('talk', 'Fresh words', {parentId: first});
      await press(element, 'One new comment');
      await until(() => focused(element)?.textContent.includes('Fresh words'));
    });
  });

  describe('what is announced', () => {
    it('is the last event: new comments also after an act of my own, and again when there are more', async () => {
      const element = thread();
      await mine(element, 'Mine');
      await until(() => place.asked.some((line) => line.startsWith('GET /watch')));
      await published();
      await until(() => spoken(element).includes('One new comment'));
      await published('And another');
      await until(() => spoken(element).includes('2 new comments'));
    });

    it('tells two equal events apart, and a changed order', async () => {
      const element = thread();
      await mine(element, 'One');
      await mine(element, 'Two');
      await press(element, 'Oldest');
      await until(() => spoken(element).includes('Order of comments: Oldest'));
      const first = spoken(element);
      await press(element, 'Oldest');
      await until(() => spoken(element).includes('Oldest') && spoken(element) !== first);
    });
  });

  describe('an act on a comment', () => {
    it('shows that a report has arrived, until something else is opened', async () => {
      await published();
      const element = thread();
      await press(element, /More about/);
      await press(element, 'Report');
      await press(element, 'Send report');
      await sees(element, 'The moderators have received the report.');
      expect(root(element).querySelector('.comment .notice.success')?.textContent).toContain('received the report');
      await press(element, 'Reply');
      expect(root(element).querySelector('.notice.success')).toBeNull();
    });

    it('leaves its refusal behind when something else is opened', async () => {
      await published();
      await published('Another');
      const element = thread();
      await sees(element, 'Another');
      answer('PUT', /support$/, () => new Response('', {status: 500}));
      await press(element, 'Support');
      await until(() => root(element).querySelector('.comment [role=alert]'));
      await press(element, /More about/);
      await button(element, 'Report');
      expect(root(element).querySelector('[role=alert]')).toBeNull();
    });

    it('is not offered for what nobody may do: supporting oneself shows only the number', async () => {
      const element = thread();
      await mine(element, 'Mine');
      await sees(element, 'your comment');
      expect(root(element).querySelector('[part=support]')).toBeNull();
      const id = root(element).querySelector('.comment')?.id.slice(2) ?? '';
      await (await somebody(place)).supports(id);
      element.remove();
      await sees(thread(), /Support 1/);
    });
  });

  describe('where guests may not take part', () => {
    it('asks for a sign-in before anything is written, and sends once the page has signed somebody in', async () => {
      const closed = await stage({space: {guests: false}});
      const element = thread('en', {api: closed.api});
      let asked = 0;
      element.addEventListener('shurkum-sign-in', () => { asked++; });
      await sees(element, 'Taking part here needs a sign-in.');
      await write(element, 'Add a comment', 'Who am I');
      await press(element, 'Sign in');
      await until(() => asked === 1);
      expect(closed.asked.some((line) => line.startsWith('POST'))).toBe(false);
      configure({api: closed.api, token: () => Promise.resolve('a.b.c'), fetch: (request) => (request.url.includes('/mine')
        ? Promise.resolve(Response.json({items: [], supports: [], nextCursor: null})) : closed.fetch(request))});
      await button(element, 'Send');
      expect((await field(element, 'Add a comment')).value).toBe('Who am I');
      await closed.close();
    });
  });

  it('follows the discussion no more once it was taken out in the middle of an update', async () => {
    const element = thread();
    await sees(element, 'No comments');
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    const before = place.asked.length;
    await mine(thread(), 'Hello');
    expect(place.asked.slice(before).filter((line) => line.includes('/comments/mine'))).toHaveLength(1);
  });

  it('remembers a guest’s name once they have taken part, and says under which name it will be posted', async () => {
    const element = thread();
    await write(element, 'Add a comment', 'Hello');
    await sees(element, 'Posted as Guest.');
    await write(element, 'Your name', 'Mariam');
    await sees(element, 'Posted as Mariam.');
    expect(Object.keys(localStorage).some((key) => key.startsWith('shurkum:name:'))).toBe(false);
    await press(element, 'Send');
    await sees(element, 'Your comment is published.');
    await write(element, 'Add a comment', 'Once more');
    expect((await field(element, 'Your name')).value).toBe('Mariam');
    await sees(element, 'Posted as Mariam.');
  });

  describe('reading', () => {
    it('offers no other try where the address of the service is wrong', async () => {
      const element = thread('en', {api: 'mailto:nobody'});
      await sees(element, 'not set up correctly');
      expect(root(element).querySelector('button')).toBeNull();
    });

    it('says that nothing can be read without a word about writing', async () => {
      place.fault = () => new Response('', {status: 500});
      const element = thread();
      await sees(element, 'The service cannot be reached just now.');
      expect(seen(element)).not.toContain('Nothing you wrote');
    });

    it('speaks of more replies without a number where none is known', async () => {
      const top = await published();
      const other = await somebody(place);
      for (let n = 1; n <= 4; n += 1) await other.says('talk', `answer ${n}`, {parentId: top});
      place.fault = async (request) => {
        if (!/\/thread\?/.test(request.url)) return null;
        const view = await (await place.fetch(request)).json() as {comments: {items: {replyCount: number}[]}};
        for (const one of view.comments.items) one.replyCount = 3;
        return Response.json(view);
      };
      const element = thread();
      await press(element, 'More replies');
      await sees(element, 'answer 4');
    });

    it('keeps the paragraphs of the policy, and the space before each mark', async () => {
      await setThread(place.services, spaceOf(place), 'talk', {policy: {text: {en: 'Be kind.\n\nStay on the subject.'}}});
      const element = thread();
      await mine(element, 'Mine');
      expect(root(element).querySelector('.byline .muted')?.textContent).toBe('now · your comment');
      const rules = await until(() => root(element).querySelector<HTMLDetailsElement>('.policy'));
      rules.open = true;
      expect((rules.querySelector('p')?.innerText ?? '').trim()).toMatch(/\n/);
    });

    it('shows the exact time to whoever comes to it by keyboard or touch', async () => {
      await published();
      const element = thread();
      const time = await until(() => root(element).querySelector<HTMLElement>('time'));
      time.focus();
      expect(focused(element)).toBe(time);
      expect(getComputedStyle(time, '::after').content).toContain(time.title);
    });

    it('draws a clock beside what waits and nothing else', async () => {
      const top = await published();
      await (await somebody(place)).says('talk', 'I agree.', {parentId: top});
      await decideComment(place.services, spaceOf(place), top, {state: 'removed', reason: 'spam'});
      await setThread(place.services, spaceOf(place), 'talk', {state: 'pre-moderated'});
      const element = thread();
      await write(element, 'Add a comment', 'Waiting');
      await press(element, 'Send');
      await sees(element, /Only you see this.*Removed by moderators/);
      const drawn = (state: string) => root(element).querySelector(`.${state} .standing path`)?.getAttribute('d');
      expect(drawn('held')).toBe(clock);
      expect(drawn('removed')).not.toBe(clock);
    });

    it('keeps a long name beside its disc', async () => {
      await (await somebody(place)).says('talk', 'Hello', {name: 'Abdulrahman '.repeat(6).trim()});
      const element = thread();
      element.style.inlineSize = '20rem';
      const name = await until(() => root(element).querySelector('[part=author]'));
      const disc = root(element).querySelector('.disc') as Element;
      expect(name.getBoundingClientRect().left).toBeGreaterThanOrEqual(disc.getBoundingClientRect().right);
      expect(name.getBoundingClientRect().height).toBeGreaterThan(disc.getBoundingClientRect().height);
    });
  });
});
