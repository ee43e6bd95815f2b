/** Two proposals become one: who belonged to either belongs to what is left, each once, and the line of descent stays. */
import {beforeAll, describe, expect, it} from 'vitest';
import {rowOf, statement} from '../../packages/server/src/store/statement.ts';
import type {FollowerTable} from '../../packages/server/src/store/schema-suggestions.ts';
import {findProposal} from '../../packages/server/src/store/proposals.ts';
import {Official, propose, suggest, useParticipation} from '../support/proposals.ts';
import {newKey, onEveryDatabase, type} from '../support/rig.ts';
import type {Guest} from '../support/rig.ts';

type Follower = Omit<FollowerTable, 'key'>;
const columns = ['id', 'proposal', 'person', 'address', 'address_key', 'language', 'state', 'asked_at', 'created_at'] as const;
const insert = statement((db, row: Follower) => db.insertInto('follower').values(rowOf(row, columns)));
const followersOf = statement((db, p: {proposal: number}) =>
  db.selectFrom('follower').select(['address', 'state']).where('proposal', '=', p.proposal).orderBy('address'));
const rowsOf = statement((db, p: {proposal: number}) => db.selectFrom('proposal_support').select('person').where('proposal', '=', p.proposal));

onEveryDatabase('merging', (rig) => {
  let official: Official, author: Guest;
  beforeAll(async () => {
    await useParticipation(rig());
    official = new Official(rig());
    author = await rig().guest();
  });
  const read = async (reference: string) => (await rig().get(`/proposals/${reference}`)).body.proposal;
  const support = (guest: Guest, reference: string, extra = {}) => guest.send('PUT', `/proposals/${reference}/support`, undefined, extra);
  const crowd = (size: number) => Promise.all(Array.from({length: size}, () => rig().guest()));
  const keyOf = async (reference: string) => (await rig().store.read(() => findProposal.first({space: 'default', reference})))!.key;
  const rows = async (reference: string) => (await rig().store.read(() => rowsOf.all({proposal: keys.get(reference)!}))).length;
  const keys = new Map<string, number>();
  const make = async (more?: Parameters<typeof propose>[2], by = author) => {
    const reference = await propose(rig(), by, more);
    keys.set(reference, await keyOf(reference));
    return reference;
  };
  async function follow(reference: string, ...states: [string, string][]): Promise<void> {
    for (const [address, state] of states) {
      await rig().store.write(() => insert.all({
        id: newKey(), proposal: keys.get(reference)!, person: 'p', address, address_key: address, language: null, state, asked_at: 1, created_at: 1,
      }));
    }
  }
  const followers = async (reference: string) =>
    (await rig().store.read(() => followersOf.all({proposal: keys.get(reference)!}))).map(({address, state}) => `${address} ${state}`);

  it('moves every supporter once, and counts what there is', async () => {
    const owner = await rig().guest();
    const [source, target, people] = [await make(), await make({}, owner), await crowd(6)];
    for (const each of [...people.slice(0, 4), owner]) await support(each, source);
    for (const each of [...people.slice(2, 6), author]) await support(each, target);
    const {status, body} = await official.merge(source, target);
    expect([status, body.suggestion.decision, body.suggestion.supports]).toMatchObject([200, {state: 'merged', reason: 'duplicate', mergedInto: target, agency: {id: 'transport'}}, 0]);
    expect([(await read(target)).supports, await rows(target), (await read(source)).supports, await rows(source)]).toEqual([7, 7, 0, 0]);
    expect((await people[0]!.send('DELETE', `/proposals/${target}/support`)).body.supports).toBe(6);
  });

  it('moves every address once; what was confirmed on either side is confirmed', async () => {
    const [source, target] = [await make(), await make()];
    await follow(source, ['a', 'confirmed'], ['b', 'confirmed'], ['c', 'pending'], ['d', 'pending'], ['e', 'confirmed']);
    await follow(target, ['b', 'confirmed'], ['c', 'confirmed'], ['d', 'pending'], ['e', 'pending'], ['f', 'confirmed']);
    await official.merge(source, target);
    expect(await followers(target)).toEqual(['a confirmed', 'b confirmed', 'c confirmed', 'd pending', 'e confirmed', 'f confirmed']);
    // What is left behind keeps its link to stop, which stops it where it went too.
    expect(await followers(source)).toEqual(['b confirmed', 'c pending', 'd pending', 'e confirmed']);
    expect((await official.get(`/suggestions/${target}`)).body.followers).toBe(5);
  });

  it('leaves the one that was merged where it is, pointing on, with nothing more to support', async () => {
    const [source, target, guest] = [await make(), await make(), await rig().guest()];
    await official.merge(source, target);
    const [old, kept] = [await read(source), await read(target)];
    expect(old).toMatchObject({visibility: 'published', decision: {state: 'merged', mergedInto: target}, answeredIn: 0, updates: {items: [{kind: 'decision'}, {kind: 'received'}]}});
    expect(kept).toMatchObject({mergedFrom: [source], updates: {items: [{kind: 'merged', merged: source}, {kind: 'received'}]}});
    for (const method of ['PUT', 'DELETE']) {
      const reply = await guest.send(method, `/proposals/${source}/support`);
      expect([reply.status, reply.body.type, reply.body.errors]).toEqual([409, type('not-editable'), [{pointer: '', code: 'merged'}]]);
    }
    const again = await official.act('PUT', source, 'decision', {decision: 'open'});
    expect([again.status, again.body.type]).toEqual([422, type('invalid-decision')]);
    await official.remove(source);
    expect((await read(target)).mergedFrom).toEqual([source]);
  });

  it('brings enough supports together, and tells it once', async () => {
    const [source, target, people] = [await make(), await make({supports_needed: 5}), await crowd(6)];
    for (const [n, each] of people.entries()) await support(each, n < 3 ? source : target);
    await official.merge(source, target);
    const told = async () => (await read(target)).updates.items.map((each: any) => each.kind);
    expect(await told()).toEqual(['threshold', 'merged', 'received']);
    await support(await rig().guest(), target);
    expect(await told()).toEqual(['threshold', 'merged', 'received']);
  });

  describe('what cannot be merged', () => {
    it('is told why', async () => {
      const [source, target] = [await make(), await make()];
      const held = await suggest(rig(), author);
      const refused = async (reference: string, into: string, problem: string, pointer: string) => {
        const {status, body} = await official.merge(reference, into);
        expect([status, body.type, body.errors[0].pointer]).toEqual([problem === 'merge-circle' ? 409 : 422, type(problem), pointer]);
      };
      await refused(source, source, 'merge-circle', '/into');
      for (const into of ['1234-5678-9047', 'x', held]) await refused(source, into, 'invalid-decision', '/into');
      await refused(held, target, 'invalid-decision', '');
      await official.merge(source, target);
      await refused(source, await make(), 'invalid-decision', '');
      await refused(await make(), source, 'invalid-decision', '/into');
      await refused(target, source, 'merge-circle', '/into');
    });
    it('needs words that say something, and an agency that is one', async () => {
      const [source, target] = [await make(), await make()];
      const merge = (body: object) => official.act('POST', source, 'merge', {into: target, text: 'x', agencyId: 'parks', ...body});
      expect((await merge({text: ' \n'})).body.type).toBe(type('empty-text'));
      expect((await merge({text: 'x'.repeat(5001)})).body.type).toBe(type('too-long'));
      expect((await merge({into: '1'.repeat(65)})).body.type).toBe(type('too-long'));
      expect((await merge({agencyId: 'nobody'})).body.type).toBe(type('unknown-option'));
      expect(await read(source)).toMatchObject({decision: {state: 'open'}, supports: 0});
      expect((await merge({text: 'x'.repeat(5000), into: target.replaceAll('-', ' ')})).status).toBe(200);
    });
  });

  describe('at the same moment', () => {
    /** Each merges into the next, the last into the first, all having read everything before. */
    async function ring(size: number): Promise<{references: string[]; done: number}> {
      const references = await Promise.all(Array.from({length: size}, () => make()));
      const [etags, api] = [await Promise.all(references.map((each) => official.etag(each))), await rig().second()];
      const replies = await Promise.all(references.map((each, n) =>
        official.merge(each, references[(n + 1) % size]!, {ifMatch: etags[n]!, ...(n % 2 && {api})})));
      for (const {status} of replies) expect([200, 409, 412, 422]).toContain(status);
      return {references, done: replies.filter(({status}) => status === 200).length};
    }
    it('never closes a circle, whatever its size', async () => {
      for (const size of [2, 2, 2, 3, 3, 5]) {
        const {references, done} = await ring(size);
        expect(done).toBeGreaterThan(0);
        const into = new Map<string, string | null>();
        for (const each of references) into.set(each, (await read(each)).decision.mergedInto);
        expect([...into.values()].filter(Boolean).length).toBe(done);
        for (let at: string | null | undefined = references[0], steps = 0; at; at = into.get(at), steps += 1) expect(steps).toBeLessThan(size);
      }
    });
    it('refuses the circle to whoever insists, having read again', async () => {
      const [one, two, three] = [await make(), await make(), await make()];
      for (const [from, into] of [[one, two], [two, three]] as const) expect((await official.merge(from, into)).status).toBe(200);
      expect((await official.merge(three, one)).body.type).toBe(type('merge-circle'));
    });
    it('loses no support that comes meanwhile, and counts none twice', async () => {
      const [source, target, people, api] = [await make(), await make(), await crowd(30), await rig().second()];
      for (const each of people.slice(0, 5)) await support(each, source);
      const ifMatch = await official.etag(source);
      const acts = people.slice(5).map((each, n) => support(each, n % 3 ? source : target, n % 2 ? {api} : {}));
      const [merged, ...replies] = await Promise.all([official.merge(source, target, {ifMatch}), ...acts]);
      expect(merged.status).toBe(200);
      const accepted = replies.filter(({status}) => status === 200).length;
      expect(replies.filter(({status}) => status !== 200).every(({body}) => body.type === type('not-editable'))).toBe(true);
      expect([(await read(target)).supports, await rows(target), await rows(source)]).toEqual([5 + accepted, 5 + accepted, 0]);
    });
  });
});
