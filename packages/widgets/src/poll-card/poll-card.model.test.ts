import {describe, expect, it} from 'vitest';
import {asCsv} from './poll-card.csv.ts';
import {lacking, moved, order, pointed, sendable, unmoved} from './ballot.model.ts';
import {chosen, untilTurn, visibleTally} from './poll-card.model.ts';
import type {Answer, Poll, Question, Tally} from './poll-card.model.ts';
import {average, results} from './results.model.ts';

const options = ['a', 'b', 'c'].map((id) => ({id, label: {en: id.toUpperCase()}}));
const ask = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({id: 'q', kind, text: {en: 'Q'}, options, ...more});
const none: Answer = {questionId: 'q'};
const tally = (people: number, ...counts: [string, number, number][]): Tally =>
  ({people, questions: [{questionId: 'q', options: counts.map(([optionId, some, score]) => ({optionId, people: some, score}))}]});
const poll = (more: Partial<Poll> = {}): Poll => ({
  id: 'p', status: 'open', title: {en: 'P'}, asker: null, questions: [ask('single')], opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-02-01T00:00:00Z',
  timeZone: 'Asia/Muscat', resultRule: 'always', changeable: false, guests: true, quorum: null, outcome: null, tally: null, sequence: 1, ...more});

describe('an answer', () => {
  it('holds one option where one may be chosen, several where several may', () => {
    const one = chosen(ask('single'), none, 'a', true);
    expect(chosen(ask('single'), one, 'b', true).optionIds).toEqual(['b']);
    const several = chosen(ask('multiple'), one, 'b', true);
    expect(several.optionIds).toEqual(['a', 'b']);
    expect(chosen(ask('multiple'), several, 'a', false).optionIds).toEqual(['b']);
  });

  it('lacks what its question still asks', () => {
    expect(lacking(ask('single'), none)).toBe('missing-answer');
    expect(lacking(ask('multiple', {min: 2}), {questionId: 'q', optionIds: ['a']})).toBe('too-few-choices');
    expect(lacking(ask('multiple', {max: 1}), {questionId: 'q', optionIds: ['a', 'b']})).toBe('too-many-choices');
    expect(lacking(ask('multiple', {min: 0}), {questionId: 'q', optionIds: []})).toBeNull();
    expect(lacking(ask('rating'), {questionId: 'q'})).toBe('missing-answer');
    expect(lacking(ask('rating'), {questionId: 'q', rating: 0})).toBeNull();
    expect(lacking(ask('points', {points: 2}), none)).toBe('wrong-points');
    expect(lacking(ask('ranking'), none)).toBe('missing-answer');
    expect(lacking(ask('ranking'), {questionId: 'q', optionIds: ['a', 'b', 'c']})).toBeNull();
  });

  it('moves an option by one place and not beyond the ends', () => {
    const ranking = ask('ranking');
    expect(moved(ranking, none, 'c', -1).optionIds).toEqual(['a', 'c', 'b']);
    expect(moved(ranking, none, 'a', -1)).toBe(none);
    expect(moved(ranking, none, 'c', 1)).toBe(none);
    expect([unmoved(ranking, none), unmoved(ranking, moved(ranking, none, 'c', -1))]).toEqual([true, false]);
  });

  it('never gives more points than there are, nor fewer than none', () => {
    const question = ask('points', {points: 3});
    const all = pointed(question, none, 'a', 9);
    expect(all.points?.[0]?.points).toBe(3);
    expect(pointed(question, all, 'b', 1)).toEqual(all);
    expect(sendable(question, pointed(question, none, 'b', -1)).points).toEqual([]);
  });

  it('is sent as the contract wants it and opened again as it was', () => {
    const ranking = ask('ranking', {max: 2});
    const sent = sendable(ranking, {questionId: 'q', optionIds: ['c', 'a', 'b']});
    expect(sent.optionIds).toEqual(['c', 'a']);
    expect(order(ranking, sent)).toEqual(['c', 'a', 'b']);
    const points = ask('points', {points: 2});
    const given: Answer = {questionId: 'q', points: [{optionId: 'b', points: 2}]};
    expect(sendable(points, pointed(points, pointed(points, given, 'b', -1), 'b', 1))).toEqual(given);
    expect(sendable(ask('multiple', {min: 0}), none).optionIds).toEqual([]);
  });
});

describe('results', () => {
  it('are shares of the people where one chooses', () => {
    expect(results(ask('multiple'), tally(4, ['a', 4, 4], ['b', 1, 1])).map(({share}) => share)).toEqual([1, 0.25]);
  });
  it('are shares of everything given where one weighs', () => {
    expect(results(ask('points'), tally(2, ['a', 2, 6], ['b', 1, 2])).map(({share}) => share)).toEqual([0.75, 0.25]);
  });
  it('divide by nobody without harm', () => {
    expect(results(ask('single'), tally(0, ['a', 0, 0]))[0]?.share).toBe(0);
    expect(average(ask('rating'), tally(0, ['1', 0, 0]))).toBeNull();
  });
  it('know the mean of a rating', () => {
    expect(average(ask('rating'), tally(4, ['1', 1, 1], ['5', 3, 3]))).toBe(4);
  });
  it('are mine to see before they are everyone’s', () => {
    const own = tally(1, ['a', 1, 1]);
    expect(visibleTally(poll(), {ballot: null, mayVote: true, reason: null, tally: own})).toBe(own);
    expect(visibleTally(poll(), null)).toBeNull();
  });
  it('make a file in which no cell is a formula', () => {
    const question = ask('single', {options: [{id: 'a', label: {en: '=1+1'}}, {id: 'b', label: {en: 'say "b", please'}}]});
    const text = asCsv(poll({questions: [question]}), tally(3, ['a', 1, 1], ['b', 2, 2]), {tag: 'en', languages: ['en'], formats: undefined as never, now: 0});
    expect(text.split('\r\n')).toEqual(['question,option,label,people,score,all_people', "q,a,'=1+1,1,1,3", 'q,b,"say ""b"", please",2,2,3', '']);
  });
});

describe('the next turn of a poll', () => {
  const now = Date.parse('2026-01-31T00:00:00Z');
  it.each([['open', 86_400_000], ['scheduled', 0], ['closed', null], ['answered', null]] as const)('comes, when it is %s, in %s ms', (status, wait) => {
    expect(untilTurn(poll({status}), now)).toBe(wait);
  });
  it('never comes where no closing date was set', () => {
    expect(untilTurn(poll({closesAt: null}), now)).toBeNull();
  });
});
