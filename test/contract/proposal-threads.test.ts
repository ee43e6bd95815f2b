/** The discussion of a proposal is there exactly while the proposal is published, on every path that leads to it. */
import {beforeAll, describe, expect, it} from 'vitest';
import {createApp, updateSpace} from '@shurkum/server';
import type {Store} from '@shurkum/server';
import type {Act} from '../../packages/server/src/store/act.ts';
import {Official, participationSpace, propose, suggest, useParticipation} from '../support/proposals.ts';
import {onEveryDatabase} from '../support/rig.ts';
import type {Guest, Reply} from '../support/rig.ts';

const missing = 'proposal/1234-5678-9047';

onEveryDatabase('the discussion of a proposal', (rig) => {
  let official: Official, author: Guest, other: Guest;
  beforeAll(async () => {
    await useParticipation(rig());
    official = new Official(rig());
    [author, other] = [await rig().guest(), await rig().guest()];
  });
  const threadOf = (reference: string) => `proposal/${reference}`;
  const counted = async (reference: string) => (await rig().get(`/proposals/${reference}`)).body.proposal.commentCount;

  /** Every path to a thread, and to one comment in it. */
  const paths = (thread: string, comment: string): (() => Promise<Pick<Reply, 'status' | 'text' | 'headers'>>)[] => [
    ...[`/thread?id=${thread}`, `/thread?id=${thread}&sort=oldest`, `/comments?thread=${thread}`, `/comments?thread=${thread}&parent=${comment}`,
      `/comment-counts?thread=${thread}`, `/comment-counts?thread=open/one&thread=${thread}`, `/watch?thread=${thread}`,
    ].map((path) => () => rig().get(path)),
    () => other.get(`/comments/mine?thread=${thread}`),
    () => other.send('POST', '/comments', {threadId: thread, text: 'x'}),
    () => other.send('POST', '/comments', {threadId: thread, text: 'x', parentId: comment}),
    () => other.send('PUT', `/comments/${comment}/support`), () => other.send('DELETE', `/comments/${comment}/support`),
    () => other.send('POST', `/comments/${comment}/reports`, {reason: 'spam'}),
    () => author.send('PATCH', `/comments/${comment}`, {text: 'changed'}), () => author.send('DELETE', `/comments/${comment}`),
  ];

  it('is there from the publication on, in a space that names no such threads, and is counted with the proposal', async () => {
    await updateSpace(rig().store, {...participationSpace('default'), threads: {...participationSpace('default').threads, accept: ['open/.*']}});
    const reference = await suggest(rig(), author);
    const early = await other.send('POST', '/comments', {threadId: threadOf(reference), text: 'early'});
    expect(early.status).toBe(404);
    await official.publish(reference);
    const {id} = await other.say(threadOf(reference), 'first');
    await author.say(threadOf(reference), 'a reply', id);
    expect([await counted(reference), (await rig().get(`/thread?id=${threadOf(reference)}`)).body.thread.commentCount]).toEqual([2, 2]);
    expect((await other.send('DELETE', `/comments/${id}`)).status).toBe(200);
    expect(await counted(reference)).toBe(1);
    expect((await rig().get(`/thread?id=closed/one`)).status).toBe(404);
    await useParticipation(rig());
  });

  describe('of one that is not published', () => {
    it.each(['held', 'private', 'rejected', 'removed', 'withdrawn'])('(%s) is as little there as what never was', async (visibility) => {
      const reference = await suggest(rig(), author, {visibility, published_at: visibility === 'removed' ? rig().now : null});
      const none = 'A'.repeat(22);
      const [hidden, never] = [threadOf(reference), missing].map((thread) => paths(thread, none).map((ask) => ask()));
      for (const [n, ask] of hidden!.entries()) {
        const [one, two] = [await ask, await never![n]!];
        expect([one.status, one.text, [...one.headers]]).toEqual([404, two.text, [...two.headers]]);
      }
    });
  });

  describe('of one that is removed', () => {
    it('goes with it from every path, and comes back with it', async () => {
      const reference = await propose(rig(), author);
      const thread = threadOf(reference);
      const {id} = await author.say(thread, 'canary-8810');
      await other.send('PUT', `/comments/${id}/support`);
      const before = await rig().get(`/thread?id=${thread}`);
      expect(before.text).toContain('canary-8810');
      await official.remove(reference);
      const never = paths(missing, 'A'.repeat(22));
      for (const [n, ask] of paths(thread, id).entries()) {
        const [gone, none] = [await ask(), await never[n]!()];
        expect([n, gone.status, gone.text, [...gone.headers]]).toEqual([n, 404, none.text, [...none.headers]]);
      }
      expect((await rig().get(`/proposals/${reference}`)).body.proposal).toMatchObject({threadId: null, commentCount: 0});
      await official.publish(reference);
      const {body} = await rig().get(`/thread?id=${thread}`);
      expect([body.comments.items[0].id, body.comments.items[0].supports, await counted(reference)]).toEqual([id, 1, 1]);
      expect(body.thread.sequence).toBeGreaterThan(before.body.thread.sequence);
    });
    it('is told to whoever has it open', async () => {
      const reference = await propose(rig(), author);
      await other.say(threadOf(reference), 'x');
      const response = await rig().api(new Request(`https://api.example/v1/default/watch?thread=${threadOf(reference)}`));
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      const until = async (sequence: number) => { for (let text = ''; !text.includes(`"sequence":${sequence}`);) text += (await reader.read()).value ?? ''; };
      await until(1);
      await official.remove(reference);
      await until(2);
      await reader.cancel();
    });
  });

  it('stays with one that was merged', async () => {
    const [source, target] = [await propose(rig(), author), await propose(rig(), author)];
    await other.say(threadOf(source), 'x');
    expect((await official.merge(source, target)).status).toBe(200);
    expect([await counted(source), await counted(target)]).toEqual([1, 0]);
  });

  it('asks the database nothing more where a thread is no proposal’s', async () => {
    const texts: string[] = [];
    const {store} = rig();
    const spy: Store = {...store, peek: (act) => store.peek(() => heard(act(), texts)), read: (act) => store.read(() => heard(act(), texts))};
    const api = createApp({...rig().services, store: spy});
    for (const path of ['/thread?id=open/one', '/comments?thread=open/one', '/comment-counts?thread=open/one']) expect((await rig().get(path, {api})).status).toBe(200);
    expect([texts.length > 3, texts.filter((text) => text.includes('proposal'))]).toEqual([true, []]);
  });

  it('takes for ordinary what only begins like it', async () => {
    expect((await rig().get('/thread?id=proposal/none')).body.thread.commentCount).toBe(0);
  });
});

/** The act, with the text of each of its statements written down. */
function* heard<T>(act: Act<T>, texts: string[]): Act<T> {
  let step = act.next();
  while (!step.done) {
    if ('call' in step.value) texts.push(step.value.call.compiled('sqlite').text);
    step = act.next(yield step.value);
  }
  return step.value;
}
