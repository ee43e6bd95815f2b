import {describe, expect, it} from 'vitest';
import {byteCache} from './byte-cache.ts';
import {canonical} from './read-query.ts';

const kept = (size: number) => ({version: '1', bytes: new Uint8Array(size), etag: '"x"', stampNow: false, until: null});

describe('the byte cache', () => {
  const heldOf = (count: number, key: (n: number) => string, size: number) => {
    const cache = byteCache();
    for (let n = 0; n < count; n += 1) cache.set(key(n), kept(size));
    return Array.from({length: count}, (_, n) => n).filter((n) => cache.get(key(n), '1')).length;
  };
  it('counts the keys it holds', () => {
    const long = 'x'.repeat(100_000);
    expect(heldOf(400, (n) => `${n}${long}`, 1)).toBeLessThan(170);
  });
  it('holds so many entries and no more, however small', () => { expect(heldOf(20_000, String, 0)).toBe(8192); });
  it('gives back what stands, forgets what does not', () => {
    const cache = byteCache();
    cache.set('a', kept(7));
    expect(cache.get('a', '1')?.bytes.byteLength).toBe(7);
    expect(cache.get('a', '2')).toBeUndefined();
  });
});

describe('the key of an answer', () => {
  it('is one, in whatever order it is asked', () => {
    expect(canonical(['s', 'listComments'], {}, {thread: 'a', limit: 5})).toBe(canonical(['s', 'listComments'], {}, {limit: 5, thread: 'a'}));
    expect(canonical(['s', 'listComments'], {}, {thread: 'a'})).not.toBe(canonical(['s', 'getThread'], {}, {thread: 'a'}));
  });
});
