/**
 * How many secrets somebody may guess wrong. Each asker has so many tries, which come back one by one; who guessed right
 * gets the try back. Tries are taken before anything is looked up, so asking many at once gains nothing. The memory is
 * bounded: those who asked longest ago are forgotten first.
 */
import {Refusal} from '../domain/refusal.ts';

/** Tries at once, and how many milliseconds bring one back. */
type Allowance = {tries: number; each: number};
type Bucket = {left: number; at: number};

/** One person, or a few behind one address. */
const forAddress: Allowance = {tries: 30, each: 10_000};
/** Everybody together, where nobody knows who asks: slow for a machine that goes through numbers, never felt by people. */
const forSpace: Allowance = {tries: 300, each: 250};
const askersAtMost = 20_000;

export type Guesses = {
  /** Takes a try and gives how to return it. @throws Refusal `too-many-requests` with the time to wait. */
  take(space: string, address: string | undefined, now: number): () => void;
};

export function guesses(atMost = askersAtMost): Guesses {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (key: string, {tries, each}: Allowance, now: number): Bucket => {
    const {left, at} = buckets.get(key) ?? {left: tries, at: now};
    const bucket = {left: Math.min(tries, left + Math.max(0, now - at) / each), at: Math.max(at, now)};
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > atMost && oldest !== undefined) buckets.delete(oldest);
    return bucket;
  };
  return {
    take(space, address, now) {
      const allowance = address === undefined ? forSpace : forAddress;
      const key = JSON.stringify([space, address]);
      const bucket = bucketOf(key, allowance, now);
      if (bucket.left < 1) throw new Refusal('too-many-requests', [], Math.ceil((1 - bucket.left) * allowance.each / 1000));
      bucket.left -= 1;
      // To the bucket as it stands by then: others may have been asked meanwhile.
      return () => {
        const current = buckets.get(key);
        if (current) current.left += 1;
      };
    },
  };
}
