/** What officials decide is about the text they read, and never lets through what hangs on something hidden. */
import {beforeEach, describe, expect, it} from 'vitest';
import {answerComment, decideComment, pinComment, setThread} from '@shurkum/server';
import {changeState} from '../../packages/server/src/acts/comment-states.ts';
import {findComment} from '../../packages/server/src/store/comments.ts';
import type {Guest} from '../support/rig.ts';
import {onEveryDatabase, type} from '../support/rig.ts';

type Item = {id: string; state: string; replyCount: number; replies: {items: Item[]}};

onEveryDatabase('moderation', (rig) => {
  let count = 0, thread = '', author: Guest;
  const set = (state: 'open' | 'pre-moderated') => setThread(rig().services, 'default', thread, {state});
  const decide = (id: string, more: Parameters<typeof decideComment>[3]) => decideComment(rig().services, 'default', id, more);
  const read = async (): Promise<{count: number; items: Item[]}> => {
    const {body} = await rig().get(`/thread?id=${thread}`);
    return {count: body.thread.commentCount, items: body.comments.items};
  };
  beforeEach(async () => {
    thread = `moderation/${(count += 1)}`;
    author = await rig().guest();
    await set('pre-moderated');
  });

  describe('of a comment that its author changes while it is read', () => {
    it('decides on the text that was judged and on no other', async () => {
      const {id} = await author.say(thread, 'harmless');
      await author.send('PATCH', `/comments/${id}`, {text: 'harmful'});
      for (const decision of [{state: 'published'}, {state: 'published', revision: 1}, {state: 'rejected', reason: 'spam'}, {state: 'published', revision: 3}] as const) {
        await expect(decide(id, decision)).rejects.toThrow('not-editable');
      }
      expect((await read()).count).toBe(0);
      await decide(id, {state: 'published', revision: 2});
      expect((await read()).count).toBe(1);
    });
    it('needs no word of it where nothing was changed, nor for what everybody sees', async () => {
      const {id} = await author.say(thread, 'harmless');
      await decide(id, {state: 'published'});
      await set('open');
      await author.send('PATCH', `/comments/${id}`, {text: 'changed'});
      await expect(decide(id, {state: 'removed', reason: 'abuse', revision: 1})).rejects.toThrow('not-editable');
      await decide(id, {state: 'removed', reason: 'abuse'});
      expect((await read()).count).toBe(0);
    });
  });

  describe('of a reply', () => {
    it('keeps what it answers from going back to review while it waits', async () => {
      await set('open');
      const top = await author.say(thread, 'top');
      await set('pre-moderated');
      const reply = await (await rig().guest()).say(thread, 'waits', top.id);
      const edited = await author.send('PATCH', `/comments/${top.id}`, {text: 'changed'});
      expect([edited.status, edited.body.type]).toEqual([409, type('not-editable')]);
      await decide(reply.id, {state: 'published'});
      expect(await read()).toMatchObject({count: 2, items: [{id: top.id, replyCount: 1}]});
    });
    it('publishes nothing below what is hidden, however far above', async () => {
      await set('open');
      const top = await author.say(thread, 'top');
      const between = await author.say(thread, 'between', top.id);
      await set('pre-moderated');
      const reply = await (await rig().guest()).say(thread, 'waits', between.id);
      await author.send('DELETE', `/comments/${between.id}`);
      expect((await author.send('PATCH', `/comments/${top.id}`, {text: 'changed'})).body.comment.state).toBe('held');
      await expect(decide(reply.id, {state: 'published'})).rejects.toThrow('not-editable');
      expect(await read()).toEqual({count: 0, items: []});
      await decide(top.id, {state: 'published', revision: 2});
      await decide(reply.id, {state: 'published'});
      expect(await read()).toMatchObject({count: 2, items: [{id: top.id, replyCount: 1, replies: {items: [{id: between.id, state: 'withdrawn'}, {id: reply.id}]}}]});
    });
  });

  it('takes the official answer out of sight with the comment it quotes', async () => {
    await set('open');
    const top = await author.say(thread, 'my number is 99999999');
    await author.say(thread, 'a reply', top.id);
    await answerComment(rig().services, 'default', top.id, {agency: {en: 'A'}, role: {en: 'R'}, text: 'You wrote 99999999.'});
    await pinComment(rig().services, 'default', top.id, true);
    await decide(top.id, {state: 'removed', reason: 'personal-data'});
    const {body, text} = await rig().get(`/thread?id=${thread}`);
    expect([body.comments.items[0].officialAnswer, body.thread.pinned, text.includes('99999999')]).toEqual([null, [], false]);
    await decide(top.id, {state: 'published'});
    expect((await rig().get(`/thread?id=${thread}`)).body.comments.items[0].officialAnswer).toMatchObject({role: {en: 'R'}});
  });

  it('lets a line of two hundred tombstones appear and vanish as one', async () => {
    await set('open');
    const line: string[] = [];
    for (let n = 0; n < 200; n += 1) line.push((await author.say(thread, `${n}`, line.at(-1))).id);
    const leaf = await author.say(thread, 'leaf', line.at(-1));
    for (const id of line) await author.send('DELETE', `/comments/${id}`);
    const shown = async () => (await rig().get(`/comments?thread=${thread}&limit=100&parent=${line[0]}`)).body.items?.length ?? 0;
    expect([(await read()).items.map(({id}) => id), await shown()]).toEqual([[line[0]], 100]);
    let statements = 0;
    await rig().store.write(function* act() {
      const comment = yield* findComment.first({space: 'default', id: leaf.id});
      const change = changeState(comment!, 'withdrawn', null);
      for (let step = change.next(); !step.done; step = change.next(yield step.value)) statements += 1;
    });
    expect(statements).toBeLessThan(8);
    expect(await read()).toEqual({count: 0, items: []});
  });
});
