/** Who follows what: nothing is sent before an address is confirmed, nobody learns who follows, and everybody is told once. */
import {beforeEach, describe, expect, it} from 'vitest';
import {readSpace} from '@shurkum/server';
import {postOffice, Refused} from '@shurkum/server/mail';
import type {Mail, Mailer, PostOffice} from '@shurkum/server/mail';
import {beginFollowing, mergeFollowers, newFollower} from '../../packages/server/src/acts/followers.ts';
import {changeProposal} from '../../packages/server/src/acts/proposal-changes.ts';
import type {ProposalChange} from '../../packages/server/src/acts/proposal-changes.ts';
import {findProposal, holdProposal, proposalByKey} from '../../packages/server/src/store/proposals.ts';
import type {NewProposal, ProposalRow} from '../../packages/server/src/store/proposals.ts';
import {webHmac} from '../../packages/server/src/identity/keys.ts';
import {statement} from '../../packages/server/src/store/statement.ts';
import {suggest} from '../support/proposals.ts';
import {onEveryDatabase, type} from '../support/rig.ts';
import type {Reply} from '../support/rig.ts';

const hour = 3_600_000;
const followers = statement((db, _: Record<never, never>) => db.selectFrom('follower').selectAll());
const outbox = statement((db, _: Record<never, never>) => db.selectFrom('outbox').selectAll());
const notices = statement((db, _: Record<never, never>) => db.selectFrom('notice').selectAll());

/** Keeps what it is given, and refuses what it is told to. */
class Box implements Mailer {
  readonly sent: Mail[] = [];
  failure: Error | undefined;
  send(mail: Mail): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.sent.push(mail);
    return Promise.resolve();
  }
  close(): void { /* Nothing is open. */ }
  to(address: string): Mail[] { return this.sent.filter(({to}) => to === address); }
}

const tokenIn = (mail: Mail | undefined, purpose: 'confirm' | 'stop'): string =>
  new RegExp(`/follow/default/${purpose}\\?lang=\\w+&token=([A-Za-z0-9_-]+)`).exec(mail?.text ?? '')?.[1] ?? '';

onEveryDatabase('followers', (rig) => {
  let box: Box, office: PostOffice, proposal: ProposalRow, count = 0;
  const placed = async (visibility: string, more: Partial<NewProposal> = {}): Promise<ProposalRow> => {
    const reference = await suggest(rig(), await rig().guest(), {title: `مواقف للدراجات ${(count += 1)}`, visibility, ...more});
    return (await rig().store.peek(() => findProposal.first({space: 'default', reference})))!;
  };
  const address = () => `reader${(count += 1)}@example.org`;
  const round = () => office.round();
  const ask = async (email: string, {reference} = proposal, language?: string): Promise<Reply> =>
    (await rig().guest()).send('POST', `/proposals/${reference}/followers`, {email, ...(language && {language})});
  const confirm = (token: string) => rig().send('POST', '/followers/confirm', {token});
  const stop = (token: string) => rig().send('POST', '/followers/unfollow', {token});
  const change = (row: ProposalRow, more: Omit<ProposalChange, 'now'>) => rig().store.write(function* () {
    const held = yield* holdProposal.first({key: row.key});
    return yield* changeProposal(rig().services, held!, {...more, now: rig().now});
  });
  const tell = (row = proposal) => change(row, {
    change: {progress: 'in-progress', percent: 40}, updates: [{kind: 'progress', public: true, content: {progress: {state: 'in-progress', percent: 40}}}],
  });
  /** Follows and confirms; gives the mail that asked. */
  async function follow(email: string, row = proposal): Promise<Mail> {
    await ask(email, row);
    await round();
    const mail = box.to(email).at(-1)!;
    expect((await confirm(tokenIn(mail, 'confirm'))).status).toBe(200);
    return mail;
  }

  beforeEach(async () => {
    rig().now += 26 * hour;
    box = new Box();
    office = postOffice({services: rig().services, mailer: box, origin: 'https://site.example'});
    await round();
    box.sent.length = 0;
    proposal = await placed('published');
  });

  describe('an address that asks to follow', () => {
    it('gets one message that asks, and nothing else before it is confirmed', async () => {
      const email = address();
      expect((await ask(email)).body).toEqual({state: 'confirmation-sent'});
      await tell();
      await round();
      expect(box.to(email)).toHaveLength(1);
      expect((await rig().store.peek(() => outbox.all({}))).filter(({state}) => state === 'waiting')).toEqual([]);
      expect(tokenIn(box.to(email)[0], 'confirm')).toHaveLength(44);
    });
    it('is told of what happens once it is confirmed', async () => {
      const email = address();
      const mail = await follow(email);
      expect((await confirm(tokenIn(mail, 'confirm'))).body).toEqual({following: true, reference: proposal.reference, title: proposal.title});
      await tell();
      await round();
      await round();
      expect(box.to(email)).toHaveLength(2);
      expect(box.to(email)[1]!.text).toContain(proposal.reference);
    });
    it('is answered alike whether it follows, waits or is new', async () => {
      const email = address();
      const answers = [await ask(email), await ask(email)];
      await round();
      await confirm(tokenIn(box.to(email)[0], 'confirm'));
      answers.push(await ask(email), await ask(address()));
      expect(new Set(answers.map(({status, text}) => `${status} ${text}`)).size).toBe(1);
    });
    it('is asked once an hour at most, and again after that', async () => {
      const email = address();
      await ask(email);
      rig().now += hour / 2;
      await ask(email.toUpperCase());
      await round();
      expect(box.sent).toHaveLength(1);
      rig().now += hour + 1000;
      await ask(email);
      await round();
      expect(box.to(email)).toHaveLength(2);
      expect((await rig().store.peek(() => followers.all({}))).filter((row) => row.address === email)).toHaveLength(1);
    });
    it('gets no more than five messages a day that ask, whoever asks for them', async () => {
      const email = address();
      for (let each = 0; each < 7; each += 1) {
        const reply = await ask(email, await placed('published'));
        expect(reply.body).toEqual({state: 'confirmation-sent'});
      }
      await round();
      expect(box.to(email)).toHaveLength(5);
    });
    it('is erased after seven days in which nobody confirmed it', async () => {
      const email = address();
      await ask(email);
      rig().now += 7 * 24 * hour + 1000;
      await round();
      expect(JSON.stringify(await rig().store.peek(() => followers.all({})))).not.toContain(email);
      expect(box.to(email)).toEqual([]);
    });
  });

  it('lets one person ask ten times a day', async () => {
    const guest = await rig().guest();
    const again = (email: string) => guest.send('POST', `/proposals/${proposal.reference}/followers`, {email});
    const email = address();
    for (let each = 0; each < 10; each += 1) expect((await again(email)).status).toBe(201);
    const refused = await again(email);
    expect([refused.status, refused.body.type]).toEqual([429, type('too-many-requests')]);
    rig().now += 24 * hour + 1000;
    expect((await again(email)).status).toBe(201);
  });

  it('answers for what is not published as for what never was', async () => {
    const held = await placed('held');
    const [hidden, never] = [await ask(address(), held), await ask(address(), {...held, reference: '1111-2222-3333'})];
    expect([hidden.status, hidden.text]).toEqual([404, never.text]);
  });

  it.each([
    'two@example.org, three@example.org', 'a@example.org\r\nBcc: b@example.org', '<a@example.org>', 'a b@example.org', '"a"@example.org', 'a@localhost', 'a@@example.org',
  ])('takes no address such as %j', async (email) => {
    expect((await ask(email)).status).toBe(422);
  });

  describe('a token', () => {
    it('opens nothing where one character is another, or it is for another purpose', async () => {
      const email = address();
      await ask(email);
      await round();
      const [yes, no] = [tokenIn(box.sent[0], 'confirm'), tokenIn(box.sent[0], 'stop')];
      const wrong = `${yes.slice(0, -1)}${yes.endsWith('A') ? 'B' : 'A'}`;
      for (const reply of [await confirm(wrong), await confirm(no), await stop(yes), await confirm('x'.repeat(44)), await confirm('x'.repeat(22))]) {
        expect([reply.status, reply.body.type]).toEqual([404, type('not-found')]);
      }
      await tell();
      await round();
      expect(box.to(email)).toHaveLength(1);
    });
    it('of another space opens nothing here', async () => {
      const mail = await follow(address());
      expect((await rig().send('POST', '/followers/unfollow', {token: tokenIn(mail, 'stop')}, {space: 'other'})).status).toBe(404);
    });
  });

  describe('whoever stops following', () => {
    it('is told nothing more, not even what waits, and is erased', async () => {
      const email = address();
      const mail = await follow(email);
      await tell();
      box.failure = new Error('away');
      await round();
      box.failure = undefined;
      const reply = await stop(tokenIn(mail, 'stop'));
      expect((await rig().store.peek(() => outbox.all({}))).filter(({state}) => state === 'waiting')).toEqual([]);
      rig().now += hour;
      expect(reply.body).toEqual({following: false, reference: proposal.reference, title: proposal.title});
      await round();
      expect(box.to(email)).toHaveLength(1);
      const left = [await rig().store.peek(() => followers.all({})), await rig().store.peek(() => outbox.all({}))];
      expect(JSON.stringify(left)).not.toContain(email);
    });
    it('is answered alike the second time, and may follow again', async () => {
      const email = address();
      const mail = await follow(email);
      const first = await stop(tokenIn(mail, 'stop'));
      expect((await stop(tokenIn(mail, 'stop'))).text).toBe(first.text);
      expect((await confirm(tokenIn(mail, 'confirm'))).status).toBe(404);
      await follow(email);
      await tell();
      await round();
      expect(box.to(email)).toHaveLength(3);
    });
  });

  describe('an author who gave an address', () => {
    let author: string;
    const own = async (visibility: 'held' | 'private') => {
      proposal = await placed(visibility, {public: visibility === 'held' ? 1 : 0});
      author = address();
      const space = (await readSpace(rig().store, 'default'))!;
      const follower = await newFollower({services: rig().services, hmac: webHmac, space, person: proposal.author, email: author});
      await rig().store.write(() => beginFollowing(proposal, follower, rig().now));
      await round();
    };
    it('is sent the acknowledgement once the address is confirmed, and once only', async () => {
      await own('held');
      const token = tokenIn(box.to(author)[0], 'confirm');
      await confirm(token);
      await confirm(token);
      await round();
      expect(box.to(author)).toHaveLength(2);
      expect(box.to(author)[1]!.subject).toContain(proposal.reference);
      expect(box.to(author)[1]!.subject).toMatch(/received|استلام/);
    });
    it('is told how it stands by then, where it was decided before the address was confirmed', async () => {
      await own('held');
      await change(proposal, {change: {visibility: 'rejected', reason: 'spam'}, updates: [{kind: 'rejected', public: true, content: {reason: 'spam'}}]});
      await round();
      await confirm(tokenIn(box.to(author)[0], 'confirm'));
      await round();
      expect(box.to(author)).toHaveLength(2);
      expect(box.to(author)[1]!.subject).toMatch(/عدم نشر/);
    });
    it.each(['held', 'private'] as const)('hears what happens while it is %s, which nobody else does', async (visibility) => {
      await own(visibility);
      await confirm(tokenIn(box.to(author)[0], 'confirm'));
      await tell();
      await round();
      expect(box.to(author)).toHaveLength(3);
      expect(box.sent.filter(({to}) => to !== author)).toEqual([]);
    });
  });

  it('leaves one notice an act, however many follow', async () => {
    await follow(address());
    await follow(address());
    await tell();
    expect(await rig().store.peek(() => notices.all({}))).toHaveLength(1);
    await round();
    expect(await rig().store.peek(() => notices.all({}))).toEqual([]);
  });

  it('keeps what officials note to themselves', async () => {
    const email = address();
    await follow(email);
    await change(proposal, {change: {}, updates: [{kind: 'note', public: false, content: {text: 'internal'}}]});
    await change(proposal, {change: {}, updates: [{kind: 'answer', public: false}]});
    await round();
    expect(box.to(email)).toHaveLength(1);
  });

  it('says nothing of what was removed but that it was', async () => {
    const email = address();
    await follow(email);
    await tell();
    await change(proposal, {change: {visibility: 'removed', reason: 'personal-data'}, updates: [{kind: 'removed', public: true, content: {reason: 'personal-data'}}]});
    await round();
    const [, ...later] = box.to(email);
    expect(later).toHaveLength(1);
    expect(`${later[0]!.subject} ${later[0]!.text} ${later[0]!.html}`).not.toContain(proposal.title);
  });

  describe('a merge', () => {
    it('takes followers along, each once, and lets an old link stop both', async () => {
      const into = await placed('published');
      const [both, alone, waiting] = [address(), address(), address()];
      const old = await follow(both);
      await follow(both, into);
      await follow(alone);
      await follow(waiting);
      await ask(waiting, into);
      await round();
      await rig().store.write(function* () {
        yield* mergeFollowers(proposal.key, into.key);
        const source = (yield* holdProposal.first({key: proposal.key}))!;
        yield* changeProposal(rig().services, source, {change: {merged_into: into.key, decision: 'merged'}, updates: [], now: rig().now});
      });
      box.sent.length = 0;
      await tell((await rig().store.peek(() => proposalByKey.first({key: into.key}))));
      await round();
      expect(box.sent.map(({to}) => to).sort()).toEqual([both, alone, waiting].sort());
      await stop(tokenIn(old, 'stop'));
      await tell((await rig().store.peek(() => proposalByKey.first({key: into.key}))));
      await round();
      expect(box.to(both)).toHaveLength(1);
    });
    it('lets whoever follows what was merged follow what goes on', async () => {
      const into = await placed('published');
      await change(proposal, {change: {merged_into: into.key, decision: 'merged'}, updates: []});
      const email = address();
      const mail = await follow(email);
      expect(mail.text).toContain(into.reference);
    });
  });

  describe('a message that cannot be sent', () => {
    beforeEach(async () => {
      await follow('kept@example.org');
      await tell();
    });
    it('waits while nothing can be reached, and is sent once something can', async () => {
      box.failure = Object.assign(new Error('connect ECONNREFUSED kept@example.org'), {code: 'ECONNREFUSED'});
      expect(await round()).toBe(false);
      box.failure = undefined;
      rig().now += 60_000;
      expect(await round()).toBe(true);
      expect(box.to('kept@example.org').filter(({subject}) => /progress|تنفيذ/i.test(subject))).toHaveLength(1);
      expect(JSON.stringify(rig().log)).not.toContain('kept@example.org');
      expect(rig().log).toContainEqual({level: 'error', message: 'mail not sent', error: 'ECONNREFUSED'});
    });
    it('is tried again after a refusal, later each time, and given up in the end', async () => {
      box.failure = new Refused(550);
      let tries = 0;
      for (let day = 0; day < 6; day += 1) {
        rig().log.length = 0;
        await round();
        tries += rig().log.filter(({message}) => message === 'mail not sent').length;
        rig().now += 25 * hour;
      }
      expect(tries).toBe(6);
      box.failure = undefined;
      await round();
      expect(box.to('kept@example.org').filter(({subject}) => /progress|تنفيذ/i.test(subject))).toEqual([]);
    });
    it('is claimed by one of two that send at once', async () => {
      const other = postOffice({services: rig().services, mailer: box, origin: 'https://site.example'});
      box.sent.length = 0;
      await Promise.all([round(), other.round(), round(), other.round()]);
      expect(box.to('kept@example.org')).toHaveLength(1);
    });
  });
});
