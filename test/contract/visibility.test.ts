/** What you may not see does not exist: canaries in everything hidden, searched for in everything public. */
import {beforeAll, describe, expect, it} from 'vitest';
import {decideComment, setThread, updateSpace} from '@shurkum/server';
import {onEveryDatabase, spaceDefinition, type} from '../support/rig.ts';
import type {Guest} from '../support/rig.ts';

const thread = 'canary/thread';

onEveryDatabase('what is hidden', (rig) => {
  const canaries: Record<string, string> = {};
  const hidden: Record<string, string> = {};
  let author: Guest, other: Guest, topId: string;

  /** Says something with a canary in text and name, and brings it to a state. */
  async function plant(state: 'held' | 'rejected' | 'removed' | 'withdrawn' | 'edited', parentId?: string) {
    const canary = `canary-${state}-${Math.random().toString(36).slice(2)}`;
    const held = state === 'held' || state === 'rejected';
    await setThread(rig().services, 'default', thread, {state: held ? 'pre-moderated' : 'open'});
    const {body: {comment}} = await author.send('POST', '/comments', {threadId: thread, text: canary, name: canary, ...(parentId && {parentId})});
    if (state === 'rejected') await decideComment(rig().services, 'default', comment.id, {state, reason: 'policy'});
    if (state === 'removed') await decideComment(rig().services, 'default', comment.id, {state, reason: 'policy'});
    if (state === 'withdrawn') await author.send('DELETE', `/comments/${comment.id}`);
    if (state === 'edited') await author.send('PATCH', `/comments/${comment.id}`, {text: 'changed'});
    await setThread(rig().services, 'default', thread, {state: 'open'});
    canaries[state] = canary;
    if (state !== 'edited') hidden[state] = comment.id;
  }

  beforeAll(async () => {
    [author, other] = [await rig().guest(), await rig().guest()];
    topId = (await other.say(thread, 'seen by all')).id;
    await other.say(thread, 'a reply', topId);
    for (const state of ['held', 'rejected', 'removed', 'withdrawn'] as const) await plant(state);
    await plant('held', topId);
    await plant('removed', topId);
  });

  const publicPaths = () => [
    `/thread?id=${thread}`, `/thread?id=${thread}&sort=oldest`, `/thread?id=${thread}&sort=most-supported`, `/comments?thread=${thread}`,
    `/comments?thread=${thread}&limit=1`, `/comments?thread=${thread}&parent=${topId}`, `/comment-counts?thread=${thread}`, '/space',
    ...Object.values(hidden).map((id) => `/comments?thread=${thread}&parent=${id}`)];

  it('is on no public path, for anybody', async () => {
    for (const path of publicPaths()) {
      const headers: Record<string, string>[] = [{}, {authorization: `Bearer ${author.credential}`}, {authorization: `Bearer ${other.credential}`}];
      for (const text of await Promise.all(headers.map(async (each) => (await rig().get(path, {headers: each})).text))) {
        for (const canary of [...Object.values(canaries), ...Object.values(hidden)]) expect(text).not.toContain(canary);
      }
    }
  });

  it('is not counted', async () => {
    expect((await rig().get(`/comment-counts?thread=${thread}`)).body.counts[0].commentCount).toBe(2);
    await setThread(rig().services, 'default', 'canary/only-held', {state: 'pre-moderated'});
    await author.say('canary/only-held', 'x');
    expect((await rig().get('/comment-counts?thread=canary/only-held')).body.counts[0].commentCount).toBe(0);
  });

  it('leaves no gap in any cursor: each is made of what its reader has seen', async () => {
    const parts = (cursor: string) => (JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) as unknown[]).slice(1);
    const open = () => setThread(rig().services, 'default', 'canary/gaps', {state: 'open'});
    const hold = async (parentId?: string) => {
      await setThread(rig().services, 'default', 'canary/gaps', {state: 'pre-moderated'});
      for (let n = 0; n < 3; n += 1) await author.say('canary/gaps', 'held', parentId);
      await open();
    };
    const first = await other.say('canary/gaps', 'first');
    await hold();
    for (let n = 0; n < 5; n += 1) {
      await other.say('canary/gaps', 'reply', first.id);
      await hold(first.id);
    }
    await other.say('canary/gaps', 'last');
    const {items: [shown], nextCursor} = (await rig().get('/comments?thread=canary/gaps&sort=oldest&limit=1')).body;
    expect(parts(nextCursor)).toEqual([Date.parse(first.createdAt), first.id]);
    expect(parts(shown.replies.nextCursor)).toEqual([shown.replies.items[2].id]);
    expect(parts((await rig().get('/comments?thread=canary/gaps&sort=most-supported&limit=1')).body.nextCursor)[0]).toBe(0);
    const mine = (await other.get('/comments/mine?thread=canary/gaps&limit=2')).body;
    expect(parts(mine.nextCursor)[0]).toBe(mine.items[1].comment.id);
  });

  it('is not in what another person reads of themselves, nor in any answer to their acts', async () => {
    const mine = (await other.get(`/comments/mine?thread=${thread}`)).text;
    const held = hidden['held'] ?? '', none = 'A'.repeat(22);
    expect(mine).not.toContain('canary');
    for (const [method, path, body] of [
      ['PATCH', '', {text: 'x'}], ['DELETE', '', undefined], ['PUT', '/support', undefined], ['DELETE', '/support', undefined], ['POST', '/reports', {reason: 'spam'}],
    ] as const) {
      const [real, unreal] = [await other.send(method, `/comments/${held}${path}`, body), await other.send(method, `/comments/${none}${path}`, body)];
      expect([real.status, real.text, [...real.headers]]).toEqual([404, unreal.text, [...unreal.headers]]);
    }
    const [reply, nothing] = [held, none].map((parentId) => other.send('POST', '/comments', {threadId: thread, text: 'x', parentId}));
    expect((await reply)!.text).toBe((await nothing)!.text);
  });

  it('is answered exactly as what never was', async () => {
    const answers = await Promise.all([
      rig().get(`/comments?thread=${thread}&parent=${hidden['held']}`), rig().get(`/comments?thread=${thread}&parent=${'A'.repeat(22)}`),
      rig().get('/polls/never-was'), rig().get('/thread?id=%2Fnot-accepted'),
    ]);
    for (const each of answers) expect([each.status, each.text, [...each.headers]]).toEqual([404, answers[0].text, [...answers[0].headers]]);
  });

  describe('in another space', () => {
    it('does not exist here', async () => {
      await updateSpace(rig().store, {...spaceDefinition('other'), guests: true});
      const stranger = await rig().guest('other');
      for (const [method, path, body] of [['PATCH', `/comments/${topId}`, {text: 'x'}], ['PUT', `/comments/${topId}/support`, undefined], ['POST', '/comments', {threadId: thread, text: 'x', parentId: topId}]] as const) {
        expect((await stranger.send(method, path, body)).body.type).toBe(type(method === 'POST' ? 'parent-gone' : 'not-found'));
      }
      expect((await rig().get(`/thread?id=${thread}`, {space: 'other'})).body.thread.commentCount).toBe(0);
    });
  });

  it('is not in the log', () => {
    const log = JSON.stringify(rig().log);
    for (const secret of [...Object.values(canaries), ...Object.values(hidden), author.credential, thread]) expect(log).not.toContain(secret);
    expect(rig().log.length).toBeGreaterThan(50);
  });
});
