/** Pure questions about a suggestion: what may follow what, and who may see it. */
import type {Schema} from '@shurkum/contract';

export type Visibility = Schema<'Visibility'>;
export type DecisionState = Schema<'DecisionState'>;
export type ProgressState = Schema<'ProgressState'>;

/** Where a proposal is discussed. Nobody but the proposal itself makes this thread. */
export const proposalThread = (reference: string): string => `proposal/${reference}`;

/** The reference of a proposal's thread id, or null for any other thread. */
export const threadReference = (threadId: string): string | null => /^proposal\/(\d{4}-\d{4}-\d{4})$/.exec(threadId)?.[1] ?? null;

/** Decisions that answer: each has a reason, a text and an agency. */
export const isFinal = (decision: string): boolean => decision !== 'open' && decision !== 'under-review';

/** Everybody may read it, as it was reviewed. */
export const isPublished = ({visibility}: {visibility: string}): boolean => visibility === 'published';

/** Everybody may read it, or what is left of it: it was published once. */
export const isKnown = ({visibility, published_at}: {visibility: string; published_at: number | null}): boolean =>
  visibility === 'published' || (published_at !== null && (visibility === 'removed' || visibility === 'withdrawn'));

/** Its words are gone; its place and what happened stay. */
export const isGone = (visibility: string): boolean => visibility === 'removed' || visibility === 'withdrawn';

/** The beginning of a text, cut between words, at most 300 UTF-16 units. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 280) return line;
  const cut = line.slice(0, 280);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 200)).replace(/[\ud800-\udbff]$/, '')}…`;
}
