import {describe, expect, it} from 'vitest';
import {membersOf, shapeOf, unstorableAt} from './json-text.ts';

const isTooDeep = (text: string) => shapeOf(text).tooDeep;

describe('shapeOf', () => {
  it('counts brackets that nest, and only those', () => {
    expect(isTooDeep('['.repeat(32))).toBe(false);
    expect(isTooDeep('['.repeat(33))).toBe(true);
    expect(isTooDeep('{"a":'.repeat(33))).toBe(true);
    expect(isTooDeep(`"${'['.repeat(99)}"`)).toBe(false);
    expect(isTooDeep(`"\\"${'['.repeat(99)}"`)).toBe(false);
    expect(isTooDeep(`"\\\\"${'['.repeat(33)}`)).toBe(true);
    expect(isTooDeep('[],'.repeat(1000))).toBe(false);
  });
});

describe('membersOf', () => {
  it.each([['{"a":{"b":[{"c":":"}]},"d":7}', 4, 4], ['{"a":1,"a":2}', 2, 1], ['{"a":1,"\\u0061":2}', 2, 1], ['[]', 0, 0], ['"{:"', 0, 0], ['{"__proto__":1}', 1, 1]])('of %s', (text, said, kept) => {
    expect([shapeOf(text).members, membersOf(JSON.parse(text))]).toEqual([said, kept]);
  });
});

describe('unstorableAt', () => {
  it('points to NUL and to halves of characters, in values and in keys', () => {
    expect(unstorableAt({a: ['x', 'y\u0000']})).toBe('/a/1');
    expect(unstorableAt({a: '\ud800'})).toBe('/a');
    expect(unstorableAt({'\udfff': 1})).toBe('');
    expect(unstorableAt({a: '🙂', b: null, c: 7})).toBeUndefined();
  });
});
