/** The results as a file (RFC 4180), for whoever wants to count again. Loaded on use. */
import {csv} from '@shurkum/core/csv';
import type {Reader} from '@shurkum/core/task-views';
import {localText} from '@shurkum/core/local-text';
import type {Poll, Tally} from './poll-card.model.ts';
import {results} from './results.model.ts';

export function asCsv(poll: Poll, tally: Tally, {tag, languages}: Reader): string {
  const lines = poll.questions.flatMap((question) => results(question, tally).map((line) => {
    const option = question.options.find(({id}) => id === line.optionId);
    return [question.id, line.optionId, option ? localText(option.label, tag, languages).text : '', line.people, line.score, tally.people];
  }));
  return csv([['question', 'option', 'label', 'people', 'score', 'all_people'], ...lines]);
}

export {offer} from '@shurkum/core/csv';
