/** Questions about proposals that can be answered by thinking alone. */
import type {Schema} from '@shurkum/contract';

export type Summary = Schema<'ProposalSummary'>;
export type ProposalPage = Schema<'ProposalPage'>;
export type Counts = Schema<'ProposalCounts'>;
export type Sort = Schema<'ProposalSort'>;
export type DecisionState = Schema<'DecisionState'>;
export type ProgressState = Schema<'ProgressState'>;
/** Which proposals a reader wants to see; '' is every one. */
export type Filters = Record<'q' | Axis, string>;
export type Axis = 'decision' | 'progress' | 'category' | 'agency';

export const axes: readonly Axis[] = ['decision', 'progress', 'category', 'agency'];
export const sorts: readonly Sort[] = ['newest', 'most-supported', 'recently-updated', 'due-soon'];
export const none: Filters = {q: '', decision: '', progress: '', category: '', agency: ''};

/** What of the filters is set. */
export const set = (filters: Filters): Partial<Filters> => Object.fromEntries(Object.entries(filters).filter(([, value]) => value));

/** Pages in a row without what the one before already had: a proposal may move between two reads. */
export const joined = (pages: readonly ProposalPage[]): Summary[] =>
  [...new Map(pages.flatMap(({items}) => items).map((one) => [one.reference, one])).values()];

/** Where a reader stands, as it is kept in the page's address. */
export type Kept = Filters & {sort: string; reference: string};

/** A hash of ours begins with our name and a question mark; any other is the page's own. */
const ours = (hash: string, name: string): boolean => hash.startsWith(`#${name}?`);
/** What may stand in an address; anybody may have written it. */
const good: Record<string, RegExp> = {q: /^.{1,200}$/, decision: /^(open|under-review|accepted|partly-accepted|declined|transferred|merged|expired)$/,
  progress: /^(not-started|planned|in-progress|done)$/, sort: /^(newest|most-supported|recently-updated|due-soon)$/, reference: /^[\d-]{12,14}$/};

/** What the page's address keeps for the tracker of this name; null where the hash is not ours. */
export function keptIn(hash: string, name: string): Kept | null {
  if (!ours(hash, name)) return null;
  const said = new URLSearchParams(hash.slice(name.length + 2));
  const keys = ['q', ...axes, 'sort', 'reference'] as const;
  return Object.fromEntries(keys.map((key) => {
    const value = said.get(key) ?? '';
    return [key, (good[key] ?? /^[a-z\d][a-z\d-]{0,31}$/).test(value) ? value : ''];
  })) as Kept;
}

/** The hash that keeps this, or '' where there is nothing to keep. */
export function hashOf(name: string, kept: Partial<Kept>): string {
  const said = new URLSearchParams(Object.entries(kept).filter(([, value]) => value));
  return said.size ? `#${name}?${said}` : '';
}

/** The hash that a page should have; its own is never touched. */
export const hashBeside = (hash: string, name: string, kept: Partial<Kept>): string =>
  (hash.length > 1 && !ours(hash, name) ? hash : hashOf(name, kept));

export type Standing = Pick<Schema<'Standing'>, 'dueOn' | 'dueIn' | 'answeredIn'>;

/** The calendar day it is at a place. */
export const dayAt = (now: number, timeZone?: string): string =>
  new Intl.DateTimeFormat('sv', {timeZone}).format(now);
