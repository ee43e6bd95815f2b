import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {addresses} from '../support/addresses.ts';
import {createSpace, file, shurkum, shurkumOk} from '../support/shurkum.ts';

const heads = {
  proposals: 'id,url,code,title,userId,date,summary,text,numComments,status,numSupports,isAssociation',
  comments: 'id,parentId,proposalId,page,userId,userType,date,time,text,numVotes,numPositiveVotes,numNegativeVotes',
};
const proposal = (id: number, more: Partial<Record<'title' | 'date' | 'status' | 'supports' | 'text', string>> = {}) =>
  `${id},/p,c,${more.title ?? `"Title, ${id}"`},9,${more.date ?? '2020-01-02'},Summary,${more.text ?? '"Two\nlines"'},1,${more.status ?? 'open'},${more.supports ?? '2'},0`;
const comment = (id: number, more: Partial<Record<'parent' | 'about' | 'time' | 'votes' | 'text', string>> = {}) =>
  `${id},${more.parent ?? '-1'},${more.about ?? '1'},1,7,,2020-01-03,${more.time ?? '0 days 10:00:00'},${more.text ?? `"comment, ${id}"`},1,${more.votes ?? '1'},0`;
const proposalsFile = (...lines: string[]) => file('proposals.csv', [heads.proposals, ...lines, ''].join('\n'));
const commentsFile = (...lines: string[]) => file('comments.csv', [heads.comments, ...lines, ''].join('\n'));
type Items = {items: {reference: string; title: string; text: string; supports: number; decision: string; author: string}[]};

describe.each(addresses)('proposals by the command line, on $name', ({skipped, open}) => {
  if (skipped) {
    it.skip(`come in and go out (${skipped})`);
    return;
  }
  let url: string, remove: () => Promise<void>;
  beforeAll(async () => {
    ({url, remove} = await open());
    await createSpace(url);
  });
  afterAll(() => remove());
  const load = (proposals: string, ...words: string[]) => shurkum(url, 'import', 'proposals', proposals, '--form', 'old', ...words);
  const exported = async (...words: string[]) => JSON.parse(await shurkumOk(url, 'export', 'proposals', ...words)) as Items;

  it.each([
    ['a quote that never ends', [proposal(1), '2,/p,c,"Title,9,2020'], /proposals\.csv:\d+:\d+: Quote Not Closed/],
    ['a cell too many', [proposal(1), `${proposal(2)},more`], /proposals\.csv:5:\d+: Invalid Record Length/],
    ['a day that is none', [proposal(1), proposal(2, {date: '2020-02-31'})], /proposals\.csv:4:21: date must be a day such as 2015-09-15, not “2020-02-31”/],
    ['a number that is none, after a cell of two lines', [proposal(1, {supports: 'many'})], /proposals\.csv:3:15: numSupports must be a whole number, not “many”/],
    ['a status that is not known', [proposal(1, {status: 'lost'})], /proposals\.csv:3:10: status must be open or archived/],
    ['the same id twice', [proposal(1), proposal(1)], /proposals\.csv:4:1: id 1 stood already in a line above/],
    ['nothing to see in a title', [proposal(1, {title: ' '})], /proposals\.csv:2:8: title must be a text/],
    ['a control character', [proposal(1, {text: 'a\u001bb'})], /proposals\.csv:2:\d+: text holds control characters/],
  ])('names line and column of %s, and stores nothing', async (_, lines, message) => {
    const refused = await load(proposalsFile(...lines));
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(message)]);
    expect((await exported('--all')).items).toEqual([]);
  });

  it.each([
    ['a proposal that is not there', [comment(1, {about: '77'})], /comments\.csv:2:6: there is no proposal 77/],
    ['a time that is none', [comment(1, {time: 'noon'})], /comments\.csv:2:\d+: time must be a time of day/],
    ['comments that answer each other', [comment(1, {parent: '2'}), comment(2, {parent: '1'})], /comments\.csv:2:3: the comments this answers lead back to it/],
    ['a column that is missing', [], /comments\.csv:1:1: there is no column “proposalId”/],
  ])('names line and column of %s among the comments', async (_, lines, message) => {
    const path = lines.length ? commentsFile(...lines) : file('comments.csv', 'id,parentId\n1,2\n');
    const refused = await load(proposalsFile(proposal(1)), '--comments', path);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(message)]);
    expect((await exported('--all')).items).toEqual([]);
  });

  it('brings in proposals with what was said of them, gzipped too, and says what was adapted', async () => {
    const path = file('comments.csv.gz', gzipSync([heads.comments, comment(2, {parent: '5'}), comment(3, {parent: '2'}), comment(1, {text: ''})].join('\n')));
    const said = await load(proposalsFile(proposal(1, {title: '=1+1'}), proposal(2, {status: 'archived'})), '--comments', path);
    expect(said.err).toBe('');
    expect(said.out).toContain('2 proposals with 3 comments in the form “old”\nThe form “old” was made for them. It is closed');
    expect(said.out).toMatch(/ 1 replies to comments that are not in the file stand by themselves/);
    expect((await exported()).items.map(({title, text, supports, decision, author}) => ({title, text, supports, decision, author}))).toEqual([
      {title: '=1+1', text: 'Summary\n\nTwo\nlines', supports: 2, decision: 'open', author: '9'},
      {title: 'Title, 2', text: 'Summary\n\nTwo\nlines', supports: 2, decision: 'expired', author: '9'},
    ]);
  });

  it('adds only what is new when the same proposals come again', async () => {
    const before = await exported();
    const said = await load(proposalsFile(proposal(1, {title: '=1+1'}), proposal(2, {status: 'archived'}), proposal(3)));
    expect(said.out).toContain('1 proposals with 0 comments in the form “old”\n2 of the proposals were here already');
    const after = await exported();
    expect(after.items.slice(0, 2)).toEqual(before.items);
    expect(after.items).toHaveLength(3);
  });

  it('writes a sheet that no spreadsheet runs', async () => {
    const sheet = await shurkumOk(url, 'export', 'proposals', '--format', 'csv');
    expect(sheet).toContain('"\'=1+1"');
    expect(sheet.split('\r\n')[0]).toContain('"reference","formId","kind"');
  });

  it('makes a form of its own where none is named, and says that a name cannot be one', async () => {
    expect((await shurkum(url, 'import', 'proposals', proposalsFile(proposal(8)))).out).toContain('The form “imported” was made for them');
    expect((await shurkum(url, 'import', 'proposals', proposalsFile(proposal(9)), '--form', 'no good')).err).toContain('“no good” is not an id of a form');
  });
});
