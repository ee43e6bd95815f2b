import {describe, expect, it} from 'vitest';
import {administrator, weaknessOf} from './administrator.ts';
import {randomId, webHmac} from './keys.ts';

describe('an administrator’s key', () => {
  it.each([
    ['short', randomId(32).slice(0, 31), 'must have at least 32 characters'],
    ['with what no header carries', `${randomId(32)} é`, 'may hold only'],
    ['from an example', 'changeme-changeme-9f3kQ0xZ7vLw2Tb', 'example'],
    ['that says what it is', 'my-Secret-key-9f3kQ0xZ7vLw2Tb8mN', 'example'],
    ['of one character', 'a'.repeat(40), 'repeats'],
    ['of one piece, twice', '9f3kQ0xZ7vLw2Tb8'.repeat(2), 'repeats'],
    ['of few characters', '517263417526371654321765142735162437', 'repeats'],
    ['typed along a row', '0123456789abcdefghijklmnopqrstuvwxyz', 'repeats'],
  ])('%s is refused', (_, key, why) => {
    expect(weaknessOf(key)).toContain(why);
    expect(() => administrator(webHmac, key)).toThrow(why);
  });

  it('by chance is taken: every one of a thousand', () => {
    const hexadecimal = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    for (let n = 0; n < 1000; n += 1) expect([weaknessOf(randomId(32)), weaknessOf(hexadecimal())]).toEqual([undefined, undefined]);
  });

  it('opens for itself alone, and nothing opens where there is none', async () => {
    const key = randomId(32);
    const is = administrator(webHmac, key);
    expect([await is(key), await is(`${key}x`), await is(key.slice(1)), await is('')]).toEqual([true, false, false, false]);
    expect([await administrator(webHmac, undefined)(key), await administrator(webHmac, undefined)('')]).toEqual([false, false]);
  });
});
