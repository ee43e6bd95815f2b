import {expect, it} from 'vitest';
import {everyPage, onEveryDatabase} from '../support/rig.ts';

type Item = {id: string; replies: {items: Item[]; nextCursor: string | null} | null};

onEveryDatabase('paging', (rig) => {
  const walk = (path: string, between?: () => Promise<unknown>) => everyPage<Item>(rig(), path, between);
  const ids = (items: readonly Item[]) => items.map(({id}) => id);

  async function fill(thread: string, count: number): Promise<string[]> {
    const guest = await rig().guest();
    const made: string[] = [];
    for (let n = 0; n < count; n += 1) {
      rig().now += n % 3 ? 0 : 5;
      made.push((await guest.say(thread, `comment ${n}`)).id);
    }
    return made;
  }

  it.each(['newest', 'oldest'] as const)('by %s gives everything once, also when written at one instant', async (sort) => {
    const made = await fill(`paging/${sort}`, 23);
    const walked = ids(await walk(`/comments?thread=paging/${sort}&sort=${sort}&limit=5`));
    expect(walked).toEqual(sort === 'oldest' ? made : made.toReversed());
  });

  it.each(['newest', 'oldest', 'most-supported'] as const)('by %s gives everything that did not change once while others write', async (sort) => {
    const thread = `paging/busy-${sort}`;
    const made = await fill(thread, 20);
    const others = await Promise.all([rig().guest(), rig().guest()]);
    for (const [n, id] of made.entries()) if (n % 4 === 0) await others[0].send('PUT', `/comments/${id}/support`);
    const walked = ids(await walk(`/comments?thread=${thread}&sort=${sort}&limit=3`, () => others[1].say(thread, 'meanwhile')));
    expect(new Set(walked).size).toBe(walked.length);
    expect(made.filter((id) => !walked.includes(id))).toEqual([]);
  });

  it('of a conversation is in the order of reading, at any depth', async () => {
    const guest = await rig().guest();
    const thread = 'paging/deep';
    const top = (await guest.say(thread, 'top')).id;
    const order: string[] = [];
    let parent = top;
    for (let depth = 0; depth < 30; depth += 1) {
      parent = (await guest.say(thread, `depth ${depth}`, parent)).id;
      order.push(parent);
    }
    const late = (await guest.say(thread, 'second branch', top)).id;
    const between = (await guest.say(thread, 'under the first', order[0])).id;
    const walked = ids(await walk(`/comments?thread=${thread}&parent=${top}&limit=4`));
    expect(walked).toEqual([...order, between, late]);
    const page = (await rig().get(`/comments?thread=${thread}`)).body.items[0];
    expect(page.replyCount).toBe(32);
    expect(ids(page.replies.items)).toEqual(order.slice(0, 3));
    const rest = await rig().get(`/comments?thread=${thread}&parent=${top}&cursor=${page.replies.nextCursor}&limit=100`);
    expect(ids(rest.body.items)).toEqual(walked.slice(3));
  });

  it('shows the first replies of each of many', async () => {
    const guest = await rig().guest();
    const expected = new Map<string, string[]>();
    for (let n = 0; n < 6; n += 1) {
      const top = (await guest.say('paging/many', `top ${n}`)).id;
      const replies: string[] = [];
      for (let reply = 0; reply < n; reply += 1) replies.push((await guest.say('paging/many', `reply ${reply}`, top)).id);
      expected.set(top, replies);
    }
    const {body} = await rig().get('/thread?id=paging/many&sort=oldest');
    for (const item of body.comments.items as Item[]) {
      const replies = expected.get(item.id) ?? [];
      expect(ids(item.replies!.items)).toEqual(replies.slice(0, 3));
      expect(item.replies!.nextCursor === null).toBe(replies.length <= 3);
    }
  });

  it('gives pages of a bearable size, and everything all the same', async () => {
    const [guest, other] = [await rig().guest(), await rig().guest()];
    const made: string[] = [];
    for (let n = 0; n < 30; n += 1) made.push((await guest.say('paging/long', '"'.repeat(5000))).id);
    const under: string[] = [];
    for (let n = 0; n < 20; n += 1) under.push((await other.say('paging/long', '\\'.repeat(5000), made[0])).id);
    for (const path of ['/thread?id=paging/long', '/comments?thread=paging/long', `/comments?thread=paging/long&parent=${made[0]}`]) {
      expect([path, (await rig().get(`${path}&limit=100`)).text.length < 170_000]).toEqual([path, true]);
    }
    expect((await guest.get('/comments/mine?thread=paging/long&limit=100')).text.length).toBeLessThan(170_000);
    expect(ids(await walk('/comments?thread=paging/long&sort=oldest&limit=100'))).toEqual(made);
    expect(ids(await walk(`/comments?thread=paging/long&parent=${made[0]}&limit=100`))).toEqual(under);
  });

  it('of my own comments and supports gives all of both', async () => {
    const [guest, other] = [await rig().guest(), await rig().guest()];
    const made: string[] = [];
    const liked: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      rig().now += 1;
      made.unshift((await guest.say('paging/mine', `mine ${n}`)).id);
      const theirs = (await other.say('paging/mine', `theirs ${n}`)).id;
      await guest.send('PUT', `/comments/${theirs}/support`);
      liked.unshift(theirs);
    }
    const walked: string[] = [];
    const supports = new Set<string>();
    let cursor: string | null = null;
    do {
      const {body}: {body: any} = await guest.get(`/comments/mine?thread=paging/mine&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      walked.push(...body.items.map((item: {comment: Item}) => item.comment.id));
      body.supports.forEach((id: string) => supports.add(id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(walked).toEqual(made);
    expect([...supports]).toEqual(liked);
  });
});
