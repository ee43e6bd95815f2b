/** Counts by filter, and how long answers took: sums over what is counted, never over proposals. */
import type {Schema} from '@shurkum/contract';

export type FacetName = 'decision' | 'progress' | 'category' | 'agency';
/** How many proposals stand in one place; an empty text stands for no category, no agency. */
export type CountedCell = Record<FacetName, string> & {proposals: number};
export type Chosen = {readonly [Name in FacetName]?: string | undefined};
export type Facets = {total: number} & Record<FacetName, Map<string, number>>;

export const decisionStates = ['open', 'under-review', 'accepted', 'partly-accepted', 'declined', 'transferred', 'merged', 'expired'] as const satisfies readonly Schema<'DecisionState'>[];
export const progressStates = ['not-started', 'planned', 'in-progress', 'done'] as const satisfies readonly Schema<'ProgressState'>[];
const names = ['decision', 'progress', 'category', 'agency'] as const satisfies readonly FacetName[];

/** How many each choice of each filter would leave, with the other filters as they are chosen. */
export function facetsOf(cells: readonly CountedCell[], chosen: Chosen): Facets {
  const facets: Facets = {total: 0, decision: new Map(), progress: new Map(), category: new Map(), agency: new Map()};
  for (const cell of cells) {
    const unmet = names.filter((name) => chosen[name] !== undefined && chosen[name] !== cell[name]);
    if (!unmet.length) facets.total += cell.proposals;
    for (const name of names) {
      if (unmet.every((each) => each === name)) facets[name].set(cell[name], (facets[name].get(cell[name]) ?? 0) + cell.proposals);
    }
  }
  return facets;
}

/** The places in the order they are offered, those that are offered no more last. */
export const offered = (counts: ReadonlyMap<string, number>, ids: readonly string[]): [id: string, count: number][] =>
  [...new Set([...ids, ...counts.keys()])].filter((id) => id !== '').map((id) => [id, counts.get(id) ?? 0]);

export type CountedAnswers = {days: number; proposals: number; on_time: number};

/** The middle of so many days: of an even number the mean of the two in the middle. Negative days are not known and not counted. */
export function medianDays(counts: readonly CountedAnswers[]): number | null {
  const known = counts.filter(({days}) => days >= 0).toSorted((one, other) => one.days - other.days);
  const total = known.reduce((sum, {proposals}) => sum + proposals, 0);
  if (!total) return null;
  const nth = (place: number): number => {
    let left = place;
    return known.find(({proposals}) => (left -= proposals) < 0)?.days ?? 0;
  };
  return (nth(Math.floor((total - 1) / 2)) + nth(Math.floor(total / 2))) / 2;
}
