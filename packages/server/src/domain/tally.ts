/** What a ballot adds to a tally, and what changing it takes away and adds. Counted per option, never per combination. */
import type {Schema} from '@shurkum/contract';
import type {Answer} from './ballot.ts';
import type {Question} from './poll.ts';

export type Count = {question: string; option: string; people: number; score: number};

/** The options a tally counts: for a rating, each step of its scale. */
export const countedOptions = ({kind, options, scale}: Question): string[] => {
  if (kind !== 'rating') return options.map(({id}) => id);
  const {min, max} = scale ?? {min: 1, max: 5};
  return Array.from({length: max - min + 1}, (_, index) => String(min + index));
};

function countsOf(question: Question, answer: Answer): Count[] {
  const count = (option: string, score: number): Count => ({question: question.id, option, people: 1, score});
  if (question.kind === 'rating') return [count(String(answer.rating), 1)];
  if (question.kind === 'points') return (answer.points ?? []).map(({optionId, points}) => count(optionId, points));
  const score = (index: number) => (question.kind === 'ranking' ? question.options.length - (index + 1) : 1);
  return (answer.optionIds ?? []).map((option, index) => count(option, score(index)));
}

/** The difference between two ballots of one person (or none and the first), by question and option. */
export function tallyChange(questions: readonly Question[], before: readonly Answer[], after: readonly Answer[]): Count[] {
  const changes = new Map<string, Count>();
  const add = (answers: readonly Answer[], sign: 1 | -1) => {
    for (const answer of answers) {
      const question = questions.find(({id}) => id === answer.questionId);
      for (const {option, people, score} of question ? countsOf(question, answer) : []) {
        const key = `${answer.questionId}/${option}`;
        const sum = changes.get(key) ?? {question: answer.questionId, option, people: 0, score: 0};
        changes.set(key, {...sum, people: sum.people + sign * people, score: sum.score + sign * score});
      }
    }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({people, score}) => people || score);
}

/** The contract's tally from the rows that were counted; an option nobody chose stands with zeros. */
export function tallyOf(questions: readonly Question[], people: number, rows: readonly Count[]): Schema<'Tally'> {
  return {
    people,
    questions: questions.map((question) => ({
      questionId: question.id,
      options: countedOptions(question).map((optionId) => {
        const row = rows.find((each) => each.question === question.id && each.option === optionId);
        return {optionId, people: row?.people ?? 0, score: row?.score ?? 0};
      }),
    })),
  };
}
