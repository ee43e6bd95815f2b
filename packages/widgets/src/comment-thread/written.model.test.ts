import {describe, expect, it} from 'vitest';
import {written} from './written.model.ts';

describe('a text as it is sent', () => {
  it.each([
    ['a line break of a word processor', 'one\u000Btwo\u2028three', 'one\ntwo\nthree'],
    ['a control that nobody sees', 'red\u001B[31m\u0000', 'red[31m'],
    ['what it was', 'سطر\n\tوسطر\r\n\u200Fمع علامة اتجاه\u200C', 'سطر\n\tوسطر\r\n\u200Fمع علامة اتجاه\u200C'],
  ])('makes of it %s', (_, text, sent) => {
    expect(written(text)).toBe(sent);
  });
});
