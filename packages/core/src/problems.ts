/** Every failure in the reader's words. The two that a bad line brings are here; the others come when somebody turns to the widget, or with the first such failure. */
import type {ApiError, ProblemKind} from '@shurkum/client';
import {lateWords, sayAgain} from './i18n/locale.ts';
import {msg} from './i18n/words.ts';

let others: Partial<Record<ProblemKind | 'refused', (failure: unknown) => string>> = {};
let underway: Promise<void> | undefined;

const unreached = (): string => msg('The service cannot be reached just now.', {id: 'no-read'});

/** Brings the words for what a server may refuse. Where they cannot be had, it is the service that cannot be reached. */
export const problemWords = (): Promise<void> =>
  underway ??= Promise.all([import('./problem-words.ts'), lateWords()]).then(([{said}]) => { others = said; }, () => {
    underway = undefined;
    others = {refused: unreached};
  }).then(sayAgain);

const unreachable: (ProblemKind | undefined)[] = [undefined, 'offline', 'timeout', 'unreachable', 'unavailable', 'internal'];

/** Whether trying the same again may help. A failure of no kind of ours was no answer of the server. */
export const mendable = (failure: unknown): boolean => [...unreachable, 'too-many-requests'].includes((failure as Partial<ApiError>).kind);

/** Words for any failure. Say it while an element renders: that is when its language is known. */
export function problemText(failure: unknown): string {
  const {kind} = failure as Partial<ApiError>;
  if (kind === 'offline') return msg('You are offline.', {id: 'off'});
  if (unreachable.includes(kind)) return unreached();
  const words = (kind && others[kind]) ?? others.refused;
  if (!words) void problemWords();
  return words?.(failure) ?? '';
}
