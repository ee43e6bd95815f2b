/** The results as a file (RFC 4180), for whoever wants to count again. Loaded on use. */
import type {Reader} from '@shurkum/core/task-views';
import {localText} from '@shurkum/core/local-text';
import type {Poll, Tally} from './poll-card.model.ts';
import {results} from './results.model.ts';

/** A text that a spreadsheet would take for a formula is kept a text. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function csv(poll: Poll, tally: Tally, {tag, languages}: Reader): string {
  const lines = poll.questions.flatMap((question) => results(question, tally).map((line) => {
    const option = question.options.find(({id}) => id === line.optionId);
    return [question.id, line.optionId, option ? localText(option.label, tag, languages).text : '', line.people, line.score, tally.people];
  }));
  return [['question', 'option', 'label', 'people', 'score', 'all_people'], ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** Offers the file under a name. The byte order mark tells spreadsheets that it is UTF-8. */
export function offer(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], {type: 'text/csv'}));
  Object.assign(document.createElement('a'), {href: url, download: name}).click();
  setTimeout(() => { URL.revokeObjectURL(url); }, 1000);
}
