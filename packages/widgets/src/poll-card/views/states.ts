/** What a card says beyond the open ballot: what is asked for, what is lacking, what was refused, what was cast. Comes once the card stands. */
import {trouble} from '@shurkum/client';
import type {ApiError, ProblemKind} from '@shurkum/client';
import {fill, msg} from '@shurkum/core/i18n/words';
import {alert, check, icon} from '@shurkum/core/icons';
import {localText} from '@shurkum/core/local-text';
import {problemText} from '@shurkum/core/problems';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {lacking, pointsOf} from '../ballot.model.ts';
import type {Answer, Poll, Question} from '../poll-card.model.ts';
import type {Standing, Verbs} from './card.ts';

export {given, lacking, moved, order, pointed, pointsOf, sendable, unmoved} from '../ballot.model.ts';
export {cast} from '../poll-card.acts.ts';
export {styles} from '../states.styles.ts';

/** Lucide's lock and calendar. */
const lock = 'M7 11V7a5 5 0 0 1 10 0v4M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2';
const calendar = 'M8 2v4M16 2v4M3 10h18M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2';

/** How a poll that is not open stands: its picture, its word, and the words around the instant of its turn. */
export const turned = {
  scheduled: () => [calendar, msg('Not open yet', {id: 's-soon'}), msg('Opens {when}', {id: 'opens'})],
  closed: () => [lock, msg('Closed', {id: 's-closed'}), msg('Closed {when}', {id: 'closed'})],
  answered: () => [check, msg('Answered', {id: 's-answered'}), msg('Closed {when}', {id: 'closed'})],
};

export const counted = (): string => msg('Your vote has been counted.', {id: 'counted'});
export const sending = (): string => msg('Sending…', {id: 'sending'});
export const shut = (): string => msg('This poll has just closed.', {id: 'just-shut'});
export const save = (): string => msg('Save my vote', {id: 'save-vote'});

export const signIn = ({signIn}: Verbs): TemplateResult =>
  html`<button type="button" class="primary" @click=${signIn}>${msg('Sign in to vote', {id: 'sign-vote'})}</button>`;
export const cancel = ({keep}: Verbs): TemplateResult => html`<button type="button" @click=${keep}>${msg('Cancel', {id: 'cancel'})}</button>`;

/** How many may be chosen, in words. */
export function bounds({kind, min = 1, max, options}: Question, {formats}: Reader): TemplateResult | typeof nothing {
  if (kind !== 'multiple') return nothing;
  const all = max === undefined || max >= options.length;
  const words = all ? (min > 1 ? msg('Choose at least {min}.', {id: 'atleast'}) : msg('Choose as many as you like.', {id: 'any'}))
    : min === max ? msg('Choose exactly {max}.', {id: 'exactly'})
      : min > 1 ? msg('Choose between {min} and {max}.', {id: 'between'}) : msg('Choose up to {max}.', {id: 'upto'});
  return html`<p class="hint">${fill(words, {min: formats.number(min), max: formats.number(max ?? options.length)})}</p>`;
}

/** What the person is asked to mend before the ballot can be sent; nothing where it is complete. */
export function lackWords(question: Question, answer: Answer): string {
  const problem = lacking(question, answer);
  if (!problem) return '';
  return question.kind === 'ranking' ? msg('Please move at least one choice, or keep this order as it stands.', {id: 'unranked'}) : problemText(trouble(problem));
}
export const lack = (words: string): TemplateResult | typeof nothing => (words ? html`<p class="danger lack">${icon(alert)} ${words}</p>` : nothing);

const unsent: ProblemKind[] = ['offline', 'timeout', 'unreachable', 'unavailable', 'internal'];

/** Why a vote did not count, and the vote that does. */
export function refused({failure, poll, mine}: Standing, reader: Reader): TemplateResult | typeof nothing {
  if (!failure) return nothing;
  const cast = mine?.ballot?.answers;
  const words = unsent.includes((failure as ApiError).kind) ? msg('The vote could not be sent; your choice is kept.', {id: 'unsent'}) : problemText(failure);
  return html`<p class="notice danger" id="refused" role="alert" tabindex="-1">${icon(alert)}<span>${words}
    ${cast ? html`<br>${fill(msg('The vote that counts: {option}', {id: 'counts'}), {option: ballotWords(poll, cast, reader)})}` : nothing}</span></p>`;
}

export const nameOf = ({options}: Question, optionId: string, {tag, languages, formats}: Reader): string => {
  const option = options.find(({id}) => id === optionId);
  return option ? localText(option.label, tag, languages).text : formats.number(Number(optionId));
};

/** The options of an answer as they were weighed: by place, by points, or as they stand. */
const chosenOf = ({options}: Question, answer: Answer): string[] =>
  (answer.rating === undefined ? answer.optionIds ?? options.map(({id}) => id).filter((id) => pointsOf(answer, id)) : [`${answer.rating}`]);

const ballotWords = ({questions}: Poll, answers: readonly Answer[], reader: Reader): string => questions.map((question) => {
  const answer = answers.find(({questionId}) => questionId === question.id);
  return answer ? chosenOf(question, answer).map((id) => {
    const points = pointsOf(answer, id);
    return points ? `${nameOf(question, id, reader)} (${reader.formats.number(points)})` : nameOf(question, id, reader);
  }).join(reader.tag.startsWith('ar') ? '، ' : ', ') : '';
}).join(' · ');

/** What of an option is mine: the choice, its place or its points; nothing where it is not in my answer. */
export function mark(question: Question, answer: Answer | undefined, optionId: string, {formats}: Reader): TemplateResult | null {
  if (!answer || !chosenOf(question, answer).includes(optionId)) return null;
  const words = question.kind === 'points' ? fill(msg('your points: {n}', {id: 'mine-points'}), {n: formats.number(pointsOf(answer, optionId))})
    : question.kind === 'ranking' ? fill(msg('your place: {n}', {id: 'mine-place'}), {n: formats.number(chosenOf(question, answer).indexOf(optionId) + 1)})
      : msg('your choice', {id: 'mine'});
  return html`<span class="own small">${icon(check)} ${words}</span>`;
}

/** A ballot as it was cast, where there are no results to show it in. */
const ballot = ({questions}: Poll, answers: readonly Answer[], reader: Reader): unknown => questions.map((question) => {
  const answer = answers.find(({questionId}) => questionId === question.id);
  if (!answer) return nothing;
  return html`<div>${questions.length > 1 ? html`<p><strong>${localText(question.text, reader.tag, reader.languages).text}</strong></p>` : nothing}
    <ul class="cast">${chosenOf(question, answer).map((id) => html`<li><span dir="auto">${nameOf(question, id, reader)}</span> ${mark(question, answer, id, reader)}</li>`)}</ul></div>`;
});

/** In place of the ballot: that the vote counts, or why not. */
export function settled(standing: Standing, hasTally: boolean, reader: Reader, {change}: Verbs): unknown {
  const {poll, mine, failure} = standing;
  if (failure) return refused(standing, reader);
  if (!mine?.ballot) return nothing;
  return html`<p class="notice success" id="voted" tabindex="-1">${icon(check)}<span>${counted()}</span>
    ${poll.changeable && poll.status === 'open' ? html`<button @click=${change}>${msg('Change my vote', {id: 'change'})}</button>` : nothing}</p>
    ${hasTally ? nothing : ballot(poll, mine.ballot.answers, reader)}`;
}

/** How many must take part, while that can still be. */
export const quorum = ({quorum: needed, status}: Poll, {formats}: Reader): TemplateResult | typeof nothing => (needed && (status === 'open' || status === 'scheduled')
  ? html`<p class="small muted">${fill(msg('At least {n} people must take part for the result to count.', {id: 'quorum-first'}), {n: formats.number(needed)})}</p>` : nothing);
