import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {button, clean, faults, press, seen, sees, show, somebody, stage, until} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {CommentThread} from './comment-thread.ts';

const away = 'The service cannot be reached just now.';

describe('a reading of <shurkum-comment-thread> that fails', () => {
  let place: Stage, element: CommentThread;
  const lose = (path: RegExp) => {
    place.fault = (request) => (request.method === 'GET' && path.test(request.url) ? new Response('', {status: 500}) : null);
  };

  beforeEach(async () => {
    place = await stage();
    await (await somebody(place)).says('talk', 'Please publish the timetables.');
    element = show('shurkum-comment-thread', {'api': place.api, 'thread-id': 'talk'});
    await sees(element, 'timetables');
  });
  afterEach(async () => {
    clean();
    await place.close();
  });

  it('after an act of one’s own keeps the discussion, says so, and lets it be tried again', async () => {
    lose(/\/thread\?/);
    await press(element, /^Support/);
    await sees(element, away);
    expect(seen(element)).toContain('Please publish the timetables.');
    expect(await faults(element)).toEqual([]);
    place.fault = null;
    const again = await button(element, 'Try again');
    again.focus();
    again.click();
    await until(() => !seen(element).includes(away));
    // The button is gone, and whoever pressed it is where they were.
    expect(element.shadowRoot?.activeElement?.className).toBe('room');
    expect(element.shadowRoot?.querySelector('[part=support]')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('says so too where only what is the reader’s own could not be read', async () => {
    lose(/\/comments\/mine/);
    await press(element, /^Support/);
    await sees(element, away);
    place.fault = null;
    await press(element, 'Try again');
    await until(() => !seen(element).includes(away) && element.shadowRoot?.querySelector('[part=support]')?.getAttribute('aria-pressed') === 'true');
  });

  it('of another discussion shows nothing of the one before', async () => {
    lose(/\/thread\?/);
    element.threadId = 'other';
    await element.updateComplete;
    expect(seen(element)).not.toContain('timetables');
    await sees(element, away);
    expect(seen(element)).not.toContain('timetables');
    place.fault = null;
    await press(element, 'Try again');
    await sees(element, 'Nobody has commented yet');
  });
});
