/** What somebody nobody knows can make the authority's server do: nothing it would not do for anybody. */
import {beforeEach, describe, expect, it} from 'vitest';
import {readSpace} from '@shurkum/server';
import {postOffice} from '@shurkum/server/mail';
import type {Mail} from '@shurkum/server/mail';
import {beginFollowing, newFollower} from '../../packages/server/src/acts/followers.ts';
import {cleanFiles} from '../../packages/server/src/files/clean.ts';
import {webHmac} from '../../packages/server/src/identity/keys.ts';
import {findAttachment, insertAttachment} from '../../packages/server/src/store/attachments.ts';
import {findProposal} from '../../packages/server/src/store/proposals.ts';
import type {NewProposal} from '../../packages/server/src/store/proposals.ts';
import {Official, propose, suggest} from '../support/proposals.ts';
import {onEveryDatabase} from '../support/rig.ts';

const hour = 3_600_000;
const bait = 'Your account is blocked: https://evil.example/login';
const tokenIn = ({text}: Mail, purpose: string): string => new RegExp(`/${purpose}\\?lang=\\w+&token=([A-Za-z0-9_-]+)`).exec(text)?.[1] ?? '';

onEveryDatabase('a stranger', (rig) => {
  let sent: Mail[], round: () => Promise<boolean>;

  beforeEach(async () => {
    rig().now += 26 * hour;
    const keep = (mail: Mail) => Promise.resolve(void sent.push(mail));
    ({round} = postOffice({services: rig().services, mailer: {send: keep, close: () => undefined}, origin: 'https://site.example'}));
    sent = [];
    await round();
    sent = [];
  });

  /** A suggestion sent with somebody's address; gives its reference. */
  async function sentWith(email: string, more: Partial<NewProposal>): Promise<string> {
    const reference = await suggest(rig(), await rig().guest(), {title: bait, ...more});
    const [space, proposal] = [(await readSpace(rig().store, 'default'))!, (await rig().store.peek(() => findProposal.first({space: 'default', reference})))!];
    const follower = await newFollower({services: rig().services, hmac: webHmac, space, person: proposal.author, email, language: 'en'});
    await rig().store.write(() => beginFollowing(proposal, follower, rig().now));
    return reference;
  }

  describe('who gives another’s address', () => {
    it.each([['held', 1], ['private', 0]] as const)('has no word of a %s suggestion written to it, nor shown on its pages', async (visibility, shown) => {
      const reference = await sentWith(`${visibility}@example.org`, {visibility, public: shown});
      await round();
      const [asked] = sent as [Mail];
      const {body} = await rig().send('POST', '/followers/confirm', {token: tokenIn(asked, 'confirm')});
      await round();
      const stopped = await rig().send('POST', '/followers/unfollow', {token: tokenIn(asked, 'stop')});
      expect(sent).toHaveLength(2);
      for (const {subject, text, html} of sent) expect(`${subject} ${text} ${html}`).not.toContain('evil.example');
      expect([body.title, stopped.body.title, body.reference]).toEqual([null, null, reference]);
      expect(asked.text).toContain(reference);
    });

    it('has it asked five times a day at most, also for the same proposals again every hour', async () => {
      const references = [];
      for (let n = 0; n < 3; n += 1) references.push(await propose(rig(), await rig().guest()));
      for (let turn = 0; turn < 20; turn += 1) {
        for (const reference of references) await (await rig().guest()).send('POST', `/proposals/${reference}/followers`, {email: 'often@example.org'});
        await round();
        rig().now += hour + 1000;
      }
      expect(sent).toHaveLength(5);
    });
  });

  it('cannot tell a hidden reference from none by a cursor made up for it', async () => {
    for (let n = 0; n < 3; n += 1) await new Official(rig()).done('PUT', await propose(rig(), await rig().guest()), 'progress', {progress: 'done'});
    const hidden = [await suggest(rig(), await rig().guest()), await suggest(rig(), await rig().guest(), {visibility: 'private', public: 0}), '1111-2222-3333'];
    for (const list of ['/proposals?limit=1', '/proposals?limit=1&sort=due-soon', '/proposals?limit=1&q=bicycle', '/outcomes?limit=1']) {
      const {body} = await rig().get(list);
      const {nextCursor} = (body.changed ?? body) as {nextCursor: string};
      const place = (JSON.parse(atob(nextCursor)) as unknown[]).slice(0, 3);
      const answers = [];
      for (const reference of hidden) answers.push(await rig().get(`${list}&cursor=${btoa(JSON.stringify([...place, reference])).replaceAll('=', '')}`));
      expect(answers.map(({status}) => status)).toEqual([400, 400, 400]);
      expect(new Set(answers.map(({text}) => text)).size).toBe(1);
    }
  });

  it('leaves no files behind, however many were sent and never used', async () => {
    const ids = Array.from({length: 1203}, (_, n) => String(n).padStart(22, 'x'));
    const row = {space: 'default', person: 'p', proposal: null, field: null, name: 'a', type: 'image/png', bytes: 1, width: 1, height: 1, created_at: rig().now};
    await rig().store.write(function* () { for (const id of ids) yield* insertAttachment.all({...row, id}); });
    await cleanFiles(rig().services, rig().now + 26 * hour);
    expect(await rig().store.peek(() => findAttachment.first({space: 'default', id: ids.at(-1) ?? ''}))).toBeUndefined();
  });
});
