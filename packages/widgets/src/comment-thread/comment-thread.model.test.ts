import {describe, expect, it} from 'vitest';
import {addressAsId, branches, initials, joined} from './comment-thread.model.ts';
import {mayEdit, news} from './late.model.ts';
import type {Comment, MyComment, ThreadView} from './comment-thread.model.ts';

const said = (id: string, more: Partial<Comment> = {}): Comment => ({
  id, parentId: null, state: 'published', reason: null, author: {name: id, tint: 1}, createdAt: '2026-01-01T00:00:00Z', editedAt: null, body: [],
  supports: 0, replyCount: 0, replies: null, pinned: false, officialAnswer: null, ...more});
const page = (items: Comment[], nextCursor: string | null = null) => ({items, nextCursor});
const own = (comment: Comment, editableUntil: string | null = null): MyComment => ({comment, text: '', editableUntil});
const loaded = (more: Partial<Parameters<typeof branches>[0]>) => branches({pages: [], replies: new Map(), mine: [], sent: new Set(), ...more});
const view = (sequence: number, commentCount: number) => ({thread: {sequence, commentCount}}) as ThreadView;

describe('pages', () => {
  it('are joined without the comment that moved between two reads', () => {
    expect(joined([page([said('a'), said('b')]), page([said('b'), said('c')])]).map(({id}) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the discussion', () => {
  const top = said('top', {replies: page([said('r1', {parentId: 'top'}), said('r2', {parentId: 'r1'}), said('r3', {parentId: 'r1'})], 'on')});

  it('says what is answered only where it is not directly above', () => {
    const [branch] = loaded({pages: [page([top])]});
    expect(branch?.replies.map(({answered}) => answered?.id ?? null)).toEqual([null, null, 'r1']);
    expect(branch?.next).toBe('on');
  });

  it('goes on with further replies and their cursor', () => {
    const [branch] = loaded({pages: [page([top])], replies: new Map([['top', [page([said('r3', {parentId: 'r1'}), said('r4', {parentId: 'top'})])]]])});
    expect(branch?.replies.map(({comment}) => comment.id)).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect(branch?.next).toBeNull();
  });

  it('puts my waiting comment first and my waiting reply under what it answers', () => {
    const mine = [own(said('h1', {state: 'held'})), own(said('h2', {state: 'held', parentId: 'r1'}))];
    const drawn = loaded({pages: [page([top])], mine});
    expect(drawn.map(({comment}) => comment.id)).toEqual(['h1', 'top']);
    expect(drawn[1]?.replies.map(({comment}) => comment.id)).toEqual(['r1', 'h2', 'r2', 'r3']);
  });

  it('shows what I sent even where its page is not here, and once where it is', () => {
    const mine = [own(said('new')), own(said('old'))];
    expect(loaded({pages: [page([said('a')])], mine, sent: new Set(['new'])}).map(({comment}) => comment.id)).toEqual(['new', 'a']);
    expect(loaded({pages: [page([said('new')])], mine, sent: new Set(['new'])})).toHaveLength(1);
  });

  it('counts as new only what came after it was read', () => {
    expect(news(view(5, 3), view(7, 5))).toBe(2);
    expect(news(view(7, 5), view(7, 5))).toBe(0);
    expect(news(view(8, 6), view(7, 5))).toBe(0);
    expect(news(view(5, 3), undefined)).toBe(0);
  });
});

describe('small questions', () => {
  it.each([['Salma Harthy', 'SH'], ['سالم الحارثي', 'س\u200Cح'], ['مريم', 'م'], ['👩‍👩‍👧 Noor', '👩‍👩‍👧N'], ['', '']])('answer %s with %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
  it('make an id of an address, without its scheme and fragment', () => {
    expect(addressAsId('https://ita.example/blog/1?lang=ar#top')).toBe('ita.example/blog/1?lang=ar');
  });
  it('allow an edit until the server’s limit', () => {
    const mine = own(said('a'), '2026-01-01T00:10:00Z');
    expect(mayEdit(mine, Date.parse('2026-01-01T00:09:59Z'))).toBe(true);
    expect(mayEdit(mine, Date.parse('2026-01-01T00:10:00Z'))).toBe(false);
    expect(mayEdit(undefined, 0)).toBe(false);
  });
});
