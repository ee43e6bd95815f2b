/**
 * A consultation's votes as people cast them, and what they must add up to. Shares no code with the product: the sums
 * made here are what the product's own are held against.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gunzipSync} from 'node:zlib';

/** Real input lies beside the repository; where it does not, what needs it is skipped by name. */
export const realInput = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const hasRealInput = existsSync(realInput);

export type Vote = {statement: string; voter: string; option: 'yes' | 'no' | 'abstain'};
export type Sum = {yes: number; no: number; abstain: number; people: number};

/** Every vote of a folder in the order of its file, re-votes included. */
export function votesOf(folder: string): Vote[] {
  const plain = join(realInput, 'polis', folder, 'votes.csv');
  const text = existsSync(plain) ? readFileSync(plain, 'utf8') : gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
  return text.trim().split(/\r?\n/).slice(1).map((line) => {
    const [, , statement = '', voter = '', vote] = line.split(',');
    return {statement, voter, option: vote === '1' ? 'yes' : vote === '-1' ? 'no' : 'abstain'};
  });
}

/** What each statement must come to: of each pair of voter and statement the last vote counts. */
export function sumsOf(votes: Vote[]): Map<string, Sum> {
  const last = new Map<string, Vote>();
  for (const vote of votes) last.set(`${vote.statement} ${vote.voter}`, vote);
  const sums = new Map<string, Sum>();
  for (const {statement, option} of last.values()) {
    const sum = sums.get(statement) ?? {yes: 0, no: 0, abstain: 0, people: 0};
    sum[option] += 1;
    sum.people += 1;
    sums.set(statement, sum);
  }
  return sums;
}
