import {describe, expect, it} from 'vitest';
import {harmless, sheet} from './sheet.ts';

describe('a cell', () => {
  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '\na', '＝1', '＋1', '－1', '＠a', '  =1', '\u200b=1', '\u3164=1', '\u00a0\u202e+1', '\u0007=1'])('that a spreadsheet would run (%j) stays text', (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  });
  it.each(['a=1', '1-1', 'نص', '', 7, -7])('that is none (%j) stays as it is', (cell) => { expect(harmless(cell)).toBe(cell); });
  it('is quoted, whatever it holds', () => {
    expect(sheet(['a', 'b'], [{a: 'x;y', b: 'say "so"'}, {a: 1}])).toBe('\uFEFF"a","b"\r\n"x;y","say ""so"""\r\n"1",""\r\n');
  });
});
