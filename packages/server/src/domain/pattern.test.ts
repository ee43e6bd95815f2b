import {describe, expect, it} from 'vitest';
import {patternOf} from './pattern.ts';

const ids = ['', 'a', 'b', 'ab', 'aab', 'abab', 'blog/1', 'blog/2026/11', '/blog', 'blog/', 'مدونة/٢', 'a.b', 'a-b', 'a|b', '12', '1234', '🙂', 'A', 'a)b', ']'];

describe('a pattern', () => {
  it.each(['.+', '[^/]+(?:/[^/]+)*', 'a|b', 'a*b?', '(ab)+', 'blog/\\d+', '\\p{L}+/\\p{N}', '[0-9]{2,3}', '\\d{4}', '(?:a|ab)(?:b|)', 'a{0,2}b', '.', '^a$', '[\\]]', 'a\\|b', '\\u0061', '(?:a|b|ab)*', 'a+?', '.{2,}'])(
    'of %s takes what it would take elsewhere', (source) => {
      const here = patternOf(source), elsewhere = new RegExp(`^(?:${source})$`, 'u');
      for (const id of ids) expect([id, here(id)]).toEqual([id, elsewhere.test(id)]);
    });
  it.each(['a)|(?:b', '(a)\\1', '(?=a)b', '(?<x>a)', 'a**', '(a', 'a)', '[a', '*a', 'a{3,1}', '\\q', 'a^b', '(?:a{999}){999}', '(?<!a)b'])('of %s is refused', (source) => {
    expect(() => patternOf(source)).toThrow();
  });
  it.each(['(a+)+b', '(?:a|a)*b', '(?:a*)*b', '.*.*.*.*.*b', '(?:a|aa)+b'])('of %s takes no time that explodes', (source) => {
    const began = performance.now();
    expect(patternOf(source)('a'.repeat(512))).toBe(false);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
