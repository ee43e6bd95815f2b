import {clientFor} from '@shurkum/client';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {clean, faults, sees, show, somebody, stage, until} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';

describe('<shurkum-comment-count>', () => {
  let place: Stage;
  beforeEach(async () => { place = await stage(); });
  afterEach(async () => {
    clean();
    await place.close();
  });
  const count = (threadId: string, lang = 'en', more: object = {}, ...inside: string[]) => show('shurkum-comment-count', {'api': place.api, 'thread-id': threadId, ...more}, lang, ...inside);

  it.each(['ar', 'en'])('is accessible in %s', async (lang) => {
    const element = count('t', lang);
    await sees(element, lang === 'ar' ? 'لا توجد تعليقات' : 'No comments');
    expect(await faults(element)).toEqual([]);
  });

  it('counts in all Arabic forms', async () => {
    const one = await somebody(place);
    const words = ['تعليق واحد', 'تعليقان', '٣ تعليقات'];
    for (const [at, said] of words.entries()) {
      await one.says('t', `${at}`);
      const element = count('t', 'ar');
      await sees(element, said);
      element.remove();
    }
    for (let at = 3; at < 11; at++) await one.says('t', `${at}`);
    await sees(count('t', 'ar'), '١١ تعليقًا');
  });

  it('makes one request for all of a page', async () => {
    const elements = ['a', 'b', 'c', 'a'].map((id) => count(id));
    for (const element of elements) await sees(element, 'No comments');
    expect(place.asked).toEqual(['GET /comment-counts?thread=a&thread=b&thread=c']);
  });

  it('keeps what the page wrote where the number cannot be had', async () => {
    place.fault = () => new Response('', {status: 500});
    const element = count('t', 'en', {}, 'Comments');
    await until(() => place.asked.length);
    expect(element.shadowRoot?.querySelector('slot')?.hidden).toBe(false);
  });

  it('keeps the number where it cannot be read again, and shows none of another thread', async () => {
    await (await somebody(place)).says('t', 'one');
    const element = count('t');
    await sees(element, 'One comment');
    place.fault = () => new Response('', {status: 500});
    clientFor(place.api).changed('thread:t');
    await until(() => place.asked.length === 2);
    await new Promise(requestAnimationFrame);
    await sees(element, 'One comment');
    element.threadId = 'u';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part=count]')).toBeNull();
  });

  it('waits until it comes near the reader where it is lazy', async () => {
    const far = document.createElement('div');
    far.style.blockSize = '5000px';
    document.body.append(far);
    const element = count('t', 'en', {loading: 'lazy'});
    const other = count('u');
    document.body.append(other.parentElement ?? other);
    await sees(other, 'No comments');
    expect(place.asked).toEqual(['GET /comment-counts?thread=u']);
    element.scrollIntoView();
    await sees(element, 'No comments');
  });
});
