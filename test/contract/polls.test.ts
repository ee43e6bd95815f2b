import {describe, expect, it} from 'vitest';
import {publishOutcome, releaseResults, updatePoll} from '@shurkum/server';
import type {PollDefinition} from '@shurkum/server';
import {onEveryDatabase, start, type} from '../support/rig.ts';
import type {Reply} from '../support/rig.ts';

type Question = PollDefinition['questions'][number];
const options = (...ids: string[]) => ids.map((id) => ({id, label: {en: id}}));
const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({id: 'q', kind, text: {en: '?'}, options: options('a', 'b', 'c'), ...more});
const opens = start - 3_600_000, closes = start + 86_400_000;

onEveryDatabase('polls', (rig) => {
  let count = 0;
  const make = async (more: Partial<PollDefinition> = {}) => {
    const id = `poll-${(count += 1)}`;
    await rig().poll(id, more);
    return id;
  };
  const at = async <T>(now: number, work: () => Promise<T>): Promise<T> => {
    rig().now = now;
    try {
      return await work();
    } finally {
      rig().now = start;
    }
  };
  const problemOf = ({status, body}: Reply) => [status, body.type];
  const publicPoll = async (id: string) => (await rig().get(`/polls/${id}`)).body.poll;
  const counts = (tally: {questions: {options: {optionId: string; people: number; score: number}[]}[]}) =>
    tally.questions[0]!.options.map(({optionId, people, score}) => `${optionId} ${people} ${score}`);

  describe.each<[string, Question, unknown, string[]]>([
    ['single', question('single'), {optionIds: ['b']}, ['a 0 0', 'b 1 1', 'c 0 0']],
    ['multiple', question('multiple', {min: 1, max: 2}), {optionIds: ['c', 'a']}, ['a 1 1', 'b 0 0', 'c 1 1']],
    ['yes-no-abstain', question('yes-no-abstain', {options: []}), {optionIds: ['no']}, ['yes 0 0', 'no 1 1', 'abstain 0 0']],
    ['rating', question('rating', {options: [], scale: {min: 0, max: 3}}), {rating: 0}, ['0 1 1', '1 0 0', '2 0 0', '3 0 0']],
    ['ranking', question('ranking', {min: 1, max: 3}), {optionIds: ['c', 'a', 'b']}, ['a 1 1', 'b 1 0', 'c 1 2']],
    ['points', question('points', {points: 10}), {points: [{optionId: 'a', points: 6}, {optionId: 'b', points: 0}, {optionId: 'c', points: 4}]}, ['a 1 6', 'b 0 0', 'c 1 4']],
  ])('of kind %s', (_, asked, answer, expected) => {
    it('takes a ballot and counts it', async () => {
      const id = await make({questions: [asked]});
      const guest = await rig().guest();
      const {status, body} = await guest.vote(id, [{questionId: 'q', ...answer as object}]);
      expect([status, body.mayVote, body.reason]).toEqual([200, true, null]);
      expect([body.tally.people, counts(body.tally)]).toEqual([1, expected]);
      expect((await publicPoll(id)).tally).toEqual(body.tally);
    });
  });

  describe('a ballot', () => {
    const two = {questions: [question('multiple', {min: 2, max: 2}), {...question('rating', {options: [], scale: {min: 1, max: 5}}), id: 'r'}, {...question('points', {points: 5}), id: 'p'}]};
    const good = [{questionId: 'q', optionIds: ['a', 'b']}, {questionId: 'r', rating: 3}, {questionId: 'p', points: [{optionId: 'a', points: 5}]}];
    const but = (index: number, answer: object) => good.map((each, at) => (at === index ? {questionId: each.questionId, ...answer} : each));
    it.each<[string, unknown[]]>([
      ['unknown-question', [...good, {questionId: 'x', rating: 1}]],
      ['repeated-choice', [...good, good[0]]],
      ['missing-answer', good.slice(1)],
      ['wrong-answer-kind', but(0, {rating: 3})],
      ['wrong-answer-kind', but(1, {optionIds: ['a']})],
      ['wrong-answer-kind', but(0, {optionIds: ['a', 'b'], rating: 1})],
      ['wrong-answer-kind', but(0, {})],
      ['unknown-option', but(0, {optionIds: ['a', 'zz']})],
      ['unknown-option', but(2, {points: [{optionId: 'zz', points: 5}]})],
      ['too-few-choices', but(0, {optionIds: ['a']})],
      ['too-many-choices', but(0, {optionIds: ['a', 'b', 'c']})],
      ['repeated-choice', but(0, {optionIds: ['a', 'a']})],
      ['repeated-choice', but(2, {points: [{optionId: 'a', points: 2}, {optionId: 'a', points: 3}]})],
      ['out-of-scale', but(1, {rating: 6})],
      ['out-of-scale', but(1, {rating: 0})],
      ['wrong-points', but(2, {points: [{optionId: 'a', points: 6}]})],
      ['wrong-points', but(2, {points: [{optionId: 'a', points: 0}]})],
    ])('is refused as %s, whole: %j', async (name, answers) => {
      const id = await make(two);
      const guest = await rig().guest();
      expect(problemOf(await guest.vote(id, answers))).toEqual([422, type(name)]);
      expect((await publicPoll(id)).tally.people).toBe(0);
      expect((await guest.get(`/polls/${id}/ballot`)).body.ballot).toBeNull();
    });

    it('before opening and after closing is refused by the server’s clock alone', async () => {
      const id = await make();
      const guest = await rig().guest();
      const vote = () => guest.vote(id, [{questionId: 'q', optionIds: ['a']}]);
      expect(problemOf(await at(opens - 1, vote))).toEqual([409, type('poll-not-open')]);
      expect(problemOf(await at(closes, vote))).toEqual([409, type('poll-closed')]);
      expect((await at(opens, vote)).status).toBe(200);
      expect((await at(closes - 1, vote)).status).toBe(200);
      expect((await publicPoll(id)).tally.people).toBe(1);
    });

    it('again is the same ballot; another takes its place where that is allowed', async () => {
      const id = await make();
      const guest = await rig().guest();
      await guest.vote(id, [{questionId: 'q', optionIds: ['a']}]);
      const {sequence} = await publicPoll(id);
      expect((await guest.vote(id, [{questionId: 'q', optionIds: ['a']}])).status).toBe(200);
      expect((await publicPoll(id)).sequence).toBe(sequence);
      const changed = await guest.vote(id, [{questionId: 'q', optionIds: ['b']}]);
      expect([changed.body.tally.people, counts(changed.body.tally)]).toEqual([1, ['a 0 0', 'b 1 1']]);
    });

    it('is final where it may not be changed', async () => {
      const id = await make({changeable: false});
      const guest = await rig().guest();
      expect((await guest.vote(id, [{questionId: 'q', optionIds: ['a']}])).body).toMatchObject({mayVote: false, reason: 'already-voted'});
      expect((await guest.vote(id, [{questionId: 'q', optionIds: ['a']}])).status).toBe(200);
      expect(problemOf(await guest.vote(id, [{questionId: 'q', optionIds: ['b']}]))).toEqual([409, type('ballot-final')]);
      expect(counts((await publicPoll(id)).tally)).toEqual(['a 1 1', 'b 0 0']);
    });

    it('of a guest is refused where guests may not vote', async () => {
      const id = await make({guests: false});
      const guest = await rig().guest();
      expect(problemOf(await guest.vote(id, [{questionId: 'q', optionIds: ['a']}]))).toEqual([401, type('person-needed')]);
      expect((await guest.get(`/polls/${id}/ballot`)).body).toMatchObject({mayVote: false, reason: 'person-needed'});
    });

    it('of one person, fifty at once on two processes, is one', async () => {
      const id = await make();
      const guest = await rig().guest();
      const second = await rig().second();
      const replies = await Promise.all(Array.from({length: 50}, (_, n) =>
        guest.vote(id, [{questionId: 'q', optionIds: [n % 3 ? 'a' : 'b']}], {api: n % 2 ? second : rig().api})));
      expect(replies.map(({status}) => status)).toEqual(Array(50).fill(200));
      const {tally} = await publicPoll(id);
      const mine = (await guest.get(`/polls/${id}/ballot`)).body.ballot.answers[0].optionIds[0] as string;
      expect([tally.people, counts(tally)]).toEqual([1, mine === 'a' ? ['a 1 1', 'b 0 0'] : ['a 0 0', 'b 1 1']]);
    });

    it('of fifty people at once is fifty', async () => {
      const id = await make();
      const people = await Promise.all(Array.from({length: 50}, () => rig().guest()));
      await Promise.all(people.map((person, n) => person.vote(id, [{questionId: 'q', optionIds: [n % 5 ? 'a' : 'b']}])));
      expect(counts((await publicPoll(id)).tally)).toEqual(['a 40 40', 'b 10 10']);
    });
  });

  describe('the tally', () => {
    const seen = async (id: string, voter: {get: (path: string) => Promise<Reply>}) =>
      [(await publicPoll(id)).tally !== null, (await voter.get(`/polls/${id}/ballot`)).body.tally !== null];
    it.each<[PollDefinition['resultRule'], [boolean, boolean], [boolean, boolean], [boolean, boolean]]>([
      // who has not voted, who has voted, everyone after the end: each as [public read, own read]
      ['always', [true, true], [true, true], [true, true]],
      ['after-vote', [false, false], [false, true], [true, true]],
      ['after-close', [false, false], [false, false], [true, true]],
      ['manual', [false, false], [false, false], [false, false]],
    ])('under the rule %s is shown only to whom it may be', async (resultRule, before, after, ended) => {
      const id = await make({resultRule});
      const [voter, other] = [await rig().guest(), await rig().guest()];
      expect(await seen(id, voter)).toEqual(before);
      await voter.vote(id, [{questionId: 'q', optionIds: ['a']}]);
      expect(await seen(id, voter)).toEqual(after);
      expect(await seen(id, other)).toEqual(before);
      expect(await at(closes, () => seen(id, other))).toEqual(ended);
    });

    it('that is hidden is not told by the sequence either', async () => {
      const id = await make({resultRule: 'after-close'});
      const before = (await rig().get(`/polls/${id}`)).headers.get('etag');
      await (await rig().guest()).vote(id, [{questionId: 'q', optionIds: ['a']}]);
      expect((await rig().get(`/polls/${id}`)).headers.get('etag')).toBe(before);
      expect((await publicPoll(id)).sequence).toBe(0);
    });

    it('under the rule manual is shown once it is released', async () => {
      const id = await make({resultRule: 'manual'});
      await (await rig().guest()).vote(id, [{questionId: 'q', optionIds: ['a']}]);
      await releaseResults(rig().services, 'default', id);
      expect(counts((await publicPoll(id)).tally)).toEqual(['a 1 1', 'b 0 0']);
    });

    it('has a rule that only ever gets stricter once the poll is open', async () => {
      const id = await make({resultRule: 'after-vote'});
      await expect(updatePoll(rig().services, 'default', id, {resultRule: 'always'})).rejects.toThrow('not-allowed');
      await updatePoll(rig().services, 'default', id, {resultRule: 'after-close'});
      expect((await publicPoll(id)).resultRule).toBe('after-close');
      const later = await make({opensAt: new Date(start + 1000).toISOString(), resultRule: 'after-close'});
      await updatePoll(rig().services, 'default', later, {resultRule: 'always'});
      expect((await publicPoll(later)).resultRule).toBe('always');
    });
  });

  it('goes from scheduled to open to closed to answered', async () => {
    const id = await make({quorum: 20});
    const outcome = {date: new Date(closes + 1).toISOString(), agency: {ar: 'الهيئة'}, text: {ar: 'اعتُمد الخيار الأول.'}};
    const status = async (now: number) => (await at(now, () => publicPoll(id))).status;
    expect([await status(opens - 1), await status(opens), await status(closes - 1), await status(closes)]).toEqual(['scheduled', 'open', 'open', 'closed']);
    await expect(publishOutcome(rig().services, 'default', id, outcome)).rejects.toThrow('not-allowed');
    await at(closes, () => publishOutcome(rig().services, 'default', id, outcome));
    expect(await at(closes, () => publicPoll(id))).toMatchObject({status: 'answered', outcome, quorum: 20});
  });

  it('is never kept past the instant at which it opens or closes', async () => {
    const id = await make();
    const maxAge = (now: number) => at(now, async () => (await rig().get(`/polls/${id}`)).headers.get('cache-control'));
    expect(await maxAge(start)).toBe('public, max-age=2, stale-while-revalidate=30');
    expect(await maxAge(closes - 10_000)).toBe('public, max-age=2, stale-while-revalidate=8');
    expect(await maxAge(closes - 1)).toBe('public, max-age=0');
    expect((await at(opens - 1, () => publicPoll(id))).tally).toBeNull();
    expect((await at(start, () => rig().get(`/polls/${id}`))).body.now).toBe(new Date(start).toISOString());
  });

  it('is not there under an id nobody gave it', async () => {
    expect(problemOf(await rig().get('/polls/nobody'))).toEqual([404, type('not-found')]);
  });

  it('is made once under an id', async () => {
    await rig().poll('twice');
    await expect(rig().poll('twice')).rejects.toThrow();
  });
});
