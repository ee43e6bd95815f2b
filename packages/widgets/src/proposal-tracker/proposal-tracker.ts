import {Task} from '@lit/task';
import {clientOf} from '@shurkum/core/api';
import {controls} from '@shurkum/core/controls';
import {Formats} from '@shurkum/core/formats';
import {LocaleController, onUse} from '@shurkum/core/i18n/locale';
import {trackerWords} from '@shurkum/core/i18n/tracker-words';
import {Presence} from '@shurkum/core/presence';
import {room, status} from '@shurkum/core/task-views';
import {tokens} from '@shurkum/core/tokens';
import {LitElement, adoptStyles, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {Address} from './proposal-tracker.address.ts';
import type {Ground, Part, PartModule, Place, View} from './proposal-tracker.ground.ts';
import {Listing} from './proposal-tracker.list.ts';
import {axes, dayAt} from './proposal-tracker.model.ts';
import type {Kept, Sort} from './proposal-tracker.model.ts';
import {styles} from './proposal-tracker.styles.ts';
import type {TrackerReader} from './views/axes.ts';
import {back} from './views/list.ts';

const parts: Record<Exclude<Place, 'list'>, () => Promise<PartModule>> = {
  one: () => import('./late/one.ts'),
  mine: () => import('./late/mine.ts'),
  outcomes: () => import('./late/outcomes.ts'),
};
const nothingRead = {value: undefined, error: undefined, status: 0};

/**
 * Shows where every idea stands and what was answered: a list to search, one proposal with its history, what became of
 * my own, and what came of all of them.
 *
 * @tag shurkum-proposal-tracker
 * @attr decision - Only proposals decided so, until the reader chooses otherwise; `progress`, `category` and `agency` likewise.
 * @attr progress - Only proposals that far.
 * @attr category - Only proposals of this category.
 * @attr agency - Only proposals in this agency's hands.
 * @slot - What is shown before the tracker is ready, and where the API cannot be reached.
 * @slot heading - The authority's own heading in place of "Proposals".
 * @slot empty - Words for a list in which nothing has been published yet.
 * @event shurkum-before-support - A person is about to support a proposal; cancel it to prevent that.
 * @event shurkum-support - A proposal was supported.
 * @event shurkum-before-follow - A person is about to follow a proposal; cancel it to prevent that.
 * @event shurkum-follow - A message to confirm the address is on its way.
 * @event shurkum-before-report - A person is about to report a proposal; cancel it to prevent that.
 * @event shurkum-report - A proposal was reported.
 * @event shurkum-sign-in - An act needs a person; the page opens its own sign-in.
 * @csspart list - The list with its search.
 * @csspart heading - The heading of the list.
 * @csspart filters - The choices that narrow the list down.
 * @csspart look-up - The button that leads to one's own suggestions.
 * @csspart proposal - One proposal, in the list or alone.
 * @csspart decision - The chip that says what was decided.
 * @csspart progress - How far it is.
 * @csspart visibility - Who may read it.
 * @csspart more - The button that reads on.
 * @csspart support - The button that supports a proposal.
 * @csspart timeline - What happened to a proposal.
 * @csspart official-answer - An official answer in the timeline.
 * @csspart follow - The form to be told of updates.
 * @csspart panel - The form to report a proposal.
 * @csspart outcomes - What became of all suggestions.
 * @csspart download - The button that downloads the numbers.
 */
export class ProposalTracker extends LitElement {
  static override styles = [tokens, controls, styles];
  static override get observedAttributes(): string[] { return [...super.observedAttributes, ...axes]; }

  /** Base URL of the API and its space; by default the space `default` where this script came from. */
  @property() api?: string;
  /** The one proposal to show; without it, a list. */
  @property() reference = '';
  /** `outcomes` shows what came of all suggestions in place of the list. */
  @property() view: 'list' | 'outcomes' = 'list';
  /** The order of the list; a reader may choose another. */
  @property() sort: Sort = 'newest';
  /** What the reader looks for is kept in the page's address, beside no hash of the page's own. Where there are several trackers, their `id` tells them apart. */
  @property({type: Boolean}) remember = false;
  /** How many proposals are read at a time. */
  @property({type: Number, attribute: 'page-size'}) pageSize = 20;
  /** `lazy` waits until the tracker comes near the reader. */
  @property() loading: 'eager' | 'lazy' = 'eager';

  readonly #locale = new LocaleController(this, trackerWords);
  readonly #presence: Presence = new Presence(this, () => ({client: clientOf(this.api), resource: 'proposals', live: false}), () => { this.#readAgain(); });

  /** What the reader has opened: a reference, or `mine`; '' where the page put them. */
  @state() private opened = '';
  /** The last event to be told, in the words of its moment; `again` tells two alike apart. */
  @state() private said = {words: () => '', again: false};
  readonly #ground: Ground = {
    element: this,
    client: () => clientOf(this.api),
    language: () => this.#locale.tag,
    reader: (view) => this.#reader(view),
    here: (place) => this.#presence.near && this.#place === place,
    reference: () => this.opened || this.reference,
    preset: (axis) => this.#listing.filters[axis],
    open: (opened, event) => { this.#open(opened, event); },
    address: (reference) => this.#address.of(reference),
    keep: () => { this.#address.keep(this.#listing.kept); },
    say: (words) => { this.said = {words, again: !this.said.again}; },
    focus: (...places) => {
      this.#sought = places;
      this.requestUpdate();
    },
  };
  readonly #listing: Listing = new Listing(this.#ground);
  readonly #parts: Partial<Record<Place, Part>> = {list: this.#listing};
  /** What a place needs comes when the reader goes there. */
  readonly #coming = new Task(this, {
    args: () => [this.#presence.near ? this.#place : 'list'] as const,
    task: async ([place]) => { if (place !== 'list' && !this.#parts[place]) this.#come(place, await onUse(parts[place]())); },
  });
  readonly #address: Address = new Address(this, (kept) => { this.#look(kept); });
  #styles = ProposalTracker.styles;
  /** Whether the page's address says what is open. */
  #addressed = false;
  /** Where the focus goes as soon as it is there. */
  #sought: string[] = [];

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if ((axes as string[]).includes(name)) this.#listing.narrow({[name]: value ?? ''});
  }

  override render() {
    const {words, again} = this.said;
    const {error, status: stands} = this.#coming;
    const part = this.#parts[this.#place] ?? {read: {value: undefined, error, status: stands}, mine: nothingRead, again: () => this.#coming.run(), draw: () => null};
    const {read} = part;
    // From what cannot be read there is a way back too.
    const stuck = !!this.opened && read.value === undefined && read.status === 3;
    return room(this.#locale, stuck ? {value: null, error: read.error, status: 3} : read, part.mine, () => part.again(), () => html`${this.opened ? back(() => { this.#leave(); }) : nothing}
      ${stuck ? nothing : part.draw()}${status(words() + (again ? '\u200A' : ''))}`);
  }

  override updated(): void {
    const place = this.#sought.map((one) => this.renderRoot.querySelector<HTMLElement>(one)).find(Boolean);
    if (!place) return;
    this.#sought = [];
    // Whoever hears of the focus may draw again, which must not be while this is drawn.
    queueMicrotask(() => { place.focus(); });
  }

  get #place(): Place { return this.opened === 'mine' ? 'mine' : this.opened || this.reference ? 'one' : this.view; }

  #reader(view?: View): TrackerReader {
    const {tag} = this.#locale;
    const now = view ? Date.parse(view.now) : Date.now();
    return {tag, languages: view?.languages ?? [], formats: new Formats(tag, view?.display), now, today: dayAt(now, view?.display.timeZone)};
  }

  #come(place: Place, {begin, styles: more}: PartModule): void {
    this.#styles = [...new Set([...this.#styles, ...more])];
    adoptStyles(this.renderRoot as ShadowRoot, this.#styles);
    this.#parts[place] ??= begin(this.#ground);
  }

  /** A click that asks for a new tab is the browser's. */
  #open(opened: string, event?: Event): void {
    const {ctrlKey, metaKey, shiftKey} = event as MouseEvent | undefined ?? {};
    if (ctrlKey || metaKey || shiftKey) return;
    event?.preventDefault();
    if (opened !== 'mine') this.#addressed = this.#address.step({...this.#listing.kept, reference: opened}) || this.#addressed;
    this.#go(opened);
  }

  #go(opened: string): void {
    this.opened = opened;
    this.#ground.focus(opened === 'mine' ? '#mine' : '#top');
  }

  #leave(): void {
    if (this.opened !== 'mine' && this.#addressed && this.#address.back()) return;
    this.#addressed = false;
    this.#ground.keep();
    this.#return();
  }

  /** To the place in the list from which the reader came. */
  #return(): void {
    const from = this.opened;
    this.opened = '';
    this.#ground.focus(from === 'mine' ? '[part=look-up]' : `[data-reference="${from}"]`, '#top');
  }

  #look(kept: Kept | null): void {
    if (this.reference) return;
    if (kept?.reference) this.#go(kept.reference);
    else if (this.#addressed) this.#return();
    this.#addressed = !!kept?.reference;
    if (!this.remember || !kept) return;
    const {reference: _, sort, ...filters} = kept;
    this.#listing.order = sort as Sort | '';
    this.#listing.narrow(filters);
  }

  #readAgain(): void {
    for (const part of new Set([this.#listing, this.#parts[this.#place]])) void part?.again();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shurkum-proposal-tracker': ProposalTracker;
  }
}
