/** Words find their forms, on every database alike, and never what is not public. */
import {beforeAll, describe, expect, it} from 'vitest';
import {anywhere, asked, countMeeting, wordsFrom} from '../../packages/server/src/store/search-words.ts';
import {Official, propose, suggest, useParticipation} from '../support/proposals.ts';
import type {Guest} from '../support/rig.ts';
import {onEveryDatabase} from '../support/rig.ts';

type Found = {items: {reference: string; title: string}[]; nextCursor: string | null};

onEveryDatabase('search', (rig) => {
  let author: Guest;
  beforeAll(async () => {
    await useParticipation(rig());
    author = await rig().guest();
  });

  const proposed = (title: string, source = title) => propose(rig(), author, {title, source});
  const found = async (q: string, more = ''): Promise<string[]> => {
    const {status, body} = await rig().get(`/proposals?q=${encodeURIComponent(q)}${more}`) as {status: number; body: Found};
    expect(status).toBe(200);
    return body.items.map(({reference}) => reference);
  };
  const similar = async (q: string, more = ''): Promise<string[]> => {
    const {status, body} = await rig().get(`/proposals/similar?q=${encodeURIComponent(q)}${more}`) as {status: number; body: Found};
    expect(status).toBe(200);
    return body.items.map(({reference}) => reference);
  };

  it('finds a word however it is spelled, joined, marked or inflected', async () => {
    const marked = await proposed('مَشْرُوع الطُّرُق');
    const indefinite = await proposed('مشروع طرقٍ');
    const broken = await proposed('مشروع الطريق');
    for (const q of ['مشروع الطرق', 'مشروع للطرق', 'ومشـــروع طُرُق', 'طرق']) {
      expect([q, (await found(q)).toSorted()]).toEqual([q, [marked, indefinite].toSorted()]);
    }
    expect(await found('مشروع الطريق')).toEqual([broken]);
    const english = await proposed('Organised recycling for neighbourhoods');
    for (const q of ['recycled', 'neighbourhood recycle', 'ORGANISING']) expect([q, await found(q)]).toEqual([q, [english]]);
    const digits = await proposed('رؤية ٢٠٤٠', 'خطة ۲۰۴۰');
    expect(await found('2040')).toEqual([digits]);
  });

  it('takes every word, and the last as what somebody is typing', async () => {
    const both = await proposed('Lighting of playgrounds', 'Bright lamps at every playground.');
    await proposed('Lighting of bridges');
    expect(await found('playground lighting')).toEqual([both]);
    for (const q of ['lighting playgr', 'lighting of the pl', 'lamps playgrou']) expect([q, await found(q)]).toEqual([q, [both]]);
    expect(await found('playgr lighting')).toEqual([]);
    expect(await found('lighting zeppelins')).toEqual([]);
    expect(await found('؟!')).toEqual([]);
    const theatre = await proposed('An open theatre');
    expect(await found('the')).toContain(theatre);
  });

  it('puts what says it all in its title first, then the newest', async () => {
    rig().now += 1000;
    const older = await proposed('Fountains', 'in every square');
    rig().now += 1000;
    const text = await proposed('Squares of the city', 'with fountains');
    rig().now += 1000;
    const newer = await proposed('More fountains');
    rig().now += 1000;
    const newest = await proposed('Water in the city', 'a fountain and a bench');
    expect(await found('fountain')).toEqual([newer, older, newest, text]);
    expect(await found('fountain', '&sort=newest')).toEqual([newest, newer, text, older]);
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const {body}: {body: Found} = await rig().get(`/proposals?q=fountain&limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      walked.push(...body.items.map(({reference}) => reference));
      ({nextCursor: cursor} = body);
    } while (cursor);
    expect(walked).toEqual([newer, older, newest, text]);
  });

  it('finds what says much the same, the nearest first, and nothing that does not', async () => {
    for (let n = 0; n < 12; n += 1) await proposed(`Opening hours of office ${n}`, 'Keep every office of the authority open in the evening.');
    const near = await proposed('Night buses to the airport', 'Public transport ends at eleven; run buses through the night.');
    const text = await proposed('Better public transport', 'More buses, also to the airport.');
    expect(await similar('A night bus for the airport')).toEqual([near, text]);
    expect(await similar('night bus airport', '&limit=1')).toEqual([near]);
    expect(await similar('Saxophones for unicorns')).toEqual([]);
    expect(await similar('office hours', '&limit=10')).toHaveLength(10);
    expect(await similar('unicorn saxophone zeppelin office')).toEqual([]);
    const arabic = await proposed('حافلات ليلية إلى المطار', 'تسيير الحافلات العامة طوال الليل');
    expect(await similar('أقترح حافلةً ليليةً للمطار')).toEqual([arabic]);
  });

  describe('never finds what is not public', () => {
    const shown = async (q: string): Promise<string[][]> => [await found(q), await similar(q)];

    it.each(['held', 'private', 'rejected'])('%s ones, not even their words', async (visibility) => {
      await suggest(rig(), author, {title: `Carousel${visibility} carousel`, visibility});
      expect(await shown('carousel')).toEqual([[], []]);
      expect((await rig().get('/proposals/counts?q=carousel')).body.total).toBe(0);
      expect(await rig().store.read(() => wordsFrom.all({space: 'default', from: 'carousel', to: 'carousel~', limit: 5}))).toEqual([]);
      expect(await rig().store.read(() => countMeeting.first({...asked({all: [[anywhere('default', 'carousel')]]}), limit: 5}))).toEqual({count: 0});
    });
    it('and takes out what is removed, and puts in what is published', async () => {
      const official = new Official(rig());
      const reference = await suggest(rig(), author, {title: 'Aquarium for the harbour'});
      expect(await shown('aquarium')).toEqual([[], []]);
      await official.publish(reference);
      expect(await shown('aquarium')).toEqual([[reference], [reference]]);
      await official.remove(reference);
      expect(await shown('aquarium')).toEqual([[], []]);
    });
    it('and in place of what was merged, finds what it was merged into', async () => {
      const official = new Official(rig());
      const from = await proposed('Observatory on the hill');
      const into = await proposed('Observatory at the university');
      expect((await official.merge(from, into)).status).toBe(200);
      expect(await shown('observatory')).toEqual([[into], [into]]);
    });
    it('nor what is of another space', async () => {
      await propose(rig(), author, {space: 'other', title: 'Planetarium'});
      expect(await shown('planetarium')).toEqual([[], []]);
      expect((await rig().get('/proposals?q=planetarium', {space: 'other'})).body.items).toHaveLength(1);
    });
  });

  it('refuses what the contract refuses', async () => {
    for (const path of ['/proposals/similar', '/proposals/similar?q=', '/proposals?q=', `/proposals?q=${'x'.repeat(201)}`, '/proposals/similar?q=a&limit=11', '/proposals?sort=worst']) {
      expect([path, (await rig().get(path)).status]).toEqual([path, 400]);
    }
    const odd = ['"', '\'', '*', '(a OR b)', 'NEAR(a b)', 'a:b & !c', '\\', '-', 'title:x^2', '٪؛، %00'];
    for (const q of odd) expect([q, (await rig().get(`/proposals?q=${encodeURIComponent(q)}`)).status]).toEqual([q, 200]);
  });
});
