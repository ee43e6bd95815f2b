/** What a tally says. Loaded with the table that shows it. */
import type {Question, Tally} from './poll-card.model.ts';

/** One line of the results; `share` is between 0 and 1. */
export type Result = {optionId: string; people: number; score: number; share: number};

const weighed = ({kind}: Question) => kind === 'ranking' || kind === 'points';

/** Results in the order of the options. Of people where one chooses; of all points given where one weighs. */
export function results(question: Question, tally: Tally): Result[] {
  const counted = tally.questions.find(({questionId}) => questionId === question.id)?.options ?? [];
  const whole = weighed(question) ? counted.reduce((sum, {score}) => sum + score, 0) : tally.people;
  return counted.map((one) => ({...one, share: whole ? (weighed(question) ? one.score : one.people) / whole : 0}));
}

/** The mean of a rating, or null where nobody has rated. */
export function average(question: Question, tally: Tally): number | null {
  const steps = results(question, tally);
  const people = steps.reduce((sum, step) => sum + step.people, 0);
  return people ? steps.reduce((sum, step) => sum + step.people * Number(step.optionId), 0) / people : null;
}
