import {describe, expect, it} from 'vitest';
import {Refusal} from '../domain/refusal.ts';
import {guesses} from './guesses.ts';

function triesLeft(all: ReturnType<typeof guesses>, address: string | undefined, now: number, space = 's'): number {
  for (let count = 0; ; count += 1) {
    try {
      all.take(space, address, now);
    } catch (error) {
      if (error instanceof Refusal) return count;
      throw error;
    }
  }
}

describe('guesses', () => {
  it('are counted for each address and each space by itself', () => {
    const all = guesses();
    expect([triesLeft(all, 'a', 0), triesLeft(all, 'b', 0), triesLeft(all, 'a', 0, 'other'), triesLeft(all, undefined, 0), triesLeft(all, 'a', 0)]).toEqual([30, 30, 30, 300, 0]);
  });
  it('come back one by one, never more than there were', () => {
    const all = guesses();
    triesLeft(all, 'a', 0);
    expect([triesLeft(all, 'a', 9_999), triesLeft(all, 'a', 25_000), triesLeft(all, 'a', 30_000), triesLeft(all, 'a', 1e9)]).toEqual([0, 2, 1, 30]);
  });
  it('are not given twice where the clock goes back', () => {
    const all = guesses();
    triesLeft(all, 'a', 1e6);
    expect([triesLeft(all, 'a', 0), triesLeft(all, 'a', 1e6), triesLeft(all, 'a', 1e6 + 10_000)]).toEqual([0, 0, 1]);
  });
  it('that were right are returned', () => {
    const all = guesses();
    for (let n = 0; n < 100; n += 1) all.take('s', 'a', 0)();
    expect(triesLeft(all, 'a', 0)).toBe(30);
  });
  it('that were right are returned also where others were asked meanwhile', () => {
    const all = guesses();
    for (let n = 0; n < 100; n += 1) for (const giveBack of [all.take('s', 'a', 0), all.take('s', 'a', 0), all.take('s', 'a', 0)]) giveBack();
    expect(triesLeft(all, 'a', 0)).toBe(30);
  });
  it('are remembered for so many askers and no more: those who asked longest ago are forgotten', () => {
    const all = guesses(2);
    triesLeft(all, 'a', 0);
    triesLeft(all, 'b', 0);
    expect(triesLeft(all, 'a', 0)).toBe(0);
    triesLeft(all, 'c', 0);
    expect([triesLeft(all, 'a', 0), triesLeft(all, 'b', 0)]).toEqual([0, 30]);
  });
});
