/** The questions of a ballot, with real form controls. */
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {chosen, choosing} from '../poll-card.model.ts';
import type {Answer, Question} from '../poll-card.model.ts';
import type {Standing} from './card.ts';

export type Choose = (question: Question, answer: Answer, words?: () => string) => void;

const choices = (question: Question, answer: Answer, reader: Reader, choose: Choose) => question.options.map(({id, label}) => html`
  <label class="choice" part="option"><input type=${question.kind === 'multiple' ? 'checkbox' : 'radio'} name=${question.id} value=${id}
    .checked=${!!answer.optionIds?.includes(id)}
    @change=${(event: Event) => { choose(question, chosen(question, answer, id, (event.target as HTMLInputElement).checked)); }}>
    ${local(label, reader)}</label>`);

/** One question; alone, it is the card's heading and needs no legend of its own. */
export function question(one: Question, {poll, choices: all, told, late: {states, editors}}: Standing, reader: Reader, choose: Choose): TemplateResult {
  const {id} = one;
  const answer = all[id] ?? {questionId: id};
  const alone = poll.questions.length === 1;
  return html`<fieldset aria-labelledby=${alone ? 'question' : nothing} aria-describedby=${`hint-${id}`}>
    ${alone ? nothing : html`<legend>${local(one.text, reader)}</legend>`}
    <div id=${`hint-${id}`}>${states?.bounds(one, reader)}${told && states?.lack(states.lackWords(one, answer)) || nothing}</div>
    ${choosing(one) ? choices(one, answer, reader, choose) : editors && editors.editor(one, answer, reader, choose) || nothing}</fieldset>`;
}
