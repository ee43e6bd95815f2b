/** The card around it all: what is asked, by whom, until when; then the ballot, the results, the outcome. */
import {msg, pieces} from '@shurkum/core/i18n/words';
import {clock, icon} from '@shurkum/core/icons';
import {local, refusal, status} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {visibleTally} from '../poll-card.model.ts';
import type {BallotView, Choices, Poll} from '../poll-card.model.ts';
import {question} from './ballot.ts';
import type {Choose} from './ballot.ts';
import type * as Editors from './editors.ts';
import type * as Results from './results.ts';
import type * as States from './states.ts';

/** What comes once the card stands: its further states, and what this poll needs of editors and results. */
export type Late = {states?: typeof States; editors?: typeof Editors | false; results?: typeof Results | false};
export const late = async (hasEditors: boolean, hasResults: boolean): Promise<Late> => {
  const [states, editors, results] = await Promise.all([import('./states.ts'), hasEditors && import('./editors.ts'), hasResults && import('./results.ts')]);
  return {states, editors, results};
};
/** `told`: what is lacking or failed is said, since the person tried to vote. */
export type Standing = {poll: Poll; mine: BallotView | null | undefined; choices: Choices; late: Late; told: boolean; changing: boolean; sending: boolean; failure: unknown; said: string};
export type Verbs = {choose: Choose; castBallot: (event: Event) => void; change: () => void; keep: () => void; signIn: () => void};

/** Whether it is open, who asks, who may answer, and until when in the poll's own zone. */
function context(poll: Poll, {states}: Late, reader: Reader): TemplateResult {
  const {status, asker, guests, timeZone} = poll;
  const at = status === 'scheduled' ? poll.opensAt : poll.closesAt;
  const [path = '', word, message = ''] = status === 'open' ? [clock, msg('Open', {id: 's-open'}), msg('Closes {when}', {id: 'closes'})] : states?.turned[status]() ?? [];
  return html`<p class="context small muted"><span class="state">${word ? icon(path) : nothing} ${word}</span>
    ${asker ? html`<span>${pieces<unknown>(msg('Asked by {who}', {id: 'asker'}), {who: local(asker, reader)})}</span>` : nothing}
    <span>${guests ? msg('Open to everyone', {id: 'everyone'}) : msg('For signed-in people', {id: 'signed'})}</span>
    <span>${at ? pieces<unknown>(message, {when: html`<time datetime=${at}>${reader.formats.exact(at, timeZone)}</time>`}) : msg('No closing date', {id: 'no-end'})}</span></p>`;
}

function ballot(standing: Standing, reader: Reader, verbs: Verbs): TemplateResult {
  const {poll, mine, sending, failure, changing, late: {states}} = standing;
  const needsPerson = mine ? mine.reason === 'person-needed' : !poll.guests;
  return html`<form class="stack" novalidate @submit=${verbs.castBallot}>
    ${poll.questions.map((one) => question(one, standing, reader, verbs.choose))}
    ${states ? states.refused(standing, reader) : refusal(failure)}
    <p class="row">${needsPerson ? states?.signIn(verbs)
      : html`<button class="primary" part="submit" aria-disabled=${sending ? 'true' : 'false'}>${sending && states?.sending() || changing && states?.save() || msg('Vote', {id: 'vote'})}</button>`}
      ${changing ? states?.cancel(verbs) : nothing}</p></form>`;
}

/** What becomes of the vote, made from the poll's own settings. */
const privacy = ({guests, changeable}: Poll): string => `${
  guests ? msg('Open straw poll: one vote per device, kept under a random key without your name.', {id: 'straw'})
    : msg('One vote per person. The authority publishes totals only.', {id: 'one-each'})} ${
  changeable ? msg('You may change it until the poll closes.', {id: 'may-edit'}) : msg('A vote cannot be changed afterwards.', {id: 'no-edit'})}`;

/** Why there are no results to see now. */
const rules = {
  'always': () => '',
  'after-vote': () => msg('Results are shown after you vote.', {id: 'r-vote'}),
  'after-close': () => msg('Results are shown after the poll closes.', {id: 'r-close'}),
  'manual': () => msg('The authority publishes the results.', {id: 'r-manual'}),
};

export function card(standing: Standing, reader: Reader, verbs: Verbs): TemplateResult {
  const {poll, mine, changing, sending, late} = standing;
  const {states, results} = late;
  const [first, second] = poll.questions;
  const tally = visibleTally(poll, mine);
  // Until all of it is through, the ballot stands as it was sent.
  const voting = poll.status === 'open' && (!mine?.ballot || changing || sending);
  return html`<article class="card stack" part="card" aria-labelledby="question">
    <header><slot name="heading"><h2 id="question" part="question">${local(first && !second ? first.text : poll.title, reader)}</h2></slot>${context(poll, late, reader)}</header>
    ${results && results.outcome(poll, reader) || nothing}
    ${voting ? ballot(standing, reader, verbs) : states?.settled(standing, !!tally, reader, verbs)}
    <slot name="privacy" class="small muted" ?hidden=${!voting}>${privacy(poll)}</slot>
    <slot name="closed" class="small muted" ?hidden=${poll.status !== 'closed'}></slot>
    ${states?.quorum(poll, reader)}${tally ? nothing : html`<p class="small muted" id="awaited" tabindex="-1">${rules[poll.resultRule]()}</p>`}
    ${tally && !changing && results ? results.outcomeOfVotes(poll, tally, mine?.ballot?.answers ?? [], reader) : nothing}
    ${status(standing.said)}</article>`;
}
