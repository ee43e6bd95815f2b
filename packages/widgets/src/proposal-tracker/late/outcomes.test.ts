import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {everyState, trackerSpace} from '../../../tools/proposals.ts';
import {clean, faults, press, seen, sees, show, stage, until} from '../../../tools/stage.ts';
import type {Stage} from '../../../tools/stage.ts';

describe('what came of all, in <shurkum-proposal-tracker view="outcomes">', () => {
  let place: Stage;
  const tracker = (lang = 'en', more: Record<string, string> = {}) => show('shurkum-proposal-tracker', {api: place.api, view: 'outcomes', ...more}, lang);
  beforeEach(async () => { place = await stage({space: trackerSpace}); });
  afterEach(async () => {
    clean();
    await place.close();
  });

  it.each(['ar', 'en'] as const)('is accessible in %s: four numbers, a table, and what changed', async (lang) => {
    await everyState(place, lang);
    const element = tracker(lang);
    await until(() => element.shadowRoot?.querySelectorAll('table').length === 2);
    expect(await faults(element)).toEqual([]);
    const figures = [...element.shadowRoot?.querySelectorAll('.figures dd') ?? []].map((one) => one.textContent);
    expect(figures.map((figure) => figure?.replace(/[\u061C\u200E\u200F]/g, ''))).toEqual(lang === 'ar' ? ['٨', '٦', '١٠٠٪', '٠'] : ['8', '6', '100%', '0']);
    expect(seen(element)).toContain(lang === 'ar' ? 'شاركتم فأنجزنا' : 'You said, we did');
    const accepted = [...element.shadowRoot?.querySelectorAll('tr') ?? []].find((row) => row.querySelector('th')?.textContent?.trim() === (lang === 'ar' ? 'مقبول' : 'Accepted'));
    expect(accepted?.querySelector('td')?.textContent).toBe(lang === 'ar' ? '٢' : '2');
    expect(element.shadowRoot?.querySelectorAll('.card')).toHaveLength(7);
  });

  it('says that nothing was decided yet', async () => {
    const element = tracker();
    await sees(element, 'No decision has been published yet.');
    expect(await faults(element)).toEqual([]);
  });

  it('gives the same numbers as a file', async () => {
    await everyState(place);
    const element = tracker();
    await sees(element, 'What was decided');
    const files = vi.spyOn(URL, 'createObjectURL');
    // The browser of the test keeps no files.
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await press(element, 'Download');
    const text = await (await until(() => files.mock.calls[0]?.[0] as Blob | undefined)).text();
    vi.restoreAllMocks();
    expect(text).toContain('total,received,Published proposals,8\r\n');
    expect(text).toContain('decision,partly-accepted,Partly accepted,1\r\n');
    expect(text).toContain('progress,done,Done,1\r\n');
  });

  it('takes only what the page preset, and opens a proposal in its place', async () => {
    await everyState(place);
    const element = tracker('en', {category: 'parks'});
    await until(() => element.shadowRoot?.querySelector('.figures dd')?.textContent === '3');
    element.shadowRoot?.querySelector<HTMLElement>('.card a')?.click();
    await sees(element, 'What happened so far');
    await press(element, 'All proposals');
    await sees(element, 'You said, we did');
  });
});
