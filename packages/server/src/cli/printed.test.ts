import {describe, expect, it} from 'vitest';
import {plain, printable} from './printed.ts';

describe('what is printed', () => {
  it('moves no cursor and types nothing', () => {
    expect(printable('a\u001b[2Jb\u009bc\u0007d\re\r\nf\tg\n')).toBe('a\\u001b[2Jb\\u009bc\\u0007d\\u000de\r\nf\tg\n');
  });
  it('turns no direction, and keeps the marks that Arabic needs', () => {
    expect(plain('\u202eevil\u202c \u2067x\u2069 می\u200cخواهم \u200fنص')).toBe('\\u202eevil\\u202c \\u2067x\\u2069 می\u200cخواهم \u200fنص');
  });
  it('is, as JSON, the same text', () => {
    const text = '\u001b\u007f\u009b\u202e\u2028';
    expect(JSON.parse(plain(JSON.stringify({text})))).toEqual({text});
  });
});
