import {Task, initialState} from '@lit/task';
import {newKey, unwrap} from '@shurkum/client';
import type {ApiError, Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {clientOf} from '@shurkum/core/api';
import {controls} from '@shurkum/core/controls';
import {Formats} from '@shurkum/core/formats';
import {LocaleController, onUse} from '@shurkum/core/i18n/locale';
import {Presence} from '@shurkum/core/presence';
import {Reading} from '@shurkum/core/reading';
import {room} from '@shurkum/core/task-views';
import {tokens} from '@shurkum/core/tokens';
import type {Reader} from '@shurkum/core/task-views';
import {LitElement, adoptStyles} from 'lit';
import {property, state} from 'lit/decorators.js';
import {keep, kept} from './poll-card.acts.ts';
import {BeforeVoteEvent, VoteEvent, askToSignIn} from './poll-card.events.ts';
import {needs} from './poll-card.model.ts';
import type {Answer, BallotView, Choices, Question} from './poll-card.model.ts';
import {styles} from './poll-card.styles.ts';
import {Turn} from './poll-card.turn.ts';
import {card, late} from './views/card.ts';
import type {Late} from './views/card.ts';
import type * as States from './views/states.ts';

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

  readonly #turn = new Turn(this, () => { clientOf(this.api).changed(`poll:${this.pollId}`); });
  readonly #poll = new Reading(this, {
    args: () => [this.api, this.pollId, this.#presence.near] as const,
    task: async ([api, pollId, near]): Promise<Asked | typeof initialState> => {
      if (!near) return initialState;
      const view = await unwrap(clientOf(api).open.GET('/polls/{pollId}', {params: {path: {pollId}}}));
      return {...view, skew: Date.parse(view.now) - Date.now()};
    },
    onComplete: (view) => { this.#turned(view); },
  });
  readonly #mine = new Reading(this, {
    args: () => [this.api, this.pollId, this.#presence.near] as const,
    task: async ([api, pollId, near]): Promise<BallotView | null> => {
      const client = clientOf(api);
      return near && await client.known() ? unwrap(client.own.GET('/polls/{pollId}/ballot', {params: {path: {pollId}}})) : null;
    },
  });
  readonly #vote = new Task(this, {
    autoRun: false,
    task: async ([states, client, pollId, answers]: readonly [typeof States, Client, string, Answer[]]) => {
      const mine = await states.cast(client, pollId, answers, this.#key);
      if (pollId === this.pollId) this.#mine.value = mine;
      client.changed(`poll:${pollId}`);
      await this.#read;
    },
  });
  /** What a plain open ballot does not need comes when the person turns to it, or the poll asks for it. */
  readonly #late = new Task(this, {
    args: () => [this.api, this.pollId, ...needs(this.#poll.value?.poll, this.#mine.value, () => this.#presence.engaged || !!kept(clientOf(this.api), this.pollId))] as const,
    task: async ([,, any, ...needed]): Promise<Late | typeof initialState> => (any ? onUse(late(...needed)) : initialState),
    onComplete: (some) => { this.#come(some); },
  });
  @state() private choices: Choices = {};
  @state() private changing = false;
  @state() private told = false;
  @state() private said = {words: () => '', odd: false};
  #key = newKey();
  #stood = '';
  #read: Promise<unknown> | undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.#stood || !changed.has('api') && !changed.has('pollId')) return;
    this.#stood = '';
    this.#rest();
  }

  override render() {
    return room(this.#locale, this.#poll, this.#mine, () => { this.#readAgain(); }, () => {
      const view = this.#poll.value as Asked;
      const {words, odd} = this.said;
      return card({poll: view.poll, mine: this.#mine.value, choices: this.#choices(), late: this.#late.value ?? {}, told: this.told, changing: this.changing,
        sending: this.#vote.status === 1, failure: this.told && this.#vote.status !== 1 ? this.#vote.error ?? this.#late.error : null,
        // The same words twice are said twice only where something of them has changed.
        said: words() + (odd ? '\u00A0' : '')}, this.#reader(view), {
        choose: (question, answer, told) => { this.#choose(question, answer, told); },
        castBallot: (event) => { event.preventDefault(); void this.#castBallot(view); },
        change: () => { this.#change(); },
        keep: () => { this.#cancel(); },
        signIn: () => { askToSignIn(this); },
      });
    });
  }

  #reader({display, languages, skew}: Asked): Reader {
    return {tag: this.#locale.tag, languages, formats: new Formats(this.#locale.tag, display), now: Date.now() + skew};
  }

  /** What is chosen now: my own choices before my ballot. */
  #choices(): Choices {
    return {...Object.fromEntries((this.#mine.value?.ballot?.answers ?? []).map((answer) => [answer.questionId, answer])), ...this.choices};
  }

  #choose(question: Question, answer: Answer, words?: () => string): void {
    this.choices = {...this.choices, [question.id]: answer};
    this.#key = newKey();
    this.#store();
    if (words) this.#say(words);
  }

  #store(): void {
    const choices = Object.keys(this.choices).length ? {choices: this.choices, key: this.#key} : undefined;
    keep(clientOf(this.api), this.pollId, choices);
  }

  /** Takes up what was chosen before a reload, where nothing has been chosen since. */
  #come({states, editors, results}: Late): void {
    adoptStyles(this.renderRoot as ShadowRoot, [...PollCard.styles, ...[states, editors, results].flatMap((one) => (one ? one.styles : []))]);
    if (Object.keys(this.choices).length) this.#store();
    else ({choices: this.choices, key: this.#key} = kept(clientOf(this.api), this.pollId) ?? {choices: {}, key: this.#key});
  }

  async #castBallot({poll}: Asked): Promise<void> {
    this.told = true;
    const states = await this.#needed();
    if (!states || this.#vote.status === 1) return;
    const choices = this.#choices();
    const answers = poll.questions.map((question) => [question, choices[question.id] ?? {questionId: question.id}] as const);
    const lacking = answers.find(([question, answer]) => states.lacking(question, answer));
    if (lacking) {
      this.#say(() => states.lackWords(...lacking));
      void this.#focus('fieldset:has(.lack) :is(input, button:not([aria-disabled=true]))');
      return;
    }
    const ballot = answers.map((answer) => states.sendable(...answer));
    if (this.dispatchEvent(new BeforeVoteEvent(this.pollId, ballot))) void this.#cast(states, ballot);
  }

  /** What is needed to vote; asked for again where a bad line cut it off. */
  async #needed(): Promise<typeof States | undefined> {
    this.#presence.engage();
    await this.updateComplete;
    await (this.#late.error ? this.#late.run() : this.#late.taskComplete.catch(() => null));
    return this.#late.value?.states;
  }

  async #cast(states: typeof States, answers: Answer[]): Promise<void> {
    const {pollId} = this;
    this.#say(states.sending);
    const client = clientOf(this.api);
    await this.#vote.run([states, client, pollId, answers]);
    if (this.#vote.error) {
      this.#say(() => '');
      const {kind} = this.#vote.error as ApiError;
      if (kind === 'person-needed') askToSignIn(this);
      if (kind !== 'poll-closed' && kind !== 'ballot-final') return;
      // The poll is not what it was: show how it stands now, with the reason.
      client.changed(`poll:${pollId}`);
      await this.#read;
      this.choices = {};
      this.#store();
      void this.#focus('#refused');
      return;
    }
    this.#rest();
    this.#store();
    this.#say(states.counted);
    await this.#focus('#voted');
    this.dispatchEvent(new VoteEvent(pollId, answers));
  }

  #change(): void {
    this.changing = true;
    void this.#focus('form :checked', 'form :is(input, button:not([aria-disabled=true]))');
  }

  #cancel(): void {
    this.#rest();
    this.#store();
    void this.#focus('#voted');
  }

  /** Nothing is chosen any more. */
  #rest(): void {
    this.changing = this.told = false;
    this.choices = {};
    this.#key = newKey();
  }

  #say(words: () => string): void {
    this.said = {words, odd: !this.said.odd};
  }

  /** The first of these that is there once all is drawn. */
  async #focus(...places: string[]): Promise<void> {
    await this.updateComplete;
    places.map((place) => this.renderRoot.querySelector<HTMLElement>(place)).find(Boolean)?.focus();
  }

  #readAgain(sequence?: number): void {
    // My own vote is read again when it is through.
    if (sequence !== undefined && (this.#vote.status === 1 || sequence <= (this.#poll.value?.poll.sequence ?? 0))) return;
    // Not taskComplete: it would reject, and the vote itself did not fail.
    this.#read = Promise.all([this.#poll.run(), this.#mine.run()]);
  }

  #turned({poll, skew}: Asked): void {
    if (this.#stood === 'open' && poll.status !== 'open') {
      this.#say(() => this.#late.value?.states?.shut() ?? '');
      if (this.renderRoot.querySelector('form :focus')) void this.#focus('#results', '#awaited');
    }
    this.#stood = poll.status;
    if (this.isConnected) this.#turn.await(poll, skew);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shurkum-poll-card': PollCard;
  }
}
