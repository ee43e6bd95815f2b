import {gzipSync} from 'node:zlib';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createApp, randomId, setThread} from '@shurkum/server';
import type {Services} from '@shurkum/server';
import {openStore} from '@shurkum/server/node';
import {addresses} from '../support/addresses.ts';
import {hasRealInput, realInput} from '../support/polis.ts';
import {createSpace, file, folder, shurkum, shurkumOk, spaceDefinition} from '../support/shurkum.ts';

const poll = {
  id: 'hours', title: {ar: 'أوقات الدوام', en: 'Opening hours'}, opensAt: '2026-01-01T06:00:00Z', timeZone: 'Asia/Muscat', resultRule: 'after-vote',
  questions: [{id: 'q', kind: 'single', text: {en: 'When?'}, options: [{id: 'am', label: {en: '=cmd|calc'}}, {id: 'pm', label: {en: 'Afternoon'}}]}],
};
const line = (n: number, parent: number | null, text = `comment ${n}`) =>
  JSON.stringify({n, parent_n: parent, author: 'سالم', created_at: '2026-01-01T00:00:00Z', text});
const discussion = [line(1, null), line(2, 1), line(3, 2), line(4, null)].join('\n');

type Items = {items: {id: string; parentId: string | null; text: string; author: string; state: string}[]};
const exported = async (database: string, thread: string, ...words: string[]) =>
  JSON.parse(await shurkumOk(database, 'export', 'thread', thread, ...words)) as Items;

/** Acts as one guest; gives the id of the comment. */
function sender(services: Services) {
  const api = createApp(services);
  const post = async (method: string, path: string, body: unknown, authorization = '') => (await api(new Request(`http://api.example/v1/default${path}`, {
    method, body: JSON.stringify(body), headers: {'content-type': 'application/json', 'idempotency-key': randomId(), ...(authorization && {authorization})},
  }))).json() as Promise<{key: string; comment: {id: string}}>;
  const guest = post('POST', '/guests', {});
  return async (method: string, path: string, body: unknown) => (await post(method, path, body, `Bearer ${(await guest).key}`)).comment.id;
}

describe.each(addresses)('the command line on $name', ({skipped, open}) => {
  if (skipped) {
    it.skip(`makes, imports, decides and exports (${skipped})`);
    return;
  }
  let url: string, remove: () => Promise<void>;
  beforeAll(async () => {
    ({url, remove} = await open());
    await createSpace(url);
  });
  afterAll(() => remove());

  it('makes a poll from its definition and says how to show it', async () => {
    expect(await shurkumOk(url, 'create', 'poll', file('poll.json', JSON.stringify(poll)))).toContain('<shurkum-poll-card poll-id="hours">');
    const again = await shurkum(url, 'create', 'poll', file('poll.json', JSON.stringify(poll)));
    expect([again.code, again.err]).toEqual([1, 'There is a poll “hours” already.\n']);
  });

  it.each([
    ['a field that is not known', JSON.stringify({...poll, id: 'x', colour: 1}, null, 2), /poll\.json:1:1: “colour” is not known here/],
    ['a wrong kind', JSON.stringify({...poll, id: 'x', questions: [{...poll.questions[0], kind: 'guess'}]}, null, 2), /poll\.json:\d+:\d+: \/questions\/0\/kind must be one of/],
    ['broken JSON', '{\n  "id": "x"\n  "title": {}\n}', /poll\.json:3:3: CommaExpected/],
    ['options that contradict the kind', JSON.stringify({...poll, id: 'x', questions: [{...poll.questions[0], options: []}]}), /at least two options/],
  ])('refuses a definition with %s and names the place', async (_, text, message) => {
    const refused = await shurkum(url, 'create', 'poll', file('poll.json', text));
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(message);
  });

  it('imports a discussion, gzipped too, with parents right', async () => {
    expect(await shurkumOk(url, 'import', 'thread', file('d.jsonl.gz', gzipSync(discussion)), '--thread', 'talk')).toBe('4 comments in “talk”\n');
    const {items} = await exported(url, 'talk');
    const byText = new Map(items.map((item) => [item.text, item]));
    expect(items.map(({text}) => text)).toEqual(['comment 1', 'comment 2', 'comment 3', 'comment 4']);
    expect(byText.get('comment 3')?.parentId).toBe(byText.get('comment 2')?.id);
    expect(byText.get('comment 4')?.parentId).toBe(null);
  });

  it.each([
    ['a reply before its parent', [line(1, 2), line(2, null)], ':1: parent_n 2 does not stand in a line above'],
    ['a line that is not JSON', [line(1, null), '{"n": 2,'], ':2: '],
    ['a number twice', [line(1, null), line(1, null)], ':2: n 1 stood already'],
    ['a control character', [line(1, null), line(2, null, 'a\u001b[2J')], ':2: text holds control characters'],
    ['half a character', [line(1, null), line(2, null).replace('comment 2', 'a\\ud800')], ':2: text holds control characters or half a character'],
    ['an instant before 1970', [line(1, null).replace('2026', '1969')], ':1: created_at must be in the years 1970 to 9999'],
    ['an instant after 9999', [line(1, null).replace('2026', '+010000')], ':1: created_at must be in the years 1970 to 9999'],
    ['an author of nothing that can be seen', [line(1, null).replace('سالم', '\u3164')], ':1: author must be a name'],
    ['an author without a name', [line(1, null), line(2, null).replace('سالم', ' ')], ':2: author must be a name'],
  ])('names the line with %s and stores nothing of that import', async (_, lines, message) => {
    const refused = await shurkum(url, 'import', 'thread', file('d.jsonl', lines.join('\n')), '--thread', 'nothing');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(message);
    expect((await shurkum(url, 'export', 'thread', 'nothing')).err).toContain('There is no thread');
  });

  it('does not import the same discussion twice unless it is told to append', async () => {
    const path = file('d.jsonl', discussion);
    const again = await shurkum(url, 'import', 'thread', path, '--thread', 'talk');
    expect([again.code, again.err]).toEqual([1, '“talk” has 4 comments already; --append adds to them. Nothing was stored.\n']);
    await shurkumOk(url, 'import', 'thread', path, '--thread', 'talk', '--append');
    expect((await exported(url, 'talk')).items).toHaveLength(8);
  });

  it('names the line of a vote that means nothing and stores no poll', async () => {
    const where = join(folder(), 'street');
    mkdirSync(where);
    writeFileSync(join(where, 'comments.csv'), 'timestamp,comment-id,comment-body\n1,0,More trees\n2,1,"Fewer\ncars"\n');
    writeFileSync(join(where, 'votes.csv'), 'timestamp,datetime,comment-id,voter-id,vote\n5,x,0,7,1\n6,x,1,7,2\n');
    const refused = await shurkum(url, 'import', 'polis', where);
    expect(refused.err).toMatch(/votes\.csv:3: vote must be 1, 0 or -1, not “2”/);
    expect((await shurkum(url, 'export', 'poll', 'street-0')).code).toBe(1);
  });

  it('refuses a consultation in a folder whose name could name no poll', async () => {
    const where = join(folder(), 'my street');
    mkdirSync(where);
    const refused = await shurkum(url, 'import', 'polis', where);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('“my street” is not\n')]);
  });

  it('removes and publishes comments, and exports only what everyone sees unless told otherwise', async () => {
    const {items: [first]} = await exported(url, 'talk');
    expect(await shurkumOk(url, 'decide', 'comment', first!.id, '--remove', 'spam')).toContain('removed');
    expect((await exported(url, 'talk')).items.map(({id}) => id)).not.toContain(first!.id);
    expect((await exported(url, 'talk', '--all')).items.find(({id}) => id === first!.id)?.state).toBe('removed');
    await shurkumOk(url, 'decide', 'comment', first!.id, '--publish');
    expect((await exported(url, 'talk')).items.map(({id}) => id)).toContain(first!.id);
    expect((await shurkum(url, 'decide', 'comment', first!.id, '--remove', 'because')).err).toContain('The reason is one of');
  });

  it('decides on the text that was shown, not on one that came since', async () => {
    const thread = 'reviewed';
    const store = await openStore(url);
    const services = {store, clock: () => new Date(), newId: randomId, log: () => undefined};
    await setThread(services, 'default', thread, {state: 'pre-moderated'});
    const send = sender(services);
    const id = await send('POST', '/comments', {threadId: thread, text: 'harmless \u202etxet'});
    const listed = await shurkumOk(url, 'list', 'held');
    expect(listed).toContain(`${id}  --revision 1`);
    expect(listed).toContain('harmless \\u202etxet');
    await send('PATCH', `/comments/${id}`, {text: 'harmful'});
    const refused = await shurkum(url, 'decide', 'comment', id, '--publish');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('its author has changed it since')]);
    expect(await shurkumOk(url, 'decide', 'comment', id, '--revision', '2', '--publish')).toBe('Published.\n');
    await store.close();
  });

  it('writes CSV that a spreadsheet shows and never runs', async () => {
    const csv = await shurkumOk(url, 'export', 'poll', 'hours', '--format', 'csv');
    expect(csv.startsWith('\uFEFF"question","option","label","people","score","answered"\r\n')).toBe(true);
    expect(csv).toContain('"q","am","\'=cmd|calc","0","0","0"');
  });

  it.skipIf(!hasRealInput)('imports an Arabic talk page with its ninety-one comments', async () => {
    expect(await shurkumOk(url, 'import', 'thread', `${realInput}threads/arwiki-user-talk.jsonl`, '--thread', 'arwiki')).toContain('91 comments');
  });
});

describe('the command line', () => {
  it('explains itself, and says what it does not know', async () => {
    expect((await shurkum(':memory:')).out).toContain('import polis FOLDER');
    const unknown = await shurkum(':memory:', 'paint', 'wall');
    expect([unknown.code, unknown.err.split('\n')[0]]).toEqual([2, 'There is no command “paint wall”.']);
    expect((await shurkum(':memory:', 'export', 'thread', 'x', '--colour', 'red')).err).toContain('--colour');
  });

  it('refuses a space whose definition has a wrong type, with line and column', async () => {
    const text = JSON.stringify({...spaceDefinition, guests: 'yes'}, null, 2);
    expect((await shurkum(':memory:', 'create', 'space', file('space.json', text))).err).toMatch(/space\.json:\d+:\d+: \/guests must be boolean/);
  });
});
