/** Ranking and giving out points: loaded when a poll asks for them. Buttons do everything; nothing needs dragging. */
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {down, icon, up} from '@shurkum/core/icons';
import {localText} from '@shurkum/core/local-text';
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {moved, pointed} from '../orderings.model.ts';
import {given, pointsOf} from '../poll-card.model.ts';
import type {Answer, Question} from '../poll-card.model.ts';
import type {Choose} from './ballot.ts';

export {styles} from '../orderings.styles.ts';

const nameOf = (question: Question, optionId: string, {tag, languages}: Reader): string => {
  const option = question.options.find(({id}) => id === optionId);
  return option ? localText(option.label, tag, languages).text : '';
};

/** Keeps the focus on the option that moved; at an end of the list, on its other button. */
function follow(list: HTMLElement | null, optionId: string, by: number): void {
  requestAnimationFrame(() => {
    const row = list?.querySelector(`[data-option="${CSS.escape(optionId)}"]`);
    const buttons = [...row?.querySelectorAll('button') ?? []];
    (by < 0 ? buttons : buttons.reverse()).find((button) => !button.disabled)?.focus();
  });
}

export function ranking(question: Question, answer: Answer, fixed: boolean, reader: Reader, choose: Choose): TemplateResult {
  const order = answer.optionIds ?? [];
  const {formats} = reader;
  const move = (optionId: string, by: -1 | 1) => (event: Event) => {
    const after = moved(answer, optionId, by);
    const place = formats.number((after.optionIds ?? []).indexOf(optionId) + 1);
    choose(question, after, () => fill(msg('{option}: place {n} of {all}', {id: 'place'}), {option: nameOf(question, optionId, reader), n: place, all: formats.number(order.length)}));
    follow((event.currentTarget as HTMLElement).closest('ol'), optionId, by);
  };
  return html`<ol class="rows">${repeat(order, (id) => id, (id, index) => {
    const option = question.options.find((one) => one.id === id);
    const name = {option: nameOf(question, id, reader)};
    return html`<li class="choice" part="option" data-option=${id}><b class="place">${formats.number(index + 1)}</b>
      <span class="grow">${option ? local(option.label, reader) : id}</span>
      <button type="button" class="quiet" ?disabled=${fixed || index === 0} aria-label=${fill(msg('Move up: {option}', {id: 'rank-up'}), name)} @click=${move(id, -1)}>${icon(up)}</button>
      <button type="button" class="quiet" ?disabled=${fixed || index === order.length - 1} aria-label=${fill(msg('Move down: {option}', {id: 'rank-down'}), name)} @click=${move(id, 1)}>${icon(down)}</button></li>`;
  })}</ol>`;
}

export function points(question: Question, answer: Answer, fixed: boolean, reader: Reader, choose: Choose): TemplateResult {
  const {formats} = reader;
  const remainder = (question.points ?? 0) - given(answer);
  const left = (count: number) => fill(plural(msg('No points left|One point left|{n} points left', {id: 'left'}), count), {n: formats.number(count)});
  const give = (optionId: string, by: number) => () => {
    const after = pointed(question, answer, optionId, by);
    choose(question, after, () => `${nameOf(question, optionId, reader)}: ${formats.number(pointsOf(after, optionId))} · ${left((question.points ?? 0) - given(after))}`);
  };
  return html`<p class="remainder">${left(remainder)}</p><ul class="rows">${question.options.map(({id, label}) => {
    const name = {option: nameOf(question, id, reader)};
    return html`<li class="choice" part="option"><span class="grow">${local(label, reader)}</span>
      <button type="button" class="quiet" ?disabled=${fixed || !pointsOf(answer, id)} aria-label=${fill(msg('One point less: {option}', {id: 'pt-less'}), name)} @click=${give(id, -1)}>−</button>
      <b class="place">${formats.number(pointsOf(answer, id))}</b>
      <button type="button" class="quiet" ?disabled=${fixed || !remainder} aria-label=${fill(msg('One point more: {option}', {id: 'pt-more'}), name)} @click=${give(id, 1)}>+</button></li>`;
  })}</ul>`;
}
