/** Every failure in the reader's words. The two that a bad line brings are here; the others come once the widget stands. */
import type {ApiError, ProblemKind} from '@shurkum/client';
import {lateWords} from './i18n/locale.ts';
import {msg} from './i18n/words.ts';

let others: Partial<Record<ProblemKind, () => string>> = {};
let underway: Promise<void> | undefined;

/** Brings the words for what a server may refuse. */
export const problemWords = (): Promise<void> =>
  underway ??= Promise.all([import('./problem-words.ts'), lateWords()]).then(([{said}]) => { others = said; }, () => { underway = undefined; });

const unreachable: ProblemKind[] = ['timeout', 'unreachable', 'unavailable', 'internal'];

/** Words for any failure. Say it while an element renders: that is when its language is known. */
export function problemText(failure: unknown): string {
  const {kind = 'internal'} = failure as Partial<ApiError>;
  if (kind === 'offline') return msg('You are offline. What you wrote is kept on this device and has not been sent.', {id: 'offline'});
  if (unreachable.includes(kind)) return msg('The service cannot be reached just now. Nothing you wrote is lost.', {id: 'no-answer'});
  return others[kind]?.() ?? msg('This was not accepted, and nothing was stored. Please load the page again and retry.', {id: 'refused'});
}
