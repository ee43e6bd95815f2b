import {describe, expect, it} from 'vitest';
import {checkBallot} from './ballot.ts';
import {tallyChange, tallyOf} from './tally.ts';
import type {Question} from './poll.ts';

const options = ['a', 'b', 'c'].map((id) => ({id, label: {en: id}}));
const multiple: Question = {id: 'm', kind: 'multiple', text: {en: '?'}, options, min: 1, max: 2};
const ranking: Question = {id: 'r', kind: 'ranking', text: {en: '?'}, options, min: 1, max: 3};
const points: Question = {id: 'p', kind: 'points', text: {en: '?'}, options, points: 5};

describe('checkBallot', () => {
  it('gives one form to what means the same', () => {
    expect(checkBallot([multiple, ranking], [{questionId: 'r', optionIds: ['c', 'a']}, {questionId: 'm', optionIds: ['b', 'a']}]))
      .toEqual([{questionId: 'm', optionIds: ['a', 'b']}, {questionId: 'r', optionIds: ['c', 'a']}]);
    expect(checkBallot([points], [{questionId: 'p', points: [{optionId: 'c', points: 2}, {optionId: 'b', points: 0}, {optionId: 'a', points: 3}]}]))
      .toEqual([{questionId: 'p', points: [{optionId: 'a', points: 3}, {optionId: 'c', points: 2}]}]);
  });
  it('says where the fault stands and what the limit is', () => {
    const faulty = () => checkBallot([multiple], [{questionId: 'm', optionIds: ['a', 'b', 'c']}]);
    expect(faulty).toThrow(expect.objectContaining({problem: 'too-many-choices', errors: [{pointer: '/answers/0/optionIds', code: 'too-many-choices', limit: 2}]}));
  });
  it('is not fooled by names every object has', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) expect(() => checkBallot([multiple], [{questionId: 'm', optionIds: [id]}])).toThrow('unknown-option');
  });
});

describe('tallyChange', () => {
  it('takes away the old ballot and adds the new one, per option', () => {
    const change = tallyChange([multiple], [{questionId: 'm', optionIds: ['a', 'b']}], [{questionId: 'm', optionIds: ['b', 'c']}]);
    expect(change).toEqual([{question: 'm', option: 'a', people: -1, score: -1}, {question: 'm', option: 'c', people: 1, score: 1}]);
  });
  it('counts a rank by how many stand behind it', () => {
    expect(tallyChange([ranking], [], [{questionId: 'r', optionIds: ['c', 'a']}]).map(({option, score}) => [option, score])).toEqual([['c', 2], ['a', 1]]);
  });
  it('is nothing for the same ballot', () => {
    const ballot = [{questionId: 'p', points: [{optionId: 'a', points: 5}]}];
    expect(tallyChange([points], ballot, ballot)).toEqual([]);
  });
});

describe('tallyOf', () => {
  it('stands in the order of the question, with zeros where nobody chose', () => {
    const tally = tallyOf([multiple], 1, [{question: 'm', option: 'c', people: 1, score: 1}]);
    expect(tally.questions[0]?.options).toEqual([{optionId: 'a', people: 0, score: 0}, {optionId: 'b', people: 0, score: 0}, {optionId: 'c', people: 1, score: 1}]);
  });
});
