import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {createApp} from '@shurkum/server';
import {diskFiles} from '@shurkum/server/node';
import {everyField, makeForm, submit, upload} from '../support/forms.ts';
import {jpeg, pdf, png, webp, zip} from '../support/files.ts';
import {Official, useParticipation} from '../support/proposals.ts';
import {newKey, onEveryDatabase, type} from '../support/rig.ts';
import type {Guest, Reply} from '../support/rig.ts';

const problemOf = ({status, body}: Reply) => [status, body.type, ...(body.errors ?? [])];
const hour = 3_600_000;

onEveryDatabase('an attachment', (rig) => {
  let count = 0;
  const form = async () => {
    const id = `form-${String((count += 1))}`;
    await makeForm(rig(), id, {fields: everyField});
    return id;
  };
  const uploaded = async (guest: Guest, bytes: BodyInit = png(), name?: string): Promise<any> => {
    const {status, body} = await upload(guest, bytes, name);
    expect(status).toBe(201);
    return body;
  };
  const fetched = (path: string, headers: Record<string, string> = {}) => rig().api(new Request(`https://api.example/v1/default${path}`, {headers}));
  const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
  beforeAll(async () => { await useParticipation(rig()); });

  describe('on its way in', () => {
    it.each([
      ['PNG', png(7, 5), 'image/png', 7, 5], ['JPEG', jpeg(7, 5), 'image/jpeg', 7, 5], ['WebP', webp(), 'image/webp', 1, 1], ['PDF', pdf(), 'application/pdf', null, null],
    ])('is a %s by its bytes, whatever its name says', async (_, bytes, kind, width, height) => {
      const body = await uploaded(await rig().guest(), bytes, 'صورة.txt');
      expect(body).toEqual({id: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/), name: 'صورة.txt', type: kind, bytes: bytes.length, width, height});
    });
    it('of exactly five million bytes is taken, of one more is not, with or without a length', async () => {
      const guest = await rig().guest();
      const sized = (size: number) => png(4, 3, {filler: size - png().length - 12});
      expect((await uploaded(guest, sized(5_000_000))).bytes).toBe(5_000_000);
      const tooLarge = [413, type('body-too-large'), {pointer: '', code: 'maxBytes', limit: 5_000_000}];
      expect(problemOf(await upload(guest, sized(5_000_001)))).toEqual(tooLarge);
      expect(problemOf(await upload(guest, png(), 'x', {headers: {'content-length': '5000001'}}))).toEqual(tooLarge);
      let pulled = 0;
      const endless = new ReadableStream({pull(controller) { pulled += 1; controller.enqueue(new Uint8Array(100_000)); }});
      expect(problemOf(await upload(guest, endless))).toEqual(tooLarge);
      expect(pulled).toBeLessThan(60);
    });
    it.each([
      ['of no bytes', new Uint8Array(), 422, 'file-unreadable', 'empty'], ['that is a ZIP named .png', zip(), 415, 'file-type', 'type'],
      ['that is HTML named .pdf', new TextEncoder().encode('<script>alert(1)</script>'), 415, 'file-type', 'type'],
      ['cut off', png().subarray(0, -20), 422, 'file-unreadable', 'truncated'],
      ['of few bytes that promise 4,294,967,295 pixels a side', png(0xffffffff, 0xffffffff, {bomb: true}), 422, 'file-unreadable', 'pixels'],
    ])('%s is refused and kept nowhere', async (_, bytes, status, problem, code) => {
      const guest = await rig().guest();
      expect(problemOf(await upload(guest, bytes)).slice(0, 3)).toEqual([status, type(problem), expect.objectContaining({pointer: '', code})]);
      for (let n = 0; n < 20; n += 1) await uploaded(guest);
    });
    it('is refused where it is called something else, without a name, without a person, or at length', async () => {
      const guest = await rig().guest();
      for (const kind of ['image/png', 'multipart/form-data; boundary=x', 'application/json', '']) {
        expect(problemOf(await upload(guest, png(), 'x', {headers: {'content-type': kind}}))).toEqual([415, type('unsupported-media-type')]);
      }
      const bare = {raw: png(), headers: {'content-type': 'application/octet-stream'}};
      expect(problemOf(await guest.send('POST', '/attachments', undefined, bare)).slice(0, 2)).toEqual([400, type('invalid-parameter')]);
      expect(problemOf(await upload(guest, png(), `${'x'.repeat(200)}y`)).slice(0, 2)).toEqual([400, type('invalid-parameter')]);
      expect((await upload(guest, png(), 'x'.repeat(200))).status).toBe(201);
      expect(problemOf(await rig().send('POST', '/attachments?name=x', undefined, bare))).toEqual([401, type('person-needed')]);
    });
    it('sent again with its key is the same one; another with that key is refused', async () => {
      const guest = await rig().guest();
      const key = newKey();
      const first = await upload(guest, png(), 'a', {key});
      expect((await upload(guest, png(), 'a', {key})).text).toBe(first.text);
      for (const [bytes, name] of [[png(5, 5), 'a'], [png(), 'b']] as const) {
        expect(problemOf(await upload(guest, bytes, name, {key}))).toEqual([409, type('idempotency-key-reused')]);
      }
    });
    it('may wait with nineteen others, not with twenty', async () => {
      const guest = await rig().guest();
      for (let n = 0; n < 20; n += 1) await uploaded(guest);
      const refused = await upload(guest, png());
      expect(problemOf(refused)).toEqual([429, type('too-many-requests'), {pointer: '', code: 'maxFiles', limit: 20}]);
      expect(refused.headers.get('retry-after')).toBe('3600');
    });
  });

  describe('of a suggestion', () => {
    it('is its uploader\'s, of one suggestion', async () => {
      const [guest, stranger] = [await rig().guest(), await rig().guest()];
      const id = await form();
      const file = (await uploaded(guest)).id;
      const gone = (field = 'pictures') => [409, type('attachment-gone'), {pointer: `/answers/${field}/0`, code: 'attachment-gone'}];
      expect(problemOf(await submit(stranger, id, {answers: {pictures: [file]}}))).toEqual(gone());
      expect((await submit(guest, id, {answers: {pictures: [file]}})).status).toBe(201);
      expect(problemOf(await submit(guest, id, {answers: {papers: [file]}}))).toEqual(gone('papers'));
      const {items: [item]} = (await guest.get('/suggestions/mine')).body;
      expect(item.suggestion.attachments).toEqual([{id: file, name: 'picture.png', type: 'image/png', bytes: png().length, width: 4, height: 3}]);
    });
    it('named by two suggestions at the same moment belongs to one of them', async () => {
      const guest = await rig().guest();
      const id = await form(), api = await rig().second();
      for (let round = 0; round < 10; round += 1) {
        const file = (await uploaded(guest)).id;
        const replies = await Promise.all([0, 1, 2, 3].map((n) => submit(guest, id, {answers: {pictures: [file]}}, n % 2 ? {api} : {})));
        expect(replies.map(({status}) => status).toSorted()).toEqual([201, 409, 409, 409]);
      }
    });
    it('that is refused stays usable', async () => {
      const guest = await rig().guest();
      const id = await form();
      const file = (await uploaded(guest)).id;
      expect((await submit(guest, id, {answers: {pictures: [file, 'A'.repeat(22)]}})).status).toBe(409);
      expect((await submit(guest, id, {answers: {pictures: [file]}})).status).toBe(201);
    });
    it('is fetched by everyone once it is published, where its field is public, and by officials always', async () => {
      const guest = await rig().guest();
      const [shown, kept] = [await uploaded(guest, png(), '../خطّة "1".exe'), await uploaded(guest, pdf(), 'cv.pdf')];
      const official = new Official(rig());
      const staff = {authorization: `Bearer ${rig().administratorKey}`};
      const {reference} = (await submit(guest, await form(), {answers: {pictures: [shown.id], papers: [kept.id]}})).body;
      const nothing = await (await fetched(`/attachments/${'A'.repeat(22)}`)).text();
      const states = async () => {
        const replies = await Promise.all([shown, kept].map(({id}) => fetched(`/attachments/${id}`)));
        for (const reply of replies) if (reply.status === 404) expect(await reply.text()).toBe(nothing);
        return replies.map(({status}) => status);
      };
      expect(await states()).toEqual([404, 404]);
      await official.publish(reference);
      expect(await states()).toEqual([200, 404]);
      for (const [id, bytes] of [[shown.id, png()], [kept.id, pdf()]] as const) {
        const reply = await fetched(`/staff/attachments/${id}`, staff);
        expect([reply.status, reply.headers.get('cache-control'), await bytesOf(reply)]).toEqual([200, 'no-store', bytes]);
        expect((await fetched(`/staff/attachments/${id}`)).status).toBe(401);
        expect((await guest.get(`/staff/attachments/${id}`)).status).toBe(401);
      }
      await official.remove(reference);
      expect(await states()).toEqual([404, 404]);
    });
    it('is only ever saved: never shown in place, never another type, never a page', async () => {
      const guest = await rig().guest();
      const {id} = await uploaded(guest, png(), '..\\evil\u202egnp.exe\'"*;.PNG.html');
      const {reference} = (await submit(guest, await form(), {answers: {pictures: [id]}})).body;
      await new Official(rig()).publish(reference);
      const reply = await fetched(`/attachments/${id}`);
      expect(Object.fromEntries(reply.headers)).toMatchObject({
        'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin', etag: `"${id}"`,
        'content-disposition': "attachment; filename*=UTF-8''-evilgnp.exe%27--%3B.PNG.html.png",
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'content-length': String(png().length),
        'cache-control': 'public, max-age=2, stale-while-revalidate=30',
      });
      expect(await bytesOf(reply)).toEqual(png());
      const again = await fetched(`/attachments/${id}`, {'if-none-match': `"${id}"`});
      expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
    });
    it('taken back goes with it', async () => {
      const guest = await rig().guest();
      const {id} = await uploaded(guest);
      const {reference} = (await submit(guest, await form(), {answers: {pictures: [id]}})).body;
      await new Official(rig()).publish(reference);
      expect((await fetched(`/attachments/${id}`)).status).toBe(200);
      await guest.send('POST', '/suggestions/withdrawals', {reference});
      expect((await fetched(`/attachments/${id}`)).status).toBe(404);
    });
  });

  it('that nobody sent is not usable after a day, and removed an hour later; what was sent stays', async () => {
    const guest = await rig().guest();
    const id = await form();
    const [sent, waiting] = [(await uploaded(guest)).id, (await uploaded(guest)).id];
    const {body} = await submit(guest, id, {answers: {pictures: [sent]}});
    rig().now += 24 * hour + 1;
    expect((await submit(guest, id, {answers: {pictures: [waiting]}})).status).toBe(409);
    expect(await rig().files.get(waiting)).toBeDefined();
    rig().now += 2 * hour;
    await guest.send('POST', '/comments', {threadId: 'any', text: 'Whatever is written, what is old is cleaned.'});
    await expect.poll(() => rig().files.get(waiting)).toBeUndefined();
    expect(await rig().files.get(sent)).toBeDefined();
    await new Official(rig()).publish(body.reference);
    expect((await fetched(`/attachments/${sent}`)).status).toBe(200);
  });

  it('is refused where the disk takes nothing, and taken when it does again, with the same key', async () => {
    const guest = await rig().guest();
    const folder = mkdtempSync(join(tmpdir(), 'shurkum-files-'));
    const files = await diskFiles(join(folder, 'files'));
    const api = createApp({...rig().services, files});
    rmSync(join(folder, 'files'), {recursive: true});
    writeFileSync(join(folder, 'files'), 'in the way');
    const key = newKey();
    expect(problemOf(await upload(guest, png(), 'x', {api, key}))).toEqual([503, type('unavailable')]);
    rmSync(join(folder, 'files'));
    const again = createApp({...rig().services, files: await diskFiles(join(folder, 'files'))});
    const {status, body} = await upload(guest, png(), 'x', {api: again, key});
    expect([status, readdirSync(join(folder, 'files'))]).toEqual([201, [body.id]]);
    rmSync(folder, {recursive: true});
  });
});
