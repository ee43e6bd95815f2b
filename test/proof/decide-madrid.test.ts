/**
 * Decide Madrid as it was: 80 proposals and 5,633 comments of a real site, imported by the command line and read back through the
 * API. What must be there is worked out from the files here, by code that shares nothing with the import.
 */
import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {parse} from 'csv-parse/sync';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openStore} from '@shurkum/server/node';
import {addresses} from '../support/addresses.ts';
import {hasRealInput, realInput} from '../support/polis.ts';
import {Rig} from '../support/rig.ts';
import {createSpace, shurkumOk} from '../support/shurkum.ts';

type Row = Record<string, string>;
type Shown = {id: string; parentId: string | null; author: {name: string; official?: object}; createdAt: string; body: unknown; supports: number; replyCount: number};

const folder = `${realInput}proposals/decide-madrid/`;
const rows = (bytes: Buffer): Row[] => parse(bytes, {columns: true});
const words = (body: unknown): string => JSON.stringify(body).replace(/\\[nt]|[^\p{L}\p{N}]+/gu, '');
/** What is left of a text when its marks are gone, as it is of a parsed one without the names of its parts. */
const letters = (body: unknown): string => {
  const said: string[] = [];
  JSON.stringify(body, (key, value: unknown) => { if (key === 'text' || key === 'href') said.push(String(value)); return value; });
  return words(said);
};

describe.skipIf(!hasRealInput).each(addresses)('Decide Madrid, on $name', ({skipped, open}) => {
  if (skipped) {
    it.skip(`is all there (${skipped})`);
    return;
  }
  let proposals: Row[], comments: Row[], ids: Set<string | undefined>;
  let database: string, remove: () => Promise<void>, rig: Rig, said: string, close: () => Promise<void>;
  const listed: {reference: string; title: string; supports: number; commentCount: number; decision: {state: string}}[] = [];
  const load = () => shurkumOk(database, 'import', 'proposals', `${folder}proposals.csv`, '--comments', `${folder}comments.csv.gz`, '--form', 'madrid');

  beforeAll(async () => {
    proposals = rows(readFileSync(`${folder}proposals.csv`));
    comments = rows(gunzipSync(readFileSync(`${folder}comments.csv.gz`)));
    ids = new Set(comments.map(({id}) => id));
    ({url: database, remove} = await open());
    await createSpace(database);
    said = await load();
    const store = await openStore(database);
    close = () => store.close();
    rig = new Rig({store, close});
    for (let cursor: string | null = ''; cursor !== null;) {
      const {body} = await rig.get(`/proposals?limit=30${cursor && `&cursor=${cursor}`}`);
      listed.push(...body.items);
      cursor = body.nextCursor as string | null;
    }
  });
  afterAll(async () => {
    await close();
    await remove();
  });

  /** Every comment that a reader of the thread can come to. */
  async function shownIn(reference: string): Promise<Shown[]> {
    const thread = encodeURIComponent(`proposal/${reference}`);
    const all: Shown[] = [];
    const walk = async (below: string): Promise<Shown[]> => {
      const found: Shown[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const {body} = await rig.get(`/comments?thread=${thread}&sort=oldest&limit=100${below}${cursor && `&cursor=${cursor}`}`);
        found.push(...body.items);
        cursor = body.nextCursor as string | null;
      }
      return found;
    };
    for (const top of await walk('')) {
      all.push(top);
      if (top.replyCount) all.push(...await walk(`&parent=${top.id}`));
    }
    return all;
  }

  it('lists every proposal with its supports, its number of comments and what became of it', () => {
    const expected = proposals.map(({id, title, numSupports, status}) => ({
      title, supports: Number(numSupports), decision: status === 'archived' ? 'expired' : 'open', commentCount: comments.filter(({proposalId}) => proposalId === id).length,
    }));
    const found = listed.map(({title, supports, commentCount, decision}) => ({title, supports, commentCount, decision: decision.state}));
    const inOrder = (list: object[]) => list.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort();
    expect(found).toHaveLength(80);
    expect(inOrder(found)).toEqual(inOrder(expected));
  });

  it('shows every comment under its proposal, with its words, its author and what it answers', async () => {
    let shown = 0, officials = 0, empty = 0, deepest = 0;
    for (const {id, title} of proposals) {
      const mine = comments.filter(({proposalId}) => proposalId === id);
      const found = await shownIn(listed.find((each) => each.title === title)!.reference);
      const key = (author: string, at: string, text: string) => `${author} ${at} ${text}`;
      const expected = new Map(mine.map((row) => [row['id'], key(row['userId']!, `${row['date']}T${row['time']!.slice(7)}.000Z`, row['text']!.trim() ? words([row['text']]) : '')]));
      const keyOf = (one: Shown) => key(one.author.name, one.createdAt, letters(one.body));
      expect(found.map(keyOf).sort()).toEqual([...expected.values()].sort());
      const byId = new Map(found.map((one) => [one.id, one]));
      const pairs = (list: [string, string | undefined][]) => list.map(([one, above]) => `${one} < ${above ?? ''}`).sort();
      expect(pairs(found.map((one) => [keyOf(one), one.parentId === null ? undefined : keyOf(byId.get(one.parentId)!)])))
        .toEqual(pairs(mine.map((row) => [expected.get(row['id'])!, expected.get(row['parentId'])])));
      const depth = (one: Shown): number => (one.parentId === null ? 1 : 1 + depth(byId.get(one.parentId)!));
      deepest = Math.max(deepest, ...found.map(depth));
      shown += found.length;
      officials += found.filter(({author}) => author.official).length;
      empty += found.filter(({body}) => JSON.stringify(body).includes('"…"')).length;
    }
    expect({shown, officials, empty, deepest}).toEqual({shown: 5633, officials: 3, empty: 62, deepest: 25});
  });

  it('says what it adapted, each number as the files have it', () => {
    const numbers = Object.fromEntries([...said.matchAll(/^ +(\d+) (.+)$/gm)].map(([, count, what]) => [what, Number(count)]));
    const sum = (list: Row[], column: string) => list.reduce((total, row) => total + Number(row[column]), 0);
    expect(said).toContain('80 proposals with 5633 comments');
    expect(numbers).toMatchObject({
      'replies to comments that are not in the file stand by themselves': comments.filter(({parentId}) => parentId !== '-1' && !ids.has(parentId)).length,
      'comments without a text show “…”': comments.filter(({text}) => !text!.trim()).length,
      'proposals without a text show their summary': proposals.filter(({text}) => !text!.trim()).length,
      'archived proposals count as expired': proposals.filter(({status}) => status === 'archived').length,
      'votes against comments are left out: here comments are only supported': sum(comments, 'numNegativeVotes'),
      'comments that the proposals count are not in the file': sum(proposals, 'numComments') - comments.length,
    });
    expect(numbers['replies to comments that are not in the file stand by themselves']).toBe(268);
  });

  it('answers each proposal as the contract says', async () => {
    for (const {reference} of listed) expect((await rig.get(`/proposals/${reference}`)).status).toBe(200);
  });

  it('makes no second one of what is here, and gives each the same reference again', async () => {
    const again = await load();
    expect(again).toContain('80 of the proposals were here already');
    const {items} = JSON.parse(await shurkumOk(database, 'export', 'proposals')) as {items: {reference: string; title: string}[]};
    expect(items.map(({reference}) => reference).sort()).toEqual(listed.map(({reference}) => reference).sort());
    expect((await shownIn(listed[0]!.reference)).length).toBe(listed[0]!.commentCount);
  });
});
