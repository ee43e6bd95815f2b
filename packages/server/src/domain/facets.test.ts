import {describe, expect, it} from 'vitest';
import {facetsOf, medianDays, offered} from './facets.ts';

const cell = (decision: string, category: string, proposals: number) => ({decision, progress: 'not-started', category, agency: '', proposals});
const cells = [cell('open', 'roads', 3), cell('open', 'parks', 5), cell('accepted', 'roads', 7)];

describe('counts by filter', () => {
  it('are of everything where nothing is chosen', () => {
    const {total, decision, category} = facetsOf(cells, {});
    expect([total, [...decision], [...category]]).toEqual([15, [['open', 8], ['accepted', 7]], [['roads', 10], ['parks', 5]]]);
  });
  it('take the other filters as they are chosen, and their own as if it were not', () => {
    const {total, decision, category} = facetsOf(cells, {decision: 'open', category: 'roads'});
    expect([total, [...decision], [...category]]).toEqual([3, [['open', 3], ['accepted', 7]], [['roads', 3], ['parks', 5]]]);
  });
  it('are none where nothing fits', () => {
    expect(facetsOf(cells, {category: 'water', decision: 'open'}).total).toBe(0);
  });
  it('come in the order they are offered, and of what is offered no more last', () => {
    expect(offered(new Map([['old', 1], ['', 4], ['b', 2]]), ['a', 'b'])).toEqual([['a', 0], ['b', 2], ['old', 1]]);
  });
});

describe('the median of days', () => {
  const took = (days: number, proposals: number) => ({days, proposals, on_time: 0});
  it.each([
    ['nothing', [], null], ['one', [took(4, 1)], 4], ['two', [took(4, 1), took(7, 1)], 5.5], ['an odd number', [took(9, 2), took(1, 3)], 1],
    ['an even number', [took(1, 2), took(2, 2)], 1.5], ['what is known', [took(-1, 50), took(3, 1)], 3], ['zero days', [took(0, 3), took(8, 1)], 0],
  ])('of %s', (_, counts, median) => { expect(medianDays(counts)).toBe(median); });
});
