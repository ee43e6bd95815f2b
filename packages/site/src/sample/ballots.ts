/** Plausible ballots, the same on every first start: a small fixed sequence of numbers instead of chance. */
import type {Schema} from '@shurkum/contract';
import type {SamplePoll} from './polls.ts';

type Answer = Schema<'Answer'>;

/** Park and Miller's generator (1988): every number from 0 to 1 that a sample needs, always in the same order. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** The indexes of `weights`, the heavier ones rather first. */
function leaning(weights: number[], next: () => number): number[] {
  return weights.map((weight, index) => ({index, key: next() ** (1 / weight)}))
    .sort((one, other) => other.key - one.key).map(({index}) => index);
}

function points(total: number, ids: string[], order: number[]): Answer['points'] {
  const first = Math.ceil(total / 2), second = Math.floor((total - first) * 0.6);
  return [first, second, total - first - second].map((share, place) => ({optionId: ids[order[place] ?? 0] ?? '', points: share}));
}

/** One person's answer to the one question of a sample poll. */
export function answer({question, lean}: SamplePoll, next: () => number): Omit<Answer, 'questionId'> {
  const order = leaning(lean, next), ids = question.options.map(({id}) => id);
  const chosen = (count: number) => order.slice(0, count).map((index) => ids[index] ?? '');
  switch (question.kind) {
    case 'rating': return {rating: (question.scale?.min ?? 1) + (order[0] ?? 0)};
    case 'points': return {points: points(question.points ?? 10, ids, order)};
    case 'ranking': return {optionIds: chosen(ids.length)};
    case 'multiple': return {optionIds: chosen(1 + Math.floor(next() * (question.max ?? 1)))};
    default: return {optionIds: chosen(1)};
  }
}
