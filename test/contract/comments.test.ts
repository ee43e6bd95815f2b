import {describe, expect, it} from 'vitest';
import {decideComment, pinComment, answerComment, setThread} from '@shurkum/server';
import {onEveryDatabase, origin, spaceDefinition, start, type} from '../support/rig.ts';

onEveryDatabase('comments', (rig) => {
  describe('a thread nobody has written in', () => {
    it('reads as an empty thread', async () => {
      const {status, body} = await rig().get('/thread?id=blog/empty');
      expect(status).toBe(200);
      expect(body.thread).toMatchObject({id: 'blog/empty', state: 'open', commentCount: 0, sequence: 0, pinned: []});
      expect(body.comments).toEqual({items: [], nextCursor: null});
      expect(body.thread.policy).toEqual(spaceDefinition('default').threads.policy);
    });
    it('does not exist where the space does not accept its id', async () => {
      const {status, body} = await rig().get('/thread?id=%2Fodd%2F');
      expect([status, body.type]).toEqual([404, type('not-found')]);
    });
  });

  describe('a comment', () => {
    it('is published at once in an open thread, parsed, counted and listed', async () => {
      const guest = await rig().guest();
      const {status, body} = await guest.send('POST', '/comments', {threadId: 'blog/one', text: 'أقترح *إتاحة* البيانات:\nhttps://data.example', name: ' سالم '});
      expect(status).toBe(201);
      expect(body.comment).toMatchObject({state: 'published', parentId: null, author: {name: 'سالم'}, supports: 0, replyCount: 0});
      expect(body.comment.body).toEqual([{type: 'paragraph', children: [
        {type: 'text', text: 'أقترح '}, {type: 'emphasis', text: 'إتاحة'}, {type: 'text', text: ' البيانات:'},
        {type: 'break'}, {type: 'link', href: 'https://data.example'}]}]);
      expect(body.editableUntil).toBe(new Date(start + 600_000).toISOString());
      const thread = await rig().get('/thread?id=blog/one');
      expect(thread.body.thread.commentCount).toBe(1);
      expect(thread.body.comments.items).toEqual([body.comment]);
    });

    it('keeps the page only where it is one of the space’s', async () => {
      const guest = await rig().guest();
      const page = (url: string) => guest.send('POST', '/comments', {threadId: 'blog/page', text: 'x', page: {url, title: 'A page'}});
      expect((await page('https://elsewhere.example/a')).status).toBe(201);
      expect((await page(`${origin}/a`)).status).toBe(201);
    });

    it('may be changed by its author for ten minutes, by nobody else', async () => {
      const guest = await rig().guest();
      const comment = await guest.say('blog/edit', 'first');
      const before = (await rig().get('/thread?id=blog/edit')).body.thread.sequence;
      const edited = await guest.send('PATCH', `/comments/${comment.id}`, {text: 'second'});
      expect([edited.status, edited.body.text, edited.body.comment.editedAt]).toEqual([200, 'second', new Date(start).toISOString()]);
      expect((await rig().get('/thread?id=blog/edit')).body.thread.sequence).toBe(before + 1);
      const other = await (await rig().guest()).send('PATCH', `/comments/${comment.id}`, {text: 'theirs'});
      expect([other.status, other.body.type]).toEqual([403, type('not-allowed')]);
      rig().now = start + 600_000;
      const late = await guest.send('PATCH', `/comments/${comment.id}`, {text: 'third'});
      rig().now = start;
      expect([late.status, late.body.type]).toEqual([409, type('edit-window-over')]);
    });

    it('is withdrawn by its author; what stands below it stays', async () => {
      const guest = await rig().guest();
      const top = await guest.say('blog/withdraw', 'وداعًا');
      const reply = await guest.say('blog/withdraw', 'still here', top.id);
      const withdrawn = await guest.send('DELETE', `/comments/${top.id}`);
      expect(withdrawn.body.comment).toMatchObject({state: 'withdrawn', author: null, body: null});
      const {body} = await rig().get('/comments?thread=blog/withdraw');
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({id: top.id, state: 'withdrawn', body: null, replyCount: 1});
      expect(body.items[0].replies.items.map((each: {id: string}) => each.id)).toEqual([reply.id]);
      await guest.send('DELETE', `/comments/${reply.id}`);
      expect((await rig().get('/comments?thread=blog/withdraw')).body.items).toEqual([]);
      expect((await rig().get('/comment-counts?thread=blog/withdraw')).body.counts).toEqual([{threadId: 'blog/withdraw', commentCount: 0}]);
    });

    it('is supported once a person, and not by its author', async () => {
      const author = await rig().guest();
      const comment = await author.say('blog/support', 'support me');
      expect((await author.send('PUT', `/comments/${comment.id}/support`)).body.type).toBe(type('not-allowed'));
      const people = await Promise.all([rig().guest(), rig().guest(), rig().guest()]);
      await Promise.all(people.flatMap((person) => [1, 2, 3].map(() => person.send('PUT', `/comments/${comment.id}/support`))));
      expect((await rig().get('/thread?id=blog/support')).body.comments.items[0].supports).toBe(3);
      expect((await people[0].send('DELETE', `/comments/${comment.id}/support`)).body).toEqual({supported: false, supports: 2});
      expect((await people[0].send('DELETE', `/comments/${comment.id}/support`)).body).toEqual({supported: false, supports: 2});
      expect((await people[1].get('/comments/mine?thread=blog/support')).body.supports).toEqual([comment.id]);
    });

    it('is reported, which changes nothing anybody sees', async () => {
      const comment = await (await rig().guest()).say('blog/report', 'report me');
      const before = (await rig().get('/thread?id=blog/report')).text;
      const {status, body} = await (await rig().guest()).send('POST', `/comments/${comment.id}/reports`, {reason: 'spam', note: 'إعلان'});
      expect([status, body]).toEqual([201, {reported: true}]);
      expect((await rig().get('/thread?id=blog/report')).text).toBe(before);
    });

    it('stands before all others once pinned, with the official answer as an object', async () => {
      const guest = await rig().guest();
      const first = await guest.say('blog/pin', 'first');
      const second = await guest.say('blog/pin', 'second');
      await pinComment(rig().services, 'default', first.id, true);
      await answerComment(rig().services, 'default', first.id, {agency: {en: 'Authority'}, role: {en: 'Head'}, text: 'We *will*.'});
      const {body} = await rig().get('/thread?id=blog/pin');
      expect(body.thread.pinned.map((each: {id: string}) => each.id)).toEqual([first.id]);
      expect(body.thread.pinned[0].officialAnswer).toMatchObject({agency: {en: 'Authority'}, date: new Date(start).toISOString()});
      expect(body.comments.items.map((each: {id: string}) => each.id)).toEqual([second.id]);
      await pinComment(rig().services, 'default', first.id, false);
      expect((await rig().get('/thread?id=blog/pin&sort=oldest')).body.comments.items.map((each: {id: string}) => each.id)).toEqual([first.id, second.id]);
    });
  });

  describe('a pre-moderated thread', () => {
    it('shows a comment to its author alone until it is published', async () => {
      await setThread(rig().services, 'default', 'blog/held', {state: 'pre-moderated'});
      const guest = await rig().guest();
      const {body: {comment}} = await guest.send('POST', '/comments', {threadId: 'blog/held', text: 'please review'});
      expect(comment).toMatchObject({state: 'held', reason: 'pre-moderation'});
      const mine = await guest.get('/comments/mine?thread=blog/held');
      expect(mine.body.items).toMatchObject([{comment: {id: comment.id, state: 'held'}, text: 'please review'}]);
      expect((await rig().get('/thread?id=blog/held')).body).toMatchObject({thread: {commentCount: 0}, comments: {items: []}});
      const reply = await (await rig().guest()).send('POST', '/comments', {threadId: 'blog/held', text: 'x', parentId: comment.id});
      expect(reply.body.type).toBe(type('parent-gone'));
      await decideComment(rig().services, 'default', comment.id, {state: 'published'});
      expect((await rig().get('/thread?id=blog/held')).body.comments.items).toMatchObject([{id: comment.id, state: 'published', reason: null}]);
    });

    it('tells the author the reason where it is rejected, and nobody else that it was there', async () => {
      const guest = await rig().guest();
      const {body: {comment}} = await guest.send('POST', '/comments', {threadId: 'blog/held', text: 'buy this'});
      const before = (await rig().get('/thread?id=blog/held')).text;
      await decideComment(rig().services, 'default', comment.id, {state: 'rejected', reason: 'spam'});
      expect((await guest.get('/comments/mine?thread=blog/held')).body.items[0].comment).toMatchObject({state: 'rejected', reason: 'spam'});
      expect((await rig().get('/thread?id=blog/held')).text).toBe(before);
    });

    it('reviews again what is changed after publishing', async () => {
      const guest = await rig().guest();
      const {body: {comment}} = await guest.send('POST', '/comments', {threadId: 'blog/held', text: 'fine'});
      await decideComment(rig().services, 'default', comment.id, {state: 'published'});
      const edited = await guest.send('PATCH', `/comments/${comment.id}`, {text: 'not so fine'});
      expect(edited.body.comment.state).toBe('held');
      expect((await rig().get('/thread?id=blog/held')).text).not.toContain(comment.id);
    });
  });

  it('refuses every word in a closed thread', async () => {
    await setThread(rig().services, 'default', 'blog/closed', {state: 'closed'});
    const {status, body} = await (await rig().guest()).send('POST', '/comments', {threadId: 'blog/closed', text: 'late'});
    expect([status, body.type]).toEqual([409, type('thread-closed')]);
  });

  it('removes with a coded reason, and never shows the text again', async () => {
    const guest = await rig().guest();
    const top = await guest.say('blog/removed', 'canary-removed');
    await guest.say('blog/removed', 'a reply', top.id);
    await decideComment(rig().services, 'default', top.id, {state: 'removed', reason: 'abuse'});
    const {body, text} = await rig().get('/thread?id=blog/removed');
    expect(body.comments.items[0]).toMatchObject({state: 'removed', reason: 'abuse', body: null, author: null});
    expect(text).not.toContain('canary-removed');
    expect((await guest.send('PATCH', `/comments/${top.id}`, {text: 'again'})).body.type).toBe(type('not-editable'));
    expect((await (await rig().guest()).send('PUT', `/comments/${top.id}/support`)).body.type).toBe(type('parent-gone'));
  });

  it('counts threads in the order asked, unknown ones and repeats included', async () => {
    await (await rig().guest()).say('blog/count', 'one');
    const {body} = await rig().get('/comment-counts?thread=blog/count&thread=blog/none&thread=blog/count');
    expect(body.counts).toEqual([
      {threadId: 'blog/count', commentCount: 1}, {threadId: 'blog/none', commentCount: 0}, {threadId: 'blog/count', commentCount: 1}]);
    const many = Array.from({length: 50}, (_, n) => `thread=${'ع'.repeat(60)}${n}`).join('&');
    expect((await rig().get(`/comment-counts?${many}`)).body.type).toBe(type('invalid-parameter'));
  });
});
