import {describe, expect, it} from 'vitest';
import {parseReference, randomReference, referenceOf} from './reference.ts';

describe('a reference', () => {
  // ISO/IEC 7064, MOD 97-10: the whole number leaves 1 when divided by 97.
  it.each(['0000000000', '0000000001', '4831729056', '9999999999', '1234567890'])('of %s checks out', (digits) => {
    expect(BigInt(referenceOf(digits).replaceAll('-', '')) % 97n).toBe(1n);
    expect(referenceOf(digits)).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  });

  it('is understood in any digits, with or without dashes and spaces', () => {
    const reference = referenceOf('4831729056');
    const digits = reference.replaceAll('-', '');
    const arabic = digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const persian = digits.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
    for (const typed of [reference, digits, arabic, persian, ` ${arabic.slice(0, 4)} – ${arabic.slice(4)} `, `\u2066${reference}\u2069`, digits.split('').join(' ')]) {
      expect(parseReference(typed), typed).toBe(reference);
    }
  });

  it('tells every slip of one digit, and every two neighbours that changed places', () => {
    const digits = referenceOf('4831729056').replaceAll('-', '');
    const slips: string[] = [];
    for (let at = 0; at < digits.length; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) slips.push(`${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`);
      slips.push(`${digits.slice(0, at)}${digits[at + 1] ?? ''}${digits[at] ?? ''}${digits.slice(at + 2)}`);
    }
    expect(slips.filter((slip) => slip !== digits && slip.length === 12 && parseReference(slip))).toEqual([]);
  });

  it.each(['', 'abc', '1234', '4831-7290-56', '4831-7290-5673-1', '４８３１７２９０５６７３', '4831-7290-567x'])('is not made of “%s”', (typed) => {
    expect(parseReference(typed)).toBeNull();
  });

  it('is drawn by chance from all there are', () => {
    const drawn = Array.from({length: 2000}, () => randomReference());
    expect(new Set(drawn).size).toBe(2000);
    expect(new Set(drawn.map((reference) => reference[0])).size).toBe(10);
    expect(randomReference(() => new Uint32Array([0, 7]))).toBe(referenceOf('0000000007'));
  });
});
