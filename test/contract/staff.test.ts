/** What officials read and do: who they must be, on what they act, and that nothing of theirs is ever lost or overwritten. */
import {beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {operations} from '@shurkum/contract/operations';
import {statement} from '../../packages/server/src/store/statement.ts';
import {Official, suggest, useParticipation} from '../support/proposals.ts';
import {newKey, onEveryDatabase, type} from '../support/rig.ts';
import type {Guest} from '../support/rig.ts';

const staffRoutes = Object.entries(operations).filter(([, {credential}]) => (credential as readonly string[]).includes('administratorKey'))
  .map(([id, {method, path}]) => ({id, method, path: path.replace(':reference', '1234-5678-9012').replace(':attachmentId', 'A'.repeat(22))}));
const decisions = statement((db, p: {subject: string}) => db.selectFrom('decision').selectAll().where('subject', '=', p.subject).orderBy('decided_at'));
const day = 86_400_000;
const final = {decision: 'accepted', reason: 'adopted', text: 'It is in the plan.', agencyId: 'transport'};
const answer = {agencyId: 'transport', role: {en: 'Director'}, text: 'Work has begun.'};

onEveryDatabase('officials', (rig) => {
  let official: Official, author: Guest, reference: string;
  beforeAll(async () => {
    await useParticipation(rig());
    official = new Official(rig());
    author = await rig().guest();
  });
  beforeEach(async () => { reference = await suggest(rig(), author); });
  const kinds = (body: any) => body.suggestion.updates.items.map((each: any) => each.kind);
  const refused = async (what: string, body: unknown, problem: string, pointer?: string) => {
    const method = what === 'merge' || what === 'notes' ? 'POST' : 'PUT';
    const reply = await official.act(method, reference, what, body);
    expect([reply.status, reply.body.type, reply.body.errors?.[0]?.pointer]).toEqual([422, type(problem), pointer]);
  };

  describe('without the administrator’s key', () => {
    it.each(staffRoutes)('$id answers one and the same to everybody, before it looks at anything', async ({method, path}) => {
      const shown: Record<string, string>[] = [
        {}, {authorization: `Bearer ${author.credential}`}, {authorization: 'Bearer wrong'}, {authorization: `Basic ${rig().administratorKey}`},
        {authorization: `Bearer ${rig().administratorKey}x`},
      ];
      const answers = await Promise.all(shown.flatMap((headers) => [path, path.replace('1234-5678-9012', reference), `${path}?unknown=1`].map((each) => rig().send(method, each, undefined, {headers}))));
      for (const each of answers) expect([each.status, each.text, [...each.headers]]).toEqual([401, answers[0]!.text, [...answers[0]!.headers]]);
      expect(answers[0]!.body.type).toBe(type('invalid-credential'));
    });
    it('is a person nobody knows', async () => {
      expect((await rig().get('/me', {headers: {authorization: `Bearer ${rig().administratorKey}`}})).body.type).toBe(type('invalid-credential'));
      expect(JSON.stringify(rig().log)).not.toContain(rig().administratorKey);
    });
  });

  describe('acting on what they read', () => {
    it('are told when somebody else was quicker; nothing of either is lost', async () => {
      const etag = await official.etag(reference);
      const [first, second] = await Promise.all([
        official.act('PUT', reference, 'decision', final, {ifMatch: etag}), official.act('PUT', reference, 'progress', {progress: 'planned'}, {ifMatch: etag}),
      ]);
      expect([first.status, second.status].toSorted()).toEqual([200, 412]);
      const [won, lost] = first.status === 200 ? [first, second] : [second, first];
      expect([lost.body.type, won.headers.get('etag'), won.body.revision]).toEqual([type('stale'), '"2"', 2]);
      const body = first.status === 412 ? await official.done('PUT', reference, 'decision', final) : await official.done('PUT', reference, 'progress', {progress: 'planned'});
      expect([kinds(body).toSorted(), body.suggestion.decision.state, body.suggestion.progress.state]).toEqual([['decision', 'progress', 'received'], 'accepted', 'planned']);
    });
    it('of ten at once on two processes, one writes', async () => {
      const [etag, other] = [await official.etag(reference), await rig().second()];
      const replies = await Promise.all(Array.from({length: 10}, (_, n) =>
        official.act('POST', reference, 'notes', {text: `note ${n}`}, {ifMatch: etag, ...(n % 2 && {api: other})})));
      expect(replies.map(({status}) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(412)]);
      expect(kinds((await official.get(`/suggestions/${reference}`)).body)).toEqual(['note', 'received']);
    });
    it('must say what they read, in the one form', async () => {
      for (const ifMatch of [null, '*', '1', 'W/"1"', '"1", "2"', '""', '"x"', `"${'1'.repeat(17)}"`]) {
        const {status, body} = await official.act('POST', reference, 'notes', {text: 'x'}, {ifMatch});
        expect([status, body.type, body.errors[0].pointer]).toEqual([400, type('invalid-parameter'), 'If-Match']);
      }
      for (const ifMatch of ['"0"', '"2"', '"9999999999999999"']) {
        expect((await official.act('POST', reference, 'notes', {text: 'x'}, {ifMatch})).body.type).toBe(type('stale'));
      }
    });
    it('have each act happen once, and its answer again', async () => {
      const [key, ifMatch] = [newKey(), await official.etag(reference)];
      const [first, again] = [await official.act('POST', reference, 'notes', {text: 'x'}, {key, ifMatch}), await official.act('POST', reference, 'notes', {text: 'x'}, {key, ifMatch})];
      expect([again.status, again.text, again.headers.get('etag'), again.headers.get('cache-control')]).toEqual([200, first.text, '"2"', 'no-store']);
      expect((await official.act('POST', reference, 'notes', {text: 'y'}, {key, ifMatch})).body.type).toBe(type('idempotency-key-reused'));
    });
    it('find it by any spelling of its reference, and nothing by a wrong one', async () => {
      const arabic = reference.replaceAll('-', '').replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
      expect((await official.get(`/suggestions/${encodeURIComponent(arabic)}`)).body.suggestion.reference).toBe(reference);
      for (const wrong of ['1', 'x', `${reference}1`]) expect((await official.act('POST', wrong, 'notes', {text: 'x'}, {ifMatch: '"1"'})).status).toBe(404);
    });
  });

  describe('deciding who may read it', () => {
    it('go only the ways there are', async () => {
      const ways: Record<string, string[]> = {held: ['published', 'rejected'], private: [], published: ['removed'], rejected: ['published'], removed: ['published'], withdrawn: []};
      for (const [visibility, allowed] of Object.entries(ways)) {
        for (const to of ['published', 'rejected', 'removed']) {
          reference = await suggest(rig(), author, {visibility, public: visibility === 'private' ? 0 : 1});
          const body = {visibility: to, ...(to !== 'published' && {reason: 'spam'})};
          if (!allowed.includes(to) && to !== visibility) await refused('visibility', body, 'invalid-decision', '/visibility');
          else expect((await official.done('PUT', reference, 'visibility', body)).suggestion.visibility).toBe(to);
        }
      }
    });
    it('never publish what its author kept from the public', async () => {
      reference = await suggest(rig(), author, {visibility: 'held', public: 0});
      await refused('visibility', {visibility: 'published'}, 'invalid-decision', '/visibility');
    });
    it('say why, and only where it needs a why', async () => {
      await refused('visibility', {visibility: 'rejected'}, 'invalid-decision', '/reason');
      await refused('visibility', {visibility: 'published', reason: 'spam'}, 'invalid-decision', '/reason');
      await refused('visibility', {visibility: 'rejected', reason: 'dislike'}, 'invalid-request', '/reason');
      const body = await official.done('PUT', reference, 'visibility', {visibility: 'rejected', reason: 'personal-data'});
      expect([body.suggestion.reason, kinds(body), body.suggestion.updates.items[0]]).toMatchObject(['personal-data', ['rejected', 'received'], {reason: 'personal-data', official: 'administrator'}]);
      expect(await rig().store.read(() => decisions.all({subject: `proposal ${reference}`}))).toMatchObject([{act: 'rejected', reason: 'personal-data', official: 'administrator'}]);
    });
    it('change nothing by saying it again', async () => {
      await official.publish(reference);
      expect((await official.publish(reference)).revision).toBe(2);
    });
  });

  describe('deciding what comes of it', () => {
    it('need a reason, a text and an agency for what answers', async () => {
      for (const decision of ['accepted', 'partly-accepted', 'declined', 'expired', 'transferred']) {
        const whole = {...final, decision, ...(decision === 'transferred' && {transferredTo: {en: 'Muscat'}})};
        for (const name of ['reason', 'text', 'agencyId'] as const) {
          const {[name]: _, ...without} = whole;
          await refused('decision', without, 'invalid-decision', `/${name}`);
        }
        expect((await official.done('PUT', reference, 'decision', whole)).suggestion.decision).toMatchObject({state: decision, transferredTo: decision === 'transferred' ? {en: 'Muscat'} : null});
      }
    });
    it('name an entity where it is transferred and only there, and know the agency', async () => {
      await refused('decision', {...final, decision: 'transferred'}, 'invalid-decision', '/transferredTo');
      await refused('decision', {...final, transferredTo: {en: 'x'}}, 'invalid-decision', '/transferredTo');
      await refused('decision', {...final, agencyId: 'nobody'}, 'unknown-option', '/agencyId');
      await refused('decision', {...final, text: '\u200f \n'}, 'empty-text', '/text');
      await refused('decision', {...final, decision: 'merged'}, 'invalid-request', '/decision');
      await refused('decision', {decision: 'under-review', reason: 'adopted'}, 'invalid-decision', '/reason');
      await refused('decision', {...final, link: {url: 'javascript:alert(1)'}}, 'invalid-request', '/link/url');
    });
    it('keep every decision, and count the days to the first that answers', async () => {
      const sent = rig().now;
      await official.done('PUT', reference, 'decision', {decision: 'under-review'});
      expect((await official.get(`/suggestions/${reference}`)).body.suggestion).toMatchObject({answeredAt: null, answeredIn: null});
      rig().now = sent + 4 * day; // Monday to Friday: the weekend has begun
      const body = await official.done('PUT', reference, 'decision', {...final, decision: 'declined', reason: 'cost'});
      expect(body.suggestion).toMatchObject({answeredAt: new Date(rig().now).toISOString(), answeredIn: 3});
      rig().now = sent + 30 * day;
      const later = await official.done('PUT', reference, 'decision', final);
      expect([kinds(later), later.suggestion.answeredIn, later.suggestion.decision.state]).toEqual([['decision', 'decision', 'decision', 'received'], 3, 'accepted']);
      expect(later.suggestion.updates.items.map((each: any) => each.decision?.state)).toEqual(['accepted', 'declined', 'under-review', undefined]);
      rig().now = sent;
    });
    it('touch nothing that was refused or taken back', async () => {
      for (const visibility of ['rejected', 'removed', 'withdrawn']) {
        reference = await suggest(rig(), author, {visibility});
        for (const [what, body] of [['decision', final], ['progress', {progress: 'done'}], ['answer', answer], ['assignment', {agencyId: 'parks'}]] as const) await refused(what, body, 'invalid-decision', '');
        expect(kinds(await official.done('POST', reference, 'notes', {text: 'Still to be noted.'}))).toEqual(['note', 'received']);
      }
    });
  });

  it('say how far it is, in per cent only on the way', async () => {
    for (const progress of ['not-started', 'planned', 'done']) await refused('progress', {progress, percent: 0}, 'invalid-decision', '/percent');
    await refused('progress', {progress: 'in-progress', percent: 101}, 'invalid-request', '/percent');
    await refused('progress', {progress: 'in-progress', percent: 0.5}, 'invalid-request', '/percent');
    for (const percent of [0, 100]) expect((await official.done('PUT', reference, 'progress', {progress: 'in-progress', percent})).suggestion.progress).toEqual({state: 'in-progress', percent});
    expect((await official.done('PUT', reference, 'progress', {progress: 'done'})).suggestion).toMatchObject({progress: {state: 'done', percent: null}, answeredAt: null});
  });

  describe('answering', () => {
    it('save first, for nobody else’s eyes, and publish when ready', async () => {
      await official.publish(reference);
      const before = (await rig().get(`/proposals/${reference}`)).headers.get('etag');
      const saved = await official.done('PUT', reference, 'answer', answer);
      expect([saved.draft.role, kinds(saved)]).toEqual([{en: 'Director'}, ['published', 'received']]);
      expect((await rig().get(`/proposals/${reference}`)).headers.get('etag')).toBe(before);
      await official.done('PUT', reference, 'answer', {...answer, text: 'Work ends in May.', link: {url: 'https://ministry.example/plan'}});
      const published = await official.done('POST', reference, 'answer/publication');
      expect([published.draft, published.suggestion.answeredIn]).toEqual([null, 0]);
      const {text, body} = await rig().get(`/proposals/${reference}`);
      expect(body.proposal.updates.items[0]).toMatchObject({kind: 'answer', answer: {agency: {en: 'Ministry of Transport'}, link: {url: 'https://ministry.example/plan'}}});
      expect([text.includes('Work ends in May.'), text.includes('has begun')]).toEqual([true, false]);
      const again = await official.act('POST', reference, 'answer/publication');
      expect([again.status, again.body.type]).toEqual([409, type('no-draft')]);
    });
    it('put another answer beside the first', async () => {
      for (const text of ['first', 'second']) {
        await official.done('PUT', reference, 'answer', {...answer, text});
        await official.done('POST', reference, 'answer/publication');
      }
      const {body} = await official.get(`/suggestions/${reference}`);
      expect(body.suggestion.updates.items.map((each: any) => JSON.stringify(each.answer?.body ?? '').match(/first|second/)?.[0])).toEqual(['second', 'first', undefined]);
    });
  });

  it('give it into an agency’s hands; who it is there, officials alone learn', async () => {
    await official.publish(reference);
    const body = await official.done('PUT', reference, 'assignment', {agencyId: 'parks', official: 'A. Al Balushi'});
    expect([body.assignedTo, body.suggestion.agency.id, kinds(body)[0]]).toEqual(['A. Al Balushi', 'parks', 'assigned']);
    const {text} = await rig().get(`/proposals/${reference}`);
    expect([text.includes('"kind":"assigned"'), text.includes('Balushi'), text.includes('administrator')]).toEqual([true, false, false]);
  });

  describe('listing', () => {
    it('see each once, the longest waiting first, as they filter', async () => {
      const agency = 'listing', mine: string[] = [];
      for (let n = 0; n < 7; n += 1) mine.push(await suggest(rig(), author, {agency, visibility: n % 2 ? 'held' : 'private', decision: n === 6 ? 'declined' : 'open'}));
      const walk = async (filter: string) => {
        const seen: string[] = [];
        for (let cursor = ''; ;) {
          const {body} = await official.get(`/suggestions?agency=${agency}${filter}&limit=2${cursor && `&cursor=${cursor}`}`);
          seen.push(...body.items.map((each: any) => each.suggestion.reference));
          if (!body.nextCursor) return seen;
          cursor = body.nextCursor;
        }
      };
      expect(await walk('')).toEqual(mine);
      expect(await walk('&visibility=held')).toEqual(mine.filter((_, n) => n % 2));
      expect(await walk('&visibility=private&decision=declined')).toEqual([mine[6]]);
      const {body} = await official.get(`/suggestions?agency=${agency}&limit=2`);
      expect((await official.get(`/suggestions?limit=2&cursor=${body.nextCursor}`)).body.type).toBe(type('invalid-cursor'));
      expect((await official.get(`/suggestions?limit=2`)).headers.get('etag')).toBe(null);
    });
    it('are shown nothing of another space', async () => {
      expect((await official.get('/suggestions', {space: 'other'})).body.items).toEqual([]);
      expect((await official.get(`/suggestions/${reference}`, {space: 'other'})).status).toBe(404);
    });
  });

  describe('of each field', () => {
    const long = (length: number) => 'x'.repeat(length);
    const link = (length: number) => ({url: `https://a.example/${'x'.repeat(Math.max(0, length - 18))}`});
    it.each([
      ['decision', 'text', 5000, (n: number) => ({...final, text: long(n)})],
      ['decision', 'link', 2048, (n: number) => ({...final, link: link(n)})],
      ['decision', 'transferredTo', 5000, (n: number) => ({...final, decision: 'transferred', transferredTo: {en: long(n)}})],
      ['answer', 'role', 5000, (n: number) => ({...answer, role: {en: long(n)}})],
      ['answer', 'text', 5000, (n: number) => ({...answer, text: long(n)})],
      ['answer', 'link', 2048, (n: number) => ({...answer, link: link(n)})],
      ['assignment', 'official', 80, (n: number) => ({agencyId: 'parks', official: long(n)})],
      ['notes', 'text', 5000, (n: number) => ({text: long(n)})],
    ] as const)('%s takes %s up to %d and no more', async (what, _, limit, body) => {
      const method = what === 'notes' ? 'POST' : 'PUT';
      const over = await official.act(method, reference, what, body(limit + 1));
      expect([over.status, over.body.type, over.body.errors[0].limit]).toEqual([422, type('too-long'), limit]);
      expect((await official.act(method, reference, what, body(limit))).status).toBe(200);
    });
    it('an agency’s id is measured before it is looked up', async () => {
      for (const [length, problem] of [[32, 'unknown-option'], [33, 'too-long']] as const) {
        for (const [what, body] of [['decision', final], ['answer', answer], ['assignment', {}]] as const) await refused(what, {...body, agencyId: long(length)}, problem, '/agencyId');
      }
    });
    it('none is taken that the contract does not name', async () => {
      for (const [what, body] of [['visibility', {visibility: 'published'}], ['decision', final], ['progress', {progress: 'done'}], ['answer', answer],
        ['assignment', {agencyId: 'parks'}], ['notes', {text: 'x'}], ['merge', {into: reference, text: 'x', agencyId: 'parks'}]] as const) {
        for (const extra of ['revision', 'supports', 'visibilty', 'official_', '__proto__']) await refused(what, JSON.parse(`{${JSON.stringify(body).slice(1, -1)},"${extra}":1}`), 'invalid-request', `/${extra}`);
      }
      expect((await official.get(`/suggestions/${reference}`)).body.revision).toBe(1);
    });
  });
});
