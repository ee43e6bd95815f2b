/** The results: a table that can be read aloud, with bars drawn from the same numbers. */
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing, svg} from 'lit';
import type {TemplateResult} from 'lit';
import type {Answer, Poll, Question, Tally} from '../poll-card.model.ts';
import {average, results} from '../results.model.ts';
import type {Result} from '../results.model.ts';
import {mark} from './states.ts';

export {styles} from '../results.styles.ts';

/** Decoration beside the number; grows from the start side. */
const bar = (share: number): TemplateResult => html`<svg class="bar points" aria-hidden="true" width="100%" height="6">
  ${svg`<rect class="track" width="100%" height="6" rx="3"></rect><rect class="fill" width=${`${share * 100}%`} height="6" rx="3"></rect>`}</svg>`;

const labelOf = (question: Question, {optionId}: Result, reader: Reader): unknown => {
  const option = question.options.find(({id}) => id === optionId);
  return option ? local(option.label, reader) : Number.isNaN(Number(optionId)) ? optionId : reader.formats.number(Number(optionId));
};

function table(question: Question, tally: Tally, mine: Answer | undefined, reader: Reader): TemplateResult {
  const {formats} = reader;
  const weighed = question.kind === 'ranking' || question.kind === 'points';
  return html`<table part="results"><caption class="unseen">${local(question.text, reader)}</caption>
    <thead class="small muted"><tr><th scope="col">${msg('Choice', {id: 'th-option'})}</th><th scope="col">${msg('Share', {id: 'th-share'})}</th>
      <th scope="col">${weighed ? msg('Points', {id: 'th-points'}) : msg('People', {id: 'th-people'})}</th></tr></thead>
    <tbody>${results(question, tally).map((line) => {
      const own = mark(question, mine, line.optionId, reader);
      return html`<tr class=${own ? 'mine' : ''} part="result"><th scope="row">${labelOf(question, line, reader)} ${own}</th>
        <td class="share">${formats.number(line.share, {style: 'percent'})}</td><td class="muted">${formats.number(weighed ? line.score : line.people)}</td></tr>
        <tr class=${own ? 'mine' : ''} aria-hidden="true"><td class="drawn" colspan="3">${bar(line.share)}</td></tr>`;
    })}</tbody></table>`;
}

/** How many people have answered. */
const people = (count: number, {formats}: Reader): string => fill(
  plural(msg('Nobody has answered yet|One person has answered|{n} people have answered', {id: 'people'}), count), {n: formats.number(count)});

/** Whether enough people took part; while they still may, how many are needed is said with the ballot. */
const quorum = ({quorum: needed, status}: Poll, {people: some}: Tally): string => (!needed || status === 'open' ? ''
  : some < needed ? msg('The quorum was not reached.', {id: 'no-quorum'}) : msg('The quorum was reached.', {id: 'quorum-met'}));

async function download(poll: Poll, tally: Tally, reader: Reader): Promise<void> {
  const {asCsv, offer} = await import('../poll-card.csv.ts');
  offer(`${poll.id}.csv`, asCsv(poll, tally, reader));
}

/** Every question's results, then how many people they come from. */
export function outcomeOfVotes(poll: Poll, tally: Tally, answers: readonly Answer[], reader: Reader): TemplateResult {
  const {formats} = reader;
  const alone = poll.questions.length === 1;
  return html`<div class="stack"><h3 id="results" tabindex="-1">${msg('Results', {id: 'results'})}</h3>
    ${poll.questions.map((question) => {
      const mean = question.kind === 'rating' ? average(question, tally) : null;
      return html`<div>${alone ? nothing : html`<p><strong>${local(question.text, reader)}</strong></p>`}
        ${mean === null ? nothing : html`<p>${fill(msg('Average: {n} of {max}', {id: 'average'}), {n: formats.number(mean, {maximumFractionDigits: 1}), max: formats.number(question.scale?.max ?? 0)})}</p>`}
        ${table(question, tally, answers.find(({questionId}) => questionId === question.id), reader)}</div>`;
    })}
    <p class="row small muted"><span>${people(tally.people, reader)}</span><strong>${quorum(poll, tally)}</strong>
      <button type="button" class="quiet" part="download" @click=${() => { void download(poll, tally, reader); }}>${msg('Download', {id: 'download'})}</button></p></div>`;
}

/** What the authority decided, once it has said so. */
export function outcome({outcome}: Poll, reader: Reader): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  return html`<section class="decided" part="outcome"><h3>${msg('What was decided', {id: 'decided'})}</h3>
    <p class="small muted">${local(outcome.agency, reader)} – ${reader.formats.day(outcome.date)}</p><p class="decision">${local(outcome.text, reader)}</p>
    ${outcome.url ? html`<p><a href=${outcome.url} rel="noopener">${msg('Read more', {id: 'more-on'})}</a></p>` : nothing}</section>`;
}
