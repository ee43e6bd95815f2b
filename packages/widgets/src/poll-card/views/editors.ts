/** Rating, ranking and giving out points: loaded when a poll asks for them. Buttons do everything; nothing needs dragging. */
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {icon} from '@shurkum/core/icons';
import {local} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import type {Answer, Question} from '../poll-card.model.ts';
import type {Choose} from './ballot.ts';
import {given, moved, nameOf, order, pointed, pointsOf, unmoved} from './states.ts';

export {styles} from '../editors.styles.ts';

/** Lucide's arrows. */
const up = 'm5 12 7-7 7 7M12 19V5';
const down = 'm19 12-7 7-7-7M12 5v14';

/** The longest scale that stands in one line on a phone; a longer one stands in two halves. */
const line = 6;

/** What an end of the scale means is said of its step, above the first and below the last. */
function rating(question: Question, answer: Answer, reader: Reader, choose: Choose): TemplateResult {
  const {min, max, minLabel, maxLabel} = question.scale ?? {min: 1, max: 5};
  const steps = Array.from({length: max - min + 1}, (_, index) => min + index);
  const half = steps.length > line ? Math.ceil(steps.length / 2) : steps.length;
  const end = (step: number) => `end-${question.id}-${step}`;
  const meaning = (step: number, label: typeof minLabel) => (label
    ? html`<p class="small muted end" id=${end(step)}>${reader.formats.number(step)}: ${local(label, reader)}</p>` : nothing);
  const choice = (step: number) => html`<label class="choice" part="option">
    <input type="radio" name=${question.id} value=${step} .checked=${answer.rating === step}
      aria-describedby=${step === min && minLabel || step === max && maxLabel ? end(step) : nothing}
      @change=${() => { choose(question, {questionId: question.id, rating: step}); }}>${reader.formats.number(step)}</label>`;
  return html`${meaning(min, minLabel)}<div class="scale">${[steps.slice(0, half), steps.slice(half)].map((some) =>
    (some.length ? html`<div class="half">${some.map(choice)}</div>` : nothing))}</div>${meaning(max, maxLabel)}`;
}

/** Keeps the focus on the option that moved, on the button that moved it. */
function follow(list: HTMLElement | null, optionId: string, by: number): void {
  requestAnimationFrame(() => {
    list?.querySelector<HTMLElement>(`[data-option="${CSS.escape(optionId)}"] button:${by < 0 ? 'first' : 'last'}-of-type`)?.focus();
  });
}

/** A button that has nothing to do stays where the focus may be. */
const act = (words: string, idle: boolean, sign: unknown, press: (event: Event) => void): TemplateResult =>
  html`<button type="button" class="quiet" aria-disabled=${idle ? 'true' : 'false'} aria-label=${words} @click=${(event: Event) => { if (!idle) press(event); }}>${sign}</button>`;

function ranking(question: Question, answer: Answer, reader: Reader, choose: Choose): TemplateResult {
  const {formats} = reader;
  const places = order(question, answer);
  const move = (optionId: string, by: -1 | 1) => (event: Event) => {
    const after = moved(question, answer, optionId, by);
    const place = formats.number((after.optionIds ?? []).indexOf(optionId) + 1);
    choose(question, after, () => fill(msg('{option}: place {n} of {all}', {id: 'place'}), {option: nameOf(question, optionId, reader), n: place, all: formats.number(places.length)}));
    follow((event.currentTarget as HTMLElement).closest('ol'), optionId, by);
  };
  return html`<ol class="rows">${places.map((id, index) => {
    const option = question.options.find((one) => one.id === id);
    const name = {option: nameOf(question, id, reader)};
    return html`<li class="choice" part="option" data-option=${id}><b class="place">${formats.number(index + 1)}</b>
      <span class="grow">${option ? local(option.label, reader) : id}</span>
      ${act(fill(msg('Move up: {option}', {id: 'rank-up'}), name), index === 0, icon(up), move(id, -1))}
      ${act(fill(msg('Move down: {option}', {id: 'rank-down'}), name), index === places.length - 1, icon(down), move(id, 1))}</li>`;
  })}</ol>${unmoved(question, answer) ? html`<label class="choice"><input type="checkbox" .checked=${!!answer.optionIds}
    @change=${(event: Event) => { choose(question, (event.target as HTMLInputElement).checked ? {questionId: question.id, optionIds: places} : {questionId: question.id}); }}>
    ${msg('Keep this order', {id: 'keep-order'})}</label>` : nothing}`;
}

function points(question: Question, answer: Answer, reader: Reader, choose: Choose): TemplateResult {
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
      ${act(fill(msg('One point less: {option}', {id: 'pt-less'}), name), !pointsOf(answer, id), '−', give(id, -1))}
      <b class="place">${formats.number(pointsOf(answer, id))}</b>
      ${act(fill(msg('One point more: {option}', {id: 'pt-more'}), name), !remainder, '+', give(id, 1))}</li>`;
  })}</ul>`;
}

export const editor = (question: Question, ...rest: [Answer, Reader, Choose]): TemplateResult =>
  (question.kind === 'rating' ? rating : question.kind === 'ranking' ? ranking : points)(question, ...rest);
