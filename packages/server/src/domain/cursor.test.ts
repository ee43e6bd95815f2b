import {describe, expect, it} from 'vitest';
import {cursorOf, positionOf} from './cursor.ts';
import {pathBelow} from './path.ts';

const list = ['space', 'مدونة/٢٠٢٦', 'newest'];

describe('a cursor', () => {
  it('leads back to where it came from', () => {
    expect(positionOf(cursorOf(list, [12, 'b7']), list, [0, ''])).toEqual([12, 'b7']);
    expect(positionOf(cursorOf(list, ['00a1']), list, [''])).toEqual(['00a1']);
    expect(cursorOf(list, [Number.MAX_SAFE_INTEGER, 1])).toMatch(/^[A-Za-z0-9_-]{1,512}$/);
  });
  it.each([
    ['another list', cursorOf([...list, 'x'], [12, 7])], ['another shape', cursorOf(list, [1])], ['a text for a number', cursorOf(list, ['1', 1])],
    ['a fraction', cursorOf(list, [1.5, 1])], ['nothing', ''], ['no JSON', 'AAAA'], ['no base64', '****'], ['another type', btoa('{"a":1}')],
  ])('of %s is refused', (_, cursor) => { expect(() => positionOf(cursor, list, [0, 0])).toThrow('invalid-cursor'); });
});

describe('pathBelow', () => {
  it('orders a conversation as it is read, and stays short at any depth', () => {
    const first = pathBelow('', 2), second = pathBelow('', 40), under = pathBelow(first, 41);
    expect([second, under, first].toSorted()).toEqual([first, under, second]);
    let path = '';
    for (let seq = 1; seq < 1000; seq += 1) path = pathBelow(path, seq);
    expect(path.length).toBe(120);
  });
});
