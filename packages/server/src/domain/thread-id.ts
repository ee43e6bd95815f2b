/** Which thread ids are ids at all, and which of them a space lets come to be. */
import {threadIdMaxLength} from '@shurkum/contract/limits';
import {patternOf} from './pattern.ts';

const encoder = new TextEncoder();

/** The part of the contract a schema cannot say: at most 512 bytes, in NFC. */
export const isThreadId = (id: string): boolean =>
  encoder.encode(id).byteLength <= threadIdMaxLength && !/\p{Cs}/u.test(id) && id === id.normalize('NFC');

const compiled = new Map<string, (id: string) => boolean>();

/** Whether one of the space's patterns matches the whole id. */
export const accepts = (patterns: readonly string[], id: string): boolean =>
  patterns.some((pattern) => {
    const matches = compiled.get(pattern) ?? patternOf(pattern);
    compiled.set(pattern, matches);
    return matches(id);
  });
