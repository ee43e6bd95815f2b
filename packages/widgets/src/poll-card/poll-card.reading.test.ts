import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {choose, clean, faults, poll, press, seen, sees, show, stage, until} from '../../tools/stage.ts';
import type {Stage} from '../../tools/stage.ts';
import type {PollCard} from './poll-card.ts';

const away = 'The service cannot be reached just now.';

describe('a reading of <shurkum-poll-card> that fails', () => {
  let place: Stage, element: PollCard;
  const lose = (path: RegExp) => {
    place.fault = (request) => (request.method === 'GET' && path.test(request.url) ? new Response('', {status: 500}) : null);
  };

  beforeEach(async () => {
    place = await stage();
    await poll(place);
    element = show('shurkum-poll-card', {'api': place.api, 'poll-id': 'open-data'});
    await sees(element, 'Bus timetables');
  });
  afterEach(async () => {
    clean();
    await place.close();
  });

  it.each([['the poll', /\/polls\/open-data$/], ['the ballot', /\/ballot$/], ['either', /\/polls\//]])(
    'for %s after one’s own vote keeps the card with that vote, says so, and lets it be tried again', async (_, path) => {
      lose(path);
      await choose(element, 'Bus');
      await press(element, 'Vote');
      await sees(element, away);
      await sees(element, 'Your vote has been counted.');
      await sees(element, /Bus timetables your choice/);
      expect(await faults(element)).toEqual([]);
      place.fault = null;
      await press(element, 'Try again');
      await until(() => !seen(element).includes(away));
      await sees(element, 'One person has answered');
    });

  it('of another poll shows nothing of the one before', async () => {
    await poll(place, {id: 'other', title: {en: 'Other'}, questions: [{id: 'q1', kind: 'yes-no-abstain', text: {en: 'Shall we?'}, options: []}]});
    lose(/\/polls\//);
    element.pollId = 'other';
    await element.updateComplete;
    expect(seen(element)).not.toContain('Bus');
    await sees(element, away);
    expect(seen(element)).not.toContain('Bus');
    place.fault = null;
    await press(element, 'Try again');
    await sees(element, 'Shall we?');
  });
});
