/**
 * Reference numbers: ten digits by chance and two check digits (ISO/IEC 7064, MOD 97-10), `dddd-dddd-dddd`. Digits alone read
 * aloud and are typed alike in every language; the check tells a slip of the hand from a number that is not there.
 */
const groups = /^(\d{4})(\d{4})(\d{4})$/;
const between = /[\s\p{Pd}\p{Cf}._/]+/gu;

/** Any decimal digit of Unicode that our readers type: 0123, ٠١٢٣, ۰۱۲۳. */
const latin = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** Valid where the whole number leaves 1 when divided by 97. */
const remainder = (digits: string): number => [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);

const shown = (digits: string): string => digits.replace(groups, '$1-$2-$3');

/** A reference of ten digits, each chance alike. */
export function referenceOf(digits: string): string {
  if (!/^\d{10}$/.test(digits)) throw new Error('A reference is made of ten digits.');
  return shown(`${digits}${String(98 - remainder(`${digits}00`)).padStart(2, '0')}`);
}

/** Ten random digits; every one of ten thousand million is as likely as the others. */
export function randomReference(random = (words: Uint32Array<ArrayBuffer>): Uint32Array => crypto.getRandomValues(words)): string {
  const [high = 0, low = 0] = random(new Uint32Array(2));
  const number = (BigInt(high) << 32n | BigInt(low)) % 10_000_000_000n;
  return referenceOf(String(number).padStart(10, '0'));
}

/** What somebody typed, as a reference; null where it cannot be one. */
export function parseReference(typed: string): string | null {
  const digits = latin(typed).replace(between, '');
  return /^\d{12}$/.test(digits) && remainder(digits) === 1 ? shown(digits) : null;
}
