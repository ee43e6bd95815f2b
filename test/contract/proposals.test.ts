/** What everybody reads of a proposal, and what people do with it. */
import {beforeAll, describe, expect, it} from 'vitest';
import {createForm} from '../../packages/server/src/forms.ts';
import {Official, propose, suggest, useParticipation} from '../support/proposals.ts';
import {newKey, onEveryDatabase, type} from '../support/rig.ts';
import type {Guest} from '../support/rig.ts';

const canary = 'canary-3f9a';
const missing = '1234-5678-9047';

onEveryDatabase('a proposal', (rig) => {
  let official: Official, author: Guest, other: Guest;
  beforeAll(async () => {
    await useParticipation(rig());
    official = new Official(rig());
    [author, other] = [await rig().guest(), await rig().guest()];
  });
  const read = async (reference: string) => (await rig().get(`/proposals/${reference}`)).body.proposal;
  const support = (guest: Guest, reference: string, method = 'PUT') => guest.send(method, `/proposals/${reference}/support`);
  const crowd = (size: number) => Promise.all(Array.from({length: size}, () => rig().guest()));

  it('is read in any spelling of its reference, with what happened to it', async () => {
    const reference = await propose(rig(), author);
    const {body, headers} = await rig().get(`/proposals/${reference}`);
    expect(body.proposal).toMatchObject({
      reference, threadId: `proposal/${reference}`, visibility: 'published', supports: 0, commentCount: 0, mergedFrom: [], category: {id: 'roads'},
      decision: {state: 'open', mergedInto: null}, dueOn: '2026-12-01', updates: {items: [{kind: 'received'}], nextCursor: null},
    });
    expect(headers.get('cache-control')).toContain('public');
    for (const typed of [reference.replaceAll('-', ''), reference.replaceAll('-', ' '), reference.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))]) {
      expect((await rig().get(`/proposals/${encodeURIComponent(typed)}`)).headers.get('etag')).toBe(headers.get('etag'));
    }
  });

  describe('that nobody may know of', () => {
    it('is answered exactly as what never was, on every path, to everybody', async () => {
      const never = [missing, '1', '1234-5678-9012', encodeURIComponent('<script>')];
      const hidden = [
        await suggest(rig(), author, {title: canary}), await suggest(rig(), author, {visibility: 'private', public: 0, title: canary}),
        await suggest(rig(), author, {visibility: 'rejected', reason: 'spam', title: canary}), await suggest(rig(), author, {visibility: 'withdrawn', title: canary}),
        await suggest(rig(), author, {visibility: 'removed', title: canary}),
      ];
      const asks: ((reference: string) => Promise<{status: number; text: string; headers: Headers}>)[] = [
        (each) => rig().get(`/proposals/${each}`), (each) => rig().get(`/proposals/${each}/updates`), (each) => rig().get(`/proposals/${each}/updates?cursor=x`),
        (each) => other.get(`/proposals/${each}`), (each) => author.get(`/proposals/${each}`),
        (each) => support(other, each), (each) => support(other, each, 'DELETE'), (each) => support(author, each),
        (each) => other.send('POST', `/proposals/${each}/reports`, {reason: 'spam'}),
      ];
      for (const ask of asks) {
        const [first, ...rest] = await Promise.all([...never, ...hidden].map(ask));
        expect(first!.status).toBe(404);
        for (const each of rest) expect([each.status, each.text, [...each.headers]]).toEqual([404, first!.text, [...first!.headers]]);
      }
      expect((await other.get(`/proposals/mine?${hidden.map((each) => `reference=${each}`).join('&')}`)).body).toEqual({supported: [], own: []});
    });
    it('is not in another space', async () => {
      expect((await rig().get(`/proposals/${await propose(rig(), author)}`, {space: 'other'})).status).toBe(404);
    });
  });

  describe('that is gone after everybody could read it', () => {
    it.each(['removed', 'withdrawn'])('shows that it was %s, and none of its words nor of those that quote it', async (visibility) => {
      const reference = await propose(rig(), author, {title: canary, source: canary, name: canary, answers: JSON.stringify({place: canary}), ...(visibility === 'withdrawn' && {
        visibility, published_at: rig().now, decision: 'accepted', decided: JSON.stringify({
          state: 'accepted', reason: 'adopted', body: [{type: 'paragraph', children: [{type: 'text', text: canary}]}], agency: null, at: new Date(rig().now).toISOString(), transferredTo: null, mergedInto: null, link: null,
        })})});
      if (visibility === 'removed') {
        expect((await rig().get(`/proposals/${reference}`)).text).toContain(canary);
        await official.done('PUT', reference, 'decision', {decision: 'declined', reason: 'legal', text: `You wrote ${canary}.`, agencyId: 'parks', link: {url: `https://x.example/${canary}`}});
        await official.done('PUT', reference, 'answer', {agencyId: 'parks', role: {en: 'Director'}, text: `You wrote ${canary}.`});
        await official.done('POST', reference, 'answer/publication');
        expect((await rig().get(`/proposals/${reference}/updates`)).text).toContain(canary);
        await official.remove(reference);
      }
      const {text, body} = await rig().get(`/proposals/${reference}`);
      expect(body.proposal).toMatchObject({visibility, title: null, body: null, author: null, answers: [], attachments: [], threadId: null, commentCount: 0});
      const updates = await rig().get(`/proposals/${reference}/updates`);
      expect([text.includes(canary), updates.text.includes(canary)]).toEqual([false, false]);
      if (visibility === 'removed') expect(updates.body.items.map((each: any) => each.kind)).toEqual(['removed', 'answer', 'decision', 'received']);
      for (const reply of [await support(other, reference), await other.send('POST', `/proposals/${reference}/reports`, {reason: 'spam'})]) expect([reply.status, reply.body.type]).toEqual([409, type('not-editable')]);
    });
    it('comes back whole where it was removed by mistake', async () => {
      const reference = await propose(rig(), author, {title: canary});
      await official.remove(reference);
      await official.publish(reference);
      expect(await read(reference)).toMatchObject({title: canary, reason: null, visibility: 'published', publishedAt: new Date(rig().now).toISOString()});
    });
  });

  describe('in its updates', () => {
    it('holds no notes, no name of an official, and pages through everything once', async () => {
      const reference = await propose(rig(), author);
      for (let n = 1; n <= 11; n += 1) {
        await official.done('PUT', reference, 'progress', {progress: 'in-progress', percent: n});
        await official.done('POST', reference, 'notes', {text: `${canary} ${n}`});
      }
      const seen: number[] = [];
      for (let cursor = ''; ;) {
        const {body, text} = await rig().get(`/proposals/${reference}/updates?limit=3${cursor && `&cursor=${cursor}`}`);
        expect([text.includes(canary), text.includes('official')]).toEqual([false, false]);
        seen.push(...body.items.map((each: any) => each.progress?.percent ?? 0));
        if (!body.nextCursor) break;
        cursor = body.nextCursor;
      }
      expect(seen).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
      const {nextCursor} = (await rig().get(`/proposals/${reference}/updates?limit=1`)).body;
      const another = await propose(rig(), author);
      expect((await rig().get(`/proposals/${another}/updates?cursor=${nextCursor}`)).body.type).toBe(type('invalid-cursor'));
      expect((await rig().get(`/proposals/${reference}`)).text).not.toContain(canary);
    });
    it('names none that is not public as a cursor', async () => {
      const [one, two] = [await propose(rig(), author), await propose(rig(), author)];
      const note = (await official.done('POST', one, 'notes', {text: 'x'})).suggestion.updates.items[0].id;
      await official.done('PUT', one, 'progress', {progress: 'planned'});
      const {nextCursor} = (await rig().get(`/proposals/${one}/updates?limit=1`)).body;
      const [tag] = JSON.parse(atob(nextCursor.replaceAll('-', '+').replaceAll('_', '/')));
      const forged = btoa(JSON.stringify([tag, note])).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      expect((await rig().get(`/proposals/${one}/updates?cursor=${forged}`)).body.type).toBe(type('invalid-cursor'));
      expect(two).not.toBe(one);
    });
  });

  it('shows what its author answered only where the form says it is public', async () => {
    await createForm(rig().store, 'default', {
      id: 'ideas', kind: 'suggestion', title: {en: 'Ideas'}, participation: 'consult', publication: 'public',
      fields: [{id: 'place', kind: 'place', label: {en: 'Where?'}, public: true}, {id: 'phone', kind: 'short-text', label: {en: 'Phone'}}],
    }, rig().now);
    const reference = await propose(rig(), author, {answers: JSON.stringify({place: 'Muscat', phone: canary})});
    const {body, text} = await rig().get(`/proposals/${reference}`);
    expect([body.proposal.answers, text.includes(canary)]).toMatchObject([[{field: {id: 'place'}, answer: 'Muscat'}], false]);
    expect((await official.get(`/suggestions/${reference}`)).body.suggestion.answers.map((each: any) => each.answer)).toEqual(['Muscat', canary]);
  });

  describe('that people support', () => {
    it('counts each person once, whatever they repeat', async () => {
      const reference = await propose(rig(), author);
      const [replies, second] = [await Promise.all(Array.from({length: 12}, () => support(other, reference))), await rig().guest()];
      expect(replies.every(({status, body}) => status === 200 && body.supports === 1)).toBe(true);
      expect((await support(second, reference)).body).toEqual({supported: true, supports: 2});
      const taken = await Promise.all(Array.from({length: 6}, () => support(other, reference, 'DELETE')));
      expect([taken.every(({body}) => body.supported === false && body.supports === 1), (await read(reference)).supports]).toEqual([true, 1]);
      expect((await support(author, reference)).body.type).toBe(type('not-allowed'));
    });
    it('tells once that enough was reached, when fifty come at the same moment to two processes', async () => {
      const reference = await propose(rig(), author, {supports_needed: 40});
      const [people, api] = [await crowd(50), await rig().second()];
      const replies = await Promise.all(people.map((each, n) => each.send('PUT', `/proposals/${reference}/support`, undefined, n % 2 ? {api} : {})));
      expect(replies.map(({status}) => status)).toEqual(Array(50).fill(200));
      expect(replies.map(({body}) => body.supports).toSorted((one, two) => one - two)).toEqual(Array.from({length: 50}, (_, n) => n + 1));
      const thresholds = async () => (await rig().get(`/proposals/${reference}/updates`)).body.items.filter((each: any) => each.kind === 'threshold');
      expect(await thresholds()).toMatchObject([{supports: 40}]);
      for (const method of ['DELETE', 'PUT']) await Promise.all(people.slice(0, 20).map((each) => support(each, reference, method)));
      expect([(await read(reference)).supports, (await thresholds()).length]).toEqual([50, 1]);
    });
    it('tells nothing one support before', async () => {
      const reference = await propose(rig(), author, {supports_needed: 3});
      const [one, two, three] = await crowd(3);
      for (const each of [one, two]) await support(each!, reference);
      expect((await read(reference)).updates.items.length).toBe(1);
      await support(three!, reference);
      expect((await read(reference)).updates.items[0]).toMatchObject({kind: 'threshold', supports: 3});
    });
    it('changes under an official’s hands without being in their way, until it is told', async () => {
      const reference = await propose(rig(), author, {supports_needed: 2});
      const [etag, [one, two]] = [await official.etag(reference), await crowd(2)];
      await support(one!, reference);
      expect((await official.act('POST', reference, 'notes', {text: 'x'}, {ifMatch: etag})).status).toBe(200);
      await support(two!, reference);
      expect((await official.act('POST', reference, 'notes', {text: 'x'}, {ifMatch: '"2"'})).status).toBe(412);
    });
    it('says to each what is theirs', async () => {
      const [mine, liked, neither] = [await propose(rig(), other), await propose(rig(), author), await propose(rig(), author)];
      await support(other, liked);
      const query = [mine, liked, neither, missing].map((each) => `reference=${each}`).join('&');
      const {body, headers} = await other.get(`/proposals/mine?${query}`);
      expect([body, headers.get('cache-control')]).toEqual([{supported: [liked], own: [mine]}, 'no-store']);
      await official.remove(liked);
      expect((await other.get(`/proposals/mine?${query}`)).body.supported).toEqual([]);
      expect((await rig().get(`/proposals/mine?${query}`)).status).toBe(401);
      const many = (count: number) => other.get(`/proposals/mine?${Array(count).fill(`reference=${missing}`).join('&')}`);
      expect([(await many(50)).status, (await many(51)).status]).toEqual([200, 400]);
    });
  });

  it('is reported once by each, and only officials are told how often', async () => {
    const reference = await propose(rig(), author);
    const report = (guest: Guest, body: unknown = {reason: 'spam', note: canary}) => guest.send('POST', `/proposals/${reference}/reports`, body, {key: newKey()});
    for (const each of [other, other, await rig().guest()]) expect((await report(each)).body).toEqual({reported: true});
    expect([(await report(author)).body.type, (await report(other, {reason: 'x'})).status, (await report(other, {reason: 'spam', note: 'x'.repeat(1001)})).status]).toEqual([type('not-allowed'), 422, 422]);
    expect((await official.get(`/suggestions/${reference}`)).body.reports).toBe(2);
    expect((await rig().get(`/proposals/${reference}`)).text).not.toContain(canary);
  });
});
