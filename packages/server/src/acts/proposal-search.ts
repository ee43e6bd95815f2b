/**
 * What is kept beside a proposal so that it can be found and counted, brought along with every change of its row. Only what
 * is published has words in the index and a place in the counts; what was merged into another is counted, but that other is
 * what should be found.
 */
import {threadReference} from '../domain/proposal.ts';
import {wordsOf} from '../domain/search/words.ts';
import type {Act} from '../store/act.ts';
import {bumpProposals, countAnswer, countCell, uncountAnswer, uncountCell} from '../store/proposal-counts.ts';
import type {ProposalRow} from '../store/proposals.ts';
import {anywhere, countWords, dropWords, inTitle, putWords, uncountWords} from '../store/search-words.ts';

const shards = 16;
/** Answers that took longer count as this long, so that the counts have an end (working days). */
const longest = 2000;

const isFound = (row: ProposalRow | null): row is ProposalRow => row !== null && row.listed === 1 && row.merged_into === null;
const isShown = (row: ProposalRow | null): row is ProposalRow => row?.listed === 1;

type Indexed = {title: readonly string[]; every: readonly string[]};
const none: Indexed = {title: [], every: []};

const missing = (words: readonly string[], others: readonly string[]): string[] => {
  const there = new Set(others);
  return words.filter((word) => !there.has(word));
};

/** The empty word stands for the proposal itself. */
export const indexedWords = (title: string, source: string): Indexed => ({title: wordsOf(title), every: ['', ...wordsOf(`${title}\n${source}`)]});

/** The words as the index takes them. */
export const indexText = (space: string, {title, every}: Indexed): string =>
  [...every.slice(1).map((word) => anywhere(space, word)), ...title.map((word) => inTitle(space, word))].join(' ');

/** Puts its words in, replaces or takes them out. `before` is null for one that has just come. */
export function* keepFindable(before: ProposalRow | null, after: ProposalRow): Act<void> {
  const [was, is] = [isFound(before) ? before : null, isFound(after) ? after : null];
  if (was?.title === is?.title && was?.source === is?.source) return;
  const {space, key} = after;
  const gone = was ? indexedWords(was.title, was.source) : none;
  const come = is ? indexedWords(is.title, is.source) : none;
  const fewer = missing(gone.every, come.every);
  const more = missing(come.every, gone.every);
  if (was) yield* dropWords.all({key});
  if (is) yield* putWords.all({key, words: indexText(space, come)});
  if (fewer.length) yield* uncountWords.all({space, words: JSON.stringify(fewer)});
  if (more.length) yield* countWords.all({space, words: JSON.stringify(more)});
}

const cellOf = ({space, category, agency, decision, progress}: ProposalRow) =>
  ({space, category: category ?? '', agency: agency ?? '', decision, progress});

const tookOf = ({space, category, agency, answered_in, on_time}: ProposalRow) =>
  ({space, category: category ?? '', agency: agency ?? '', days: Math.min(answered_in ?? -1, longest), onTime: on_time ?? 0});

const answered = (row: ProposalRow | null): row is ProposalRow => isShown(row) && row.answered_at !== null;
const alike = (one: object | null, other: object | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Something that lists of proposals show has changed: supports, too, and how often one was commented on. */
export function* touchProposals(space: string, reference: string): Act<void> {
  yield* bumpProposals.all({space, shard: Number(reference.slice(-2)) % shards});
}

/** The same of a proposal's discussion; any other thread is no concern of the lists. */
export function* touchDiscussion(space: string, threadId: string): Act<void> {
  const reference = threadReference(threadId);
  if (reference !== null) yield* touchProposals(space, reference);
}

/** Takes it out of where it was counted and counts it where it now stands. */
export function* keepCounted(before: ProposalRow | null, after: ProposalRow): Act<void> {
  const [was, is] = [isShown(before) ? cellOf(before) : null, isShown(after) ? cellOf(after) : null];
  if (!was && !is) return;
  if (!alike(was, is)) {
    if (was) yield* uncountCell.all(was);
    if (is) yield* countCell.all(is);
  }
  const [took, takes] = [answered(before) ? tookOf(before) : null, answered(after) ? tookOf(after) : null];
  if (!alike(took, takes)) {
    if (took) yield* uncountAnswer.all(took);
    if (takes) yield* countAnswer.all(takes);
  }
  yield* touchProposals(after.space, after.reference);
}
