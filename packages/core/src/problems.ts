/** Every failure in the reader's words. The two that a bad line brings are here; the others come once the widget stands. */
import type {ApiError, ProblemKind} from '@shurkum/client';
import {lateWords} from './i18n/locale.ts';
import {msg} from './i18n/words.ts';

let others: Partial<Record<ProblemKind | 'refused', () => string>> = {};
let underway: Promise<void> | undefined;

/** Brings the words for what a server may refuse. */
export const problemWords = (): Promise<void> =>
  underway ??= Promise.all([import('./problem-words.ts'), lateWords()]).then(([{said}]) => { others = said; }, () => { underway = undefined; });

const unreachable: (ProblemKind | undefined)[] = [undefined, 'offline', 'timeout', 'unreachable', 'unavailable', 'internal'];

/** Whether trying the same again may help. A failure of no kind of ours was no answer of the server. */
export const mendable = (failure: unknown): boolean => [...unreachable, 'too-many-requests'].includes((failure as Partial<ApiError>).kind);

/** Words for any failure. Say it while an element renders: that is when its language is known. */
export function problemText(failure: unknown): string {
  const {kind} = failure as Partial<ApiError>;
  if (kind === 'offline') return msg('You are offline.', {id: 'off'});
  const words = kind && !unreachable.includes(kind) ? others[kind] ?? others.refused : null;
  return words ? words() : msg('The service cannot be reached just now.', {id: 'no-read'});
}
