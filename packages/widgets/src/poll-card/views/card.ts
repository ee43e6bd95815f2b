/** The card around it all: what is asked, by whom, until when; then the ballot, the results, the outcome. */
import {msg, pieces} from '@shurkum/core/i18n/words';
import {check, clock, icon} from '@shurkum/core/icons';
import {local, refusal, status} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {visibleTally} from '../poll-card.model.ts';
import type {BallotView, Poll} from '../poll-card.model.ts';
import {privacy, question} from './ballot.ts';
import type {Choose, Sheet} from './ballot.ts';
import type * as Results from './results.ts';

export type Standing = {poll: Poll; mine: BallotView | null | undefined; sheet: Sheet; changing: boolean; results: typeof Results | undefined; sending: boolean; failure: unknown; said: string};
export type Verbs = {choose: Choose; castBallot: (event: Event) => void; change: () => void; keep: () => void; download: () => void; signIn: () => void};

const stateWord = ({status}: Poll): string => ({
  scheduled: () => msg('Not open yet', {id: 's-soon'}), open: () => msg('Open', {id: 's-open'}),
  closed: () => msg('Closed', {id: 's-closed'}), answered: () => msg('Answered', {id: 's-answered'}),
})[status]();

/** Opens, closes or closed when, in the poll's own zone. */
function when(poll: Poll, {formats}: Reader): unknown {
  const {status, opensAt, closesAt, timeZone} = poll;
  const at = status === 'scheduled' ? opensAt : closesAt;
  if (!at) return msg('No closing date', {id: 'no-end'});
  const message = status === 'scheduled' ? msg('Opens {when}', {id: 'opens'}) : status === 'open' ? msg('Closes {when}', {id: 'closes'}) : msg('Closed {when}', {id: 'closed'});
  return pieces<unknown>(message, {when: html`<time datetime=${at}>${formats.exact(at, timeZone)}</time>`});
}

const context = (poll: Poll, reader: Reader): TemplateResult => html`<p class="context small muted">
  <span class="state">${icon(clock)} ${stateWord(poll)}</span>
  ${poll.asker ? html`<span>${pieces<unknown>(msg('Asked by {who}', {id: 'asker'}), {who: local(poll.asker, reader)})}</span>` : nothing}
  <span>${poll.guests ? msg('Open to everyone', {id: 'everyone'}) : msg('For signed-in people', {id: 'signed'})}</span>
  <span>${when(poll, reader)}</span></p>`;

/** Why there are no results to see now. */
const hidden = ({resultRule}: Poll): string => (resultRule === 'after-vote' ? msg('Results are shown after you vote.', {id: 'r-vote'})
  : resultRule === 'after-close' ? msg('Results are shown after the poll closes.', {id: 'r-close'})
    : msg('The authority publishes the results.', {id: 'r-manual'}));

function ballot(standing: Standing, reader: Reader, verbs: Verbs): TemplateResult {
  const {poll, sheet, sending, failure, changing} = standing;
  const {mine} = standing;
  const needsPerson = mine ? mine.reason === 'person-needed' : !poll.guests;
  return html`<form class="stack" novalidate @submit=${verbs.castBallot}>
    ${poll.questions.map((one) => question(one, poll.questions.length === 1, sheet, reader, verbs.choose))}
    ${sheet.fixed ? nothing : html`${refusal(failure)}<p class="row">${needsPerson
      ? html`<button type="button" class="primary" @click=${verbs.signIn}>${msg('Sign in to vote', {id: 'sign-vote'})}</button>`
      : html`<button class="primary" part="submit" aria-disabled=${sending ? 'true' : 'false'}>${changing ? msg('Save my vote', {id: 'save-vote'}) : msg('Vote', {id: 'vote'})}</button>`}
      ${changing ? html`<button type="button" @click=${verbs.keep}>${msg('Cancel', {id: 'cancel'})}</button>` : nothing}</p>`}</form>`;
}

const voted = ({poll}: Standing, {change}: Verbs): TemplateResult => html`<p class="notice success" id="voted" tabindex="-1">${icon(check)}
  <span>${msg('Your vote has been counted.', {id: 'counted'})}</span>
  ${poll.changeable && poll.status === 'open' ? html`<button @click=${change}>${msg('Change my vote', {id: 'change'})}</button>` : nothing}</p>`;

export function card(standing: Standing, reader: Reader, verbs: Verbs): TemplateResult {
  const {poll, mine, changing, sending, sheet} = standing;
  const [first] = poll.questions;
  const heading = poll.questions.length === 1 && first ? first.text : poll.title;
  const tally = visibleTally(poll, mine);
  const cast = mine?.ballot ?? null;
  // Until all of it is through, the ballot stands as it was sent.
  const voting = poll.status === 'open' && (!cast || changing || sending);
  return html`<article class="card stack" part="card">
    <header><slot name="heading"><h2 id="question" part="question">${local(heading, reader)}</h2></slot>${context(poll, reader)}</header>
    ${standing.results?.outcome(poll, reader)}
    ${voting ? nothing : refusal(standing.failure)}${cast && !voting ? voted(standing, verbs) : nothing}
    ${voting ? ballot(standing, reader, verbs) : cast && !tally ? ballot({...standing, sheet: {...sheet, fixed: true}}, reader, verbs) : nothing}
    <div class="small muted" ?hidden=${!voting}><slot name="privacy">${privacy(poll)}</slot></div>
    <div class="small muted" ?hidden=${poll.status !== 'closed'}><slot name="closed"></slot></div>
    ${tally && !changing ? standing.results?.outcomeOfVotes(poll, tally, cast?.answers ?? [], reader, verbs.download)
      : tally ? nothing : html`<p class="small muted">${hidden(poll)}</p>`}
    ${status(standing.said)}</article>`;
}
