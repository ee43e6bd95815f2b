import {describe, expect, it} from 'vitest';
import {csv} from './csv.ts';

describe('a file of rows', () => {
  it('keeps a text that a spreadsheet would run a text, and a number a number', () => {
    expect(csv([['=1+1', '+a', '-b', '@c', '\td', -3, null]])).toBe("'=1+1,'+a,'-b,'@c,'\td,-3,\r\n");
  });
  it('quotes what would end a cell', () => {
    expect(csv([['a,b', 'say "no"', 'two\nlines']])).toBe('"a,b","say ""no""","two\nlines"\r\n');
  });
});
