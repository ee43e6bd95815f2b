import {describe, expect, it} from 'vitest';
import {isTooDeep, unstorableAt} from './json-text.ts';

describe('isTooDeep', () => {
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

describe('unstorableAt', () => {
  it('points to NUL and to halves of characters, in values and in keys', () => {
    expect(unstorableAt({a: ['x', 'y\u0000']})).toBe('/a/1');
    expect(unstorableAt({a: '\ud800'})).toBe('/a');
    expect(unstorableAt({'\udfff': 1})).toBe('');
    expect(unstorableAt({a: '🙂', b: null, c: 7})).toBeUndefined();
  });
});
