import {beforeAll, describe, expect, it} from 'vitest';
import {createApp, createForm, readSpace} from '@shurkum/server';
import type {Person} from '@shurkum/server';
import {randomReference, referenceOf} from '../../packages/server/src/domain/reference.ts';
import {webHmac} from '../../packages/server/src/identity/keys.ts';
import {trackingSecret} from '../../packages/server/src/identity/tracking.ts';
import {everyField, formDefinition, makeForm, submit} from '../support/forms.ts';
import {Official, useParticipation} from '../support/proposals.ts';
import {newKey, onEveryDatabase, start, type} from '../support/rig.ts';
import type {Guest, Reply, Rig} from '../support/rig.ts';

const problemOf = ({status, body}: Reply) => [status, body.type, ...(body.errors ?? [])];
const mine = async (guest: Guest, query = '') => (await guest.get(`/suggestions/mine${query}`)).body;
const lookUp = (rig: Rig, body: object, extra = {}) => rig.send('POST', '/suggestions/lookup', body, extra);

onEveryDatabase('a suggestion', (rig) => {
  let count = 0;
  const form = async (more: Parameters<typeof formDefinition>[1] = {}) => {
    const id = `form-${String((count += 1))}`;
    await makeForm(rig(), id, more);
    return id;
  };
  const sent = async (more: object = {}, id?: string): Promise<{guest: Guest; receipt: any}> => {
    const guest = await rig().guest();
    const {status, body} = await submit(guest, id ?? await form(), more);
    expect(status).toBe(201);
    return {guest, receipt: body};
  };
  beforeAll(async () => { await useParticipation(rig()); });

  describe('on its way in', () => {
    it('is acknowledged at once: reference, secret, by when, by whom', async () => {
      const {receipt} = await sent({}, await form({kind: 'complaint', answerWithin: 14, agency: 'transport'}));
      expect(receipt).toMatchObject({kind: 'complaint', public: true, answerWithin: 14, dueOn: '2026-12-13', agency: {id: 'transport'}, receivedAt: new Date(start).toISOString()});
      expect(receipt.reference).toMatch(/^\d{4}-\d{4}-\d{4}$/);
      expect(receipt.secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    });
    it('begins with one public update and waits for review, or stays with the authority', async () => {
      const id = await form({publication: 'choice', supportsNeeded: 500});
      for (const [shown, visibility, supportsNeeded] of [[true, 'held', 500], [false, 'private', null]] as const) {
        const {guest, receipt} = await sent({public: shown, name: ' سالم '}, id);
        const {items: [item]} = await mine(guest);
        expect(item).toMatchObject({text: 'Please put *bicycle stands* at schools.', public: shown, withdrawable: true});
        expect(item.suggestion).toMatchObject({reference: receipt.reference, visibility, supportsNeeded, decision: {state: 'open'}, progress: {state: 'not-started'}, author: {name: 'سالم'}, threadId: null});
        expect(item.suggestion.updates.items.map((update: {kind: string}) => update.kind)).toEqual(['received']);
        expect((await rig().get(`/proposals/${receipt.reference}`)).status).toBe(404);
      }
    });
    it('keeps its answers in the order of the form, for its author and nobody else', async () => {
      const answers = {agree: true, cost: 0.7, some: ['c', 'a'], short: 'abc'};
      const {guest} = await sent({answers}, await form({fields: everyField}));
      const {suggestion} = (await mine(guest)).items[0];
      expect(suggestion.answers.map(({field, answer}: {field: {id: string}; answer: unknown}) => [field.id, answer])).toEqual([['short', 'abc'], ['some', ['a', 'c']], ['cost', 0.7], ['agree', true]]);
      expect(await mine(await rig().guest())).toMatchObject({items: [], nextCursor: null});
    });
    it('sent twenty times with one key comes once, each time with the same secret, which is kept nowhere', async () => {
      const guest = await rig().guest();
      const id = await form(), key = newKey();
      const api = await rig().second();
      const replies = await Promise.all(Array.from({length: 20}, (_, n) => submit(guest, id, {}, {key, ...(n % 2 ? {api} : {})})));
      expect(new Set(replies.map(({status, text}) => `${status} ${text}`)).size).toBe(1);
      expect((await mine(guest)).items).toHaveLength(1);
      const {secret} = replies[0]!.body;
      expect(secret).toMatch(/^.{22}$/);
      const {sql} = await import('kysely');
      const {call} = await import('../../packages/server/src/store/act.ts');
      const {builderFor} = await import('../../packages/server/src/store/dialects.ts');
      const compiled = sql`select reply from idempotency`.compile(builderFor(rig().store.kind));
      const rows = await rig().store.read(() => call<{reply: string}>({compiled: () => ({text: compiled.sql, name: ''}), values: () => []}));
      expect(rows.some(({reply}) => reply.includes(replies[0]!.body.reference))).toBe(true);
      expect(rows.some(({reply}) => reply.includes(secret))).toBe(false);
    });
    it('draws another reference where the first is taken', async () => {
      const taken = referenceOf('0123456789'), free = referenceOf('9876543210');
      const drawn = [taken, taken, taken, free];
      const api = createApp({...rig().services, newReference: () => drawn.shift() ?? randomReference()});
      const guest = await rig().guest();
      const id = await form();
      expect([(await submit(guest, id, {}, {api})).body.reference, (await submit(guest, id, {}, {api})).body.reference]).toEqual([taken, free]);
    });
    it('begins to follow by an address, of which the receipt says nothing', async () => {
      const {receipt} = await sent({email: 'salim@example.om', language: 'ar'});
      expect(JSON.stringify(receipt)).not.toContain('example.om');
    });
  });

  describe('that cannot be taken', () => {
    it.each([
      ['too early', {opensAt: '2026-11-23T08:00:00.001Z'}, 409, 'form-closed'], ['too late', {closesAt: '2026-11-23T08:00:00.000Z'}, 409, 'form-closed'],
      ['from a guest where an account is needed', {guests: false}, 401, 'person-needed'],
    ])('%s is refused and leaves nothing', async (_, more, status, problem) => {
      const guest = await rig().guest();
      expect(problemOf(await submit(guest, await form(more)))).toEqual([status, type(problem)]);
      expect((await mine(guest)).items).toEqual([]);
    });
    it('is told where and why', async () => {
      const guest = await rig().guest();
      const id = await form({fields: everyField});
      for (const [more, status, problem, pointer, code] of [
        [{answers: {none: 'x'}}, 422, 'unknown-field', '/answers/none', 'unknown-field'], [{answers: {cost: 10.1}}, 422, 'out-of-range', '/answers/cost', 'maximum'], [{answers: {some: ['a', 'a']}}, 422, 'repeated-choice', '/answers/some/1', 'repeated-choice'],
        [{answers: {papers: ['A'.repeat(22)]}}, 409, 'attachment-gone', '/answers/papers/0', 'attachment-gone'], [{title: ' '}, 422, 'empty-text', '/title', 'empty'],
        [{answers: {constructor: 'x'}}, 422, 'unknown-field', '/answers/constructor', 'unknown-field'], [{answers: {day: null}}, 422, 'invalid-request', '/answers/day', 'type'],
      ] as const) expect(problemOf(await submit(guest, id, more))).toEqual([status, type(problem), expect.objectContaining({pointer, code})]);
      expect((await mine(guest)).items).toEqual([]);
    });
    it.each([
      ['title', 150, 'too-long'], ['text', 5000, 'too-long'], ['name', 80, 'too-long'],
    ])('%s is taken at its limit, and too long one past it', async (field, limit, problem) => {
      const id = await form();
      await sent({[field]: '😀'.repeat(limit)}, id);
      expect(problemOf(await submit(await rig().guest(), id, {[field]: 'ع'.repeat(limit + 1)}))).toEqual([422, type(problem), {pointer: `/${field}`, code: 'maxLength', limit}]);
    });
    it('with a field that no form has, or text that is none, is refused', async () => {
      const guest = await rig().guest();
      const id = await form();
      for (const more of [{reference: '0000-0000-0000'}, {visibility: 'published'}, {supports: 9}, {title: 'a\u0000b'}, {title: 'two\nlines'}, {text: 'a\u001b[2J'}, {email: 'none'}, {answers: {'__proto__x': 'y'}}, {answers: ['x']}]) {
        expect([more, ...problemOf(await submit(guest, id, more)).slice(0, 2)]).toEqual([more, 422, type('invalid-request')]);
      }
    });
  });

  describe('looked up', () => {
    it('is found by its reference however it is typed, with the secret', async () => {
      const {receipt: {reference, secret}} = await sent();
      const arabic = reference.replace(/\d/g, (digit: string) => String.fromCharCode(0x660 + Number(digit)));
      for (const typed of [reference, reference.replaceAll('-', ''), reference.replaceAll('-', ' – '), arabic]) {
        const {status, body, headers} = await lookUp(rig(), {reference: typed, secret});
        expect([status, body.suggestion.reference, body.suggestion.visibility, headers.get('cache-control')]).toEqual([200, reference, 'held', 'no-store']);
      }
    });
    it('tells its author why it was refused', async () => {
      const {receipt: {reference, secret}} = await sent();
      await new Official(rig()).done('PUT', reference, 'visibility', {visibility: 'rejected', reason: 'policy'});
      expect((await lookUp(rig(), {reference, secret})).body.suggestion).toMatchObject({visibility: 'rejected', reason: 'policy', title: 'Bicycle stands'});
      expect((await lookUp(rig(), {reference})).status).toBe(404);
    });
    it('needs no secret once it is published, and shows everybody what everybody may see', async () => {
      const {receipt: {reference, secret}} = await sent({answers: {short: 'abc', long: 'mine'}}, await form({fields: everyField}));
      await new Official(rig()).publish(reference);
      const fields = async (more: object) => (await lookUp(rig(), {reference, ...more})).body.suggestion.answers.map(({field}: {field: {id: string}}) => field.id);
      expect([await fields({}), await fields({secret: 'x'}), await fields({secret})]).toEqual([['short'], ['short'], ['short', 'long']]);
    });
    it('is opened by its own secret alone, in its own space', async () => {
      const {receipt: {reference, secret}} = await sent();
      const other = (await sent()).receipt;
      expect((await lookUp(rig(), {reference, secret: other.secret})).status).toBe(404);
      expect((await lookUp(rig(), {reference, secret}, {space: 'other'})).status).toBe(404);
    });
    it('has no secret where it was sent from an account: the account opens it', async () => {
      const person: Person = {key: 'an-account', level: 'signed-in', name: 'Salim'};
      const authenticators = [{recognises: () => true, authenticate: () => Promise.resolve(person)}];
      const api = createApp({...rig().services, authenticators});
      const {body} = await submit(await rig().guest(), await form({guests: false}), {name: 'Somebody else'}, {api});
      expect(body.secret).toBe(null);
      const space = await readSpace(rig().store, 'default');
      const secret = space && await trackingSecret(webHmac, space, body.reference);
      expect((await lookUp(rig(), {reference: body.reference, secret})).status).toBe(404);
      const {items: [item]} = (await (await rig().guest()).get('/suggestions/mine', {api})).body;
      expect(item.suggestion).toMatchObject({reference: body.reference, author: {name: 'Salim'}});
    });
  });

  describe('of mine', () => {
    it('is listed newest first, each once, page by page', async () => {
      const guest = await rig().guest();
      const id = await form();
      for (let n = 1; n <= 5; n += 1) expect((await submit(guest, id, {title: `idea ${n}`})).status).toBe(201);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: any = await mine(guest, `?limit=2${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.items.map(({suggestion}: any) => suggestion.title));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(['idea 5', 'idea 4', 'idea 3', 'idea 2', 'idea 1']);
      const {nextCursor} = await mine(guest, '?limit=1');
      expect(problemOf(await (await rig().guest()).get(`/suggestions/mine?cursor=${nextCursor}`)).slice(0, 2)).toEqual([400, type('invalid-cursor')]);
    });
    it('can be taken back, once, by nobody else', async () => {
      const {guest, receipt: {reference, secret}} = await sent();
      const stranger = await rig().guest();
      const take = (who: Guest, more: object = {}) => who.send('POST', '/suggestions/withdrawals', {reference, ...more});
      const {body: notMine} = await take(stranger);
      expect(notMine).toEqual((await stranger.send('POST', '/suggestions/withdrawals', {reference: referenceOf('5555555555')})).body);
      const {status, body} = await take(guest, {reason: 'It was done meanwhile.'});
      expect([status, body.suggestion.visibility, body.withdrawable]).toEqual([201, 'withdrawn', false]);
      expect(body.suggestion.updates.items[0]).toMatchObject({kind: 'withdrawn', text: 'It was done meanwhile.'});
      expect(problemOf(await take(guest))).toEqual([409, type('not-withdrawable')]);
      expect((await lookUp(rig(), {reference})).status).toBe(404);
      expect((await lookUp(rig(), {reference, secret})).body.suggestion.visibility).toBe('withdrawn');
    });
    it('once published and taken back shows that, and none of its words anywhere', async () => {
      const canary = 'canary-7f3a';
      const {guest, receipt: {reference}} = await sent({title: canary, text: canary, name: canary, answers: {short: canary}}, await form({fields: everyField}));
      await new Official(rig()).publish(reference);
      expect((await rig().get(`/proposals/${reference}`)).text).toContain(canary);
      const thread = `proposal/${reference}`;
      await (await rig().guest()).say(thread, 'A reply.');
      expect((await guest.send('POST', '/suggestions/withdrawals', {reference, reason: canary})).status).toBe(201);
      const {status, body, text} = await rig().get(`/proposals/${reference}`);
      expect([status, body.proposal.visibility, body.proposal.title, text.includes(canary)]).toEqual([200, 'withdrawn', null, false]);
      for (const path of [`/proposals/${reference}/updates`, `/thread?id=${encodeURIComponent(thread)}`]) expect((await rig().get(path)).text).not.toContain(canary);
      expect((await lookUp(rig(), {reference})).text).not.toContain(canary);
      expect((await rig().get(`/thread?id=${encodeURIComponent(thread)}`)).status).toBe(404);
    });
  });

  it('is of one space: its form is not known in another', async () => {
    await createForm(rig().store, 'other', formDefinition('elsewhere'));
    expect(problemOf(await submit(await rig().guest(), 'elsewhere'))).toEqual([404, type('not-found')]);
  });
});
