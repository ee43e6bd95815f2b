/** What the filters of a list would leave, and what became of proposals, from the counts that are kept. */
import type {Schema} from '@shurkum/contract';
import {decisionStates, facetsOf, medianDays, offered, progressStates} from '../domain/facets.ts';
import type {Chosen, CountedCell, Facets} from '../domain/facets.ts';
import {agencyOf, categoryOf} from '../replies/proposal-json.ts';
import type {Space} from '../spaces.ts';
import type {Act} from '../store/act.ts';
import {answers, cells, cellsMeeting, standing} from '../store/proposal-counts.ts';
import {fewAtMost} from '../store/proposal-lists.ts';
import {asked} from '../store/search-words.ts';
import {clausesOf, wholeQuestion} from './search-question.ts';

/** The contract's own bound of a list of choices. */
const choicesAtMost = 100;

/** One more than are counted says that there are more. */
function* cellsOf({id: space}: Space, q: string | undefined): Act<CountedCell[]> {
  if (q === undefined) return yield* cells.all({space});
  const clauses = yield* clausesOf(space, q);
  if (!clauses) return [];
  return yield* cellsMeeting.all({...asked(wholeQuestion(space, clauses)), space, limit: fewAtMost + 1});
}

const states = ({decision, progress}: Facets) => ({
  decisions: decisionStates.map((state) => ({state, count: decision.get(state) ?? 0})),
  progress: progressStates.map((state) => ({state, count: progress.get(state) ?? 0})),
});

export function* countedBy(space: Space, q: string | undefined, chosen: Chosen): Act<Schema<'ProposalCounts'>> {
  const found = yield* cellsOf(space, q);
  const all = found.reduce((sum, {proposals}) => sum + proposals, 0);
  const facets = facetsOf(found, chosen);
  const choices = (name: 'category' | 'agency', ids: readonly {id: string}[] = []) =>
    offered(facets[name], ids.map(({id}) => id)).slice(0, choicesAtMost);
  return {
    total: facets.total, exact: q === undefined || all <= fewAtMost, ...states(facets),
    categories: choices('category', space.categories).flatMap(([id, count]) => {
      const category = categoryOf(space, id);
      return category ? [{category, count}] : [];
    }),
    agencies: choices('agency', space.agencies).flatMap(([id, count]) => {
      const agency = agencyOf(space, id);
      return agency ? [{agency, count}] : [];
    }),
  };
}

type Numbers = Pick<Schema<'Outcomes'>, 'received' | 'answered' | 'onTime' | 'medianDays' | 'decisions' | 'progress'>;

/** Numbers of all, or of one category, one agency. */
export function* outcomeNumbers(space: Space, chosen: Pick<Chosen, 'category' | 'agency'>): Act<Numbers> {
  const within = {space: space.id, category: chosen.category ?? null, agency: chosen.agency ?? null};
  const facets = facetsOf(yield* standing.all(within), {});
  const took = yield* answers.all(within);
  return {
    received: facets.total,
    answered: took.reduce((sum, {proposals}) => sum + proposals, 0),
    onTime: took.reduce((sum, {on_time}) => sum + on_time, 0),
    medianDays: medianDays(took), ...states(facets),
  };
}
