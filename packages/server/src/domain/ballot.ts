/** Whether a ballot answers its poll, each fault with its own problem, and the ballot in its one canonical form. */
import type {Schema} from '@shurkum/contract';
import {Refusal} from './refusal.ts';
import type {ProblemName} from './refusal.ts';
import type {Question} from './poll.ts';

export type Answer = Schema<'Answer'>;

type Kind = Question['kind'];
type Check = (answer: Answer, question: Question, refuse: (problem: ProblemName, where: string, limit?: number) => never) => Answer;

/** The one field that answers each kind. */
const fieldOf = (kind: Kind): 'optionIds' | 'rating' | 'points' => (kind === 'rating' || kind === 'points' ? kind : 'optionIds');

/** Fewest and most choices. */
export function choices({kind, options, min, max}: Question): {min: number; max: number} {
  if (kind === 'single' || kind === 'yes-no-abstain') return {min: 1, max: 1};
  return {min: min ?? 1, max: Math.min(max ?? options.length, options.length)};
}

const optionIds: Check = (answer, question, refuse) => {
  const chosen = answer.optionIds ?? [];
  const known = question.options.map(({id}) => id);
  chosen.forEach((id, index) => { if (!known.includes(id)) refuse('unknown-option', `optionIds/${index}`); });
  if (new Set(chosen).size < chosen.length) refuse('repeated-choice', 'optionIds');
  const {min, max} = choices(question);
  if (chosen.length < min) refuse('too-few-choices', 'optionIds', min);
  if (chosen.length > max) refuse('too-many-choices', 'optionIds', max);
  const ordered = question.kind === 'ranking' ? chosen : known.filter((id) => chosen.includes(id));
  return {questionId: question.id, optionIds: ordered};
};

const rating: Check = (answer, question, refuse) => {
  const given = answer.rating ?? -1;
  const scale = question.scale ?? {min: 1, max: 5};
  if (given < scale.min || given > scale.max) refuse('out-of-scale', 'rating', given < scale.min ? scale.min : scale.max);
  return {questionId: question.id, rating: given};
};

const points: Check = (answer, question, refuse) => {
  const given = answer.points ?? [];
  const known = question.options.map(({id}) => id);
  given.forEach(({optionId}, index) => { if (!known.includes(optionId)) refuse('unknown-option', `points/${index}/optionId`); });
  if (new Set(given.map(({optionId}) => optionId)).size < given.length) refuse('repeated-choice', 'points');
  const total = given.reduce((sum, each) => sum + each.points, 0);
  const limit = question.points ?? 0;
  if (total < 1 || total > limit) refuse('wrong-points', 'points', limit);
  const kept = known.flatMap((id) => given.filter((each) => each.optionId === id && each.points > 0));
  return {questionId: question.id, points: kept.map(({optionId, points: count}) => ({optionId, points: count}))};
};

const checks = {optionIds, rating, points};

function checkAnswer(answer: Answer, at: number, question: Question): Answer {
  const refuse = (problem: ProblemName, where: string, limit?: number): never => {
    throw new Refusal(problem, [{pointer: `/answers/${at}/${where}`, code: problem, ...(limit === undefined ? {} : {limit})}]);
  };
  const field = fieldOf(question.kind);
  const given = Object.keys(answer).filter((name) => name !== 'questionId');
  if (given.length !== 1 || given[0] !== field) refuse('wrong-answer-kind', given.find((name) => name !== field) ?? field);
  return checks[field](answer, question, refuse);
}

/** The ballot in the order of the poll, each answer in one form, or a `Refusal`. */
export function checkBallot(questions: readonly Question[], answers: readonly Answer[]): Answer[] {
  answers.forEach(({questionId}, index) => {
    const pointer = `/answers/${index}/questionId`;
    if (!questions.some(({id}) => id === questionId)) throw new Refusal('unknown-question', [{pointer, code: 'unknown-question'}]);
    const earlier = answers.findIndex((answer) => answer.questionId === questionId);
    if (earlier < index) throw new Refusal('repeated-choice', [{pointer, code: 'repeated-choice'}]);
  });
  return questions.map((question) => {
    const at = answers.findIndex(({questionId}) => questionId === question.id);
    const answer = answers[at];
    if (!answer) throw new Refusal('missing-answer', [{pointer: '/answers', code: question.id}]);
    return checkAnswer(answer, at, question);
  });
}
