import {Task, initialState} from '@lit/task';
import {newKey, unwrap} from '@shurkum/client';
import type {ApiError, Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {clientOf} from '@shurkum/core/api';
import {controls} from '@shurkum/core/controls';
import {Formats} from '@shurkum/core/formats';
import {LocaleController, onUse} from '@shurkum/core/i18n/locale';
import {msg} from '@shurkum/core/i18n/words';
import {Presence} from '@shurkum/core/presence';
import {room} from '@shurkum/core/task-views';
import {tokens} from '@shurkum/core/tokens';
import type {Reader} from '@shurkum/core/task-views';
import {LitElement, adoptStyles} from 'lit';
import type {CSSResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {BeforeVoteEvent, VoteEvent} from './poll-card.events.ts';
import {beginning, lacking, reopened, sendable, untilTurn, visibleTally} from './poll-card.model.ts';
import type {Answer, BallotView, Choices, Question} from './poll-card.model.ts';
import {styles} from './poll-card.styles.ts';
import {card} from './views/card.ts';
import type * as Orderings from './views/orderings.ts';
import type * as Results from './views/results.ts';

type Asked = Schema<'PollView'> & {skew: number};

/**
 * Lets a reader vote in a poll and see its results as the poll's rules allow.
 *
 * @tag shurkum-poll-card
 * @slot - What is shown before the card is ready, and where the API cannot be reached.
 * @slot heading - The authority's own heading in place of the question.
 * @slot privacy - The authority's own words on what becomes of a vote.
 * @slot closed - The authority's own words once the poll has closed.
 * @event shurkum-before-vote - A person is about to vote; cancel it to keep the ballot from being sent.
 * @event shurkum-vote - A ballot was cast or changed.
 * @event shurkum-sign-in - Voting needs a person; the page opens its own sign-in.
 * @csspart card - The raised card.
 * @csspart question - The heading.
 * @csspart option - One choice.
 * @csspart submit - The button that votes.
 * @csspart results - The table of results.
 * @csspart result - One line of the results.
 * @csspart download - The button that downloads the results.
 * @csspart outcome - What the authority decided.
 */
export class PollCard extends LitElement {
  static override styles = [tokens, controls, styles];

  /** Base URL of the API and its space; by default the space `default` where this script came from. */
  @property() api?: string;
  /** The poll to show. */
  @property({attribute: 'poll-id'}) pollId = '';
  /** `lazy` waits until the card comes near the reader. */
  @property() loading: 'eager' | 'lazy' = 'eager';

  readonly #locale = new LocaleController(this);
  readonly #presence: Presence = new Presence(this, () => ({client: clientOf(this.api), resource: `poll:${this.pollId}`, live: true}), (sequence) => { this.#readAgain(sequence); });

  readonly #poll = new Task(this, {
    args: () => [this.api, this.pollId, this.#presence.near] as const,
    task: async ([api, pollId, near]): Promise<Asked | typeof initialState> => {
      if (!near) return initialState;
      const view = await unwrap(clientOf(api).open.GET('/polls/{pollId}', {params: {path: {pollId}}}));
      return {...view, skew: Date.parse(view.now) - Date.now()};
    },
    onComplete: (view) => { this.#awaitTurn(view); },
  });
  readonly #mine = new Task(this, {
    args: () => [this.api, this.pollId, this.#presence.near] as const,
    task: async ([api, pollId, near]): Promise<BallotView | null> => {
      const client = clientOf(api);
      return near && await client.known() ? unwrap(client.own.GET('/polls/{pollId}/ballot', {params: {path: {pollId}}})) : null;
    },
  });
  readonly #vote = new Task(this, {
    autoRun: false,
    task: async ([client, pollId, answers]: readonly [Client, string, Answer[]]) => {
      const params = {path: {pollId}, header: {'Idempotency-Key': this.#key}};
      await unwrap(client.own.PUT('/polls/{pollId}/ballot', {params, body: {answers}}));
      client.changed(`poll:${pollId}`);
      // Not taskComplete: it would reject, and the vote itself did not fail.
      await Promise.all([this.#mineRead, this.#pollRead]);
      return answers;
    },
  });
  readonly #orderings = new Task(this, {
    args: () => [this.#poll.value?.poll.questions.some(({kind}) => kind === 'ranking' || kind === 'points')] as const,
    task: async ([needed]): Promise<typeof Orderings | typeof initialState> => (needed ? onUse(import('./views/orderings.ts')) : initialState),
    onComplete: ({styles: own}) => { this.#wear(own); },
  });
  /** Drawn when there is a tally or an outcome to see. */
  readonly #results = new Task(this, {
    args: () => [!!this.#poll.value && !!(visibleTally(this.#poll.value.poll, this.#mine.value) ?? this.#poll.value.poll.outcome)] as const,
    task: async ([any]): Promise<typeof Results | typeof initialState> => (any ? onUse(import('./views/results.ts')) : initialState),
    onComplete: ({styles: own}) => { this.#wear(own); },
  });
  @state() private choices: Choices = {};
  @state() private changing = false;
  @state() private told = false;
  @state() private said: () => string = () => '';
  #worn: CSSResult[] = [];
  #key = newKey();
  #turn: ReturnType<typeof setTimeout> | undefined;
  #mineRead: Promise<void> | undefined;
  #pollRead: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#poll.value) this.#awaitTurn(this.#poll.value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#turn);
  }

  override render() {
    const locale = this.#locale;
    return room(locale, this.#poll, () => {
      const view = this.#poll.value as Asked;
      const sheet = {choices: this.#choices(view), fixed: false, told: this.told, orderings: this.#orderings.value};
      return card({poll: view.poll, mine: this.#mine.value, sheet, changing: this.changing, results: this.#results.value, sending: this.#vote.status === 1,
        failure: this.#vote.error, said: this.said()}, this.#reader(view), {
        choose: (question, answer, words) => { this.#choose(question, answer, words); },
        castBallot: (event) => { this.#castBallot(event, view); },
        change: () => { this.changing = true; },
        keep: () => { this.#keep(); },
        download: () => { void this.#download(view); },
        signIn: () => { this.#askToSignIn(); },
      });
    });
  }

  /** Styles that came with what was loaded on use. */
  #wear(own: CSSResult): void {
    this.#worn = [...this.#worn, own];
    adoptStyles(this.renderRoot as ShadowRoot, [...PollCard.styles, ...this.#worn]);
  }

  #reader({display, languages, skew}: Asked): Reader {
    const {tag} = this.#locale;
    return {tag, languages, formats: new Formats(tag, display), now: Date.now() + skew};
  }

  /** What is chosen now: my own choices first, then my ballot, then the beginning. */
  #choices({poll}: Asked): Choices {
    const cast = this.#mine.value?.ballot?.answers ?? [];
    return Object.fromEntries(poll.questions.map((question) => {
      const before = cast.find(({questionId}) => questionId === question.id);
      return [question.id, this.choices[question.id] ?? (before ? reopened(question, before) : beginning(question))];
    }));
  }

  #choose(question: Question, answer: Answer, words: () => string = () => ''): void {
    this.choices = {...this.choices, [question.id]: answer};
    this.#key = newKey();
    this.said = words;
  }

  #castBallot(event: Event, view: Asked): void {
    event.preventDefault();
    const choices = this.#choices(view);
    const answers = view.poll.questions.map((question) => sendable(question, choices[question.id] ?? {questionId: question.id}));
    if (this.#vote.status === 1) return;
    this.told = true;
    if (view.poll.questions.some((question) => lacking(question, choices[question.id] ?? {questionId: question.id}))) {
      void this.updateComplete.then(() => { this.renderRoot.querySelector<HTMLElement>('fieldset:has(.lack) :is(input, button:not(:disabled))')?.focus(); });
      return;
    }
    if (this.dispatchEvent(new BeforeVoteEvent(this.pollId, answers))) void this.#cast(answers);
  }

  async #cast(answers: Answer[]): Promise<void> {
    const {pollId} = this;
    await this.#vote.run([clientOf(this.api), pollId, answers]);
    if (this.#vote.error) {
      const {kind} = this.#vote.error as ApiError;
      if (kind === 'person-needed') this.#askToSignIn();
      // The poll is not what it was: show how it stands now, with the reason.
      if (kind === 'poll-closed' || kind === 'ballot-final') clientOf(this.api).changed(`poll:${pollId}`);
      return;
    }
    this.#keep();
    this.said = () => msg('Your vote has been counted.', {id: 'counted'});
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#voted')?.focus();
    this.dispatchEvent(new VoteEvent(pollId, answers));
  }

  #keep(): void {
    this.changing = this.told = false;
    this.choices = {};
  }

  #askToSignIn(): void {
    this.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
  }

  async #download(view: Asked): Promise<void> {
    const tally = visibleTally(view.poll, this.#mine.value);
    const {csv, offer} = await import('./poll-card.csv.ts');
    if (tally) offer(`${view.poll.id}.csv`, csv(view.poll, tally, this.#reader(view)));
  }

  #readAgain(sequence?: number): void {
    // My own vote is read again when it is through.
    if (sequence !== undefined && (this.#vote.status === 1 || sequence <= (this.#poll.value?.poll.sequence ?? 0))) return;
    this.#pollRead = this.#poll.run();
    this.#mineRead = this.#mine.run();
  }

  /** Reads again when the poll opens or closes, and each day until then: a timer cannot wait for longer than weeks. */
  #awaitTurn({poll, skew}: Asked): void {
    clearTimeout(this.#turn);
    const wait = untilTurn(poll, Date.now() + skew);
    if (wait !== null && this.isConnected) this.#turn = setTimeout(() => { clientOf(this.api).changed(`poll:${poll.id}`); }, Math.min(wait, 86_400_000) + 500);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shurkum-poll-card': PollCard;
  }
}
