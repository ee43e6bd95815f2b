/** What became of my idea: looked up by its number, or listed for whoever is known. Comes when it is asked for. */
import {Task, initialState} from '@lit/task';
import {newKey} from '@shurkum/client';
import type {ApiError} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {Gate} from '@shurkum/core/gate';
import {msg} from '@shurkum/core/i18n/words';
import {Reading} from '@shurkum/core/reading';
import type {Ground, Part} from '../proposal-tracker.ground.ts';
import * as acts from './late.acts.ts';
import {parseReference, parseSecret} from './late.model.ts';
import {styles as look} from './late.styles.ts';
import {myIdeas} from './mine.views.ts';
import type {Lack, MineVerbs} from './mine.views.ts';

export const styles = [look];

type Pages = Schema<'MySuggestions'>[];

class Mine implements Part {
  /** The form to look up needs nothing to be read. */
  readonly read = {value: true, error: undefined, status: 2};
  readonly mine: Reading<readonly [string | undefined, string, boolean], Pages | null>;
  readonly #look: Task<readonly [Schema<'Lookup'>], Schema<'TrackedSuggestion'>>;
  readonly #more: Task<readonly [string], Schema<'MySuggestions'> | null>;
  readonly #withdraw: Task<readonly [Schema<'NewWithdrawal'>], unknown>;
  readonly #ground: Ground;
  readonly #gate: Gate;
  #lack: Lack = null;
  /** The one whose withdrawal is being asked for. */
  #asking = '';
  #key = newKey();
  /** What was looked up while somebody may have typed on. */
  #found: Schema<'TrackedSuggestion'> | null = null;

  constructor(ground: Ground) {
    const {element, client, here} = ground;
    this.#ground = ground;
    this.#gate = new Gate(element);
    this.mine = new Reading(element, {args: () => [element.api, 'mine', here('mine')] as const, task: async ([,, wanted]) => (wanted ? this.#readAll() : initialState)});
    this.#look = new Task(element, {autoRun: false, task: ([body]) => acts.lookUp(client(), body)});
    this.#more = new Task(element, {autoRun: false, task: ([cursor]) => acts.readMySuggestions(client(), cursor)});
    this.#withdraw = new Task(element, {autoRun: false, task: ([body]) => acts.withdraw(client(), body, this.#key)});
  }

  again(): unknown { return this.mine.run(); }

  draw(): unknown {
    const {client, reader} = this.#ground;
    const pages = this.mine.value ?? [];
    return myIdeas({
      items: pages.flatMap(({items}) => items), known: !!this.mine.value, next: !!pages.at(-1)?.nextCursor, lost: this.#more.error, api: client().api,
      found: this.#found, lack: this.#lack, looking: this.#look.status === 1, left: this.#gate.left, failure: !this.#lack && this.#look.status === 3 && this.#look.error,
      asking: this.#asking, withdrawing: this.#withdraw.status === 1, refused: this.#withdraw.status === 3 && this.#withdraw.error,
    }, reader(this.#found ?? pages[0]), this.#verbs);
  }

  /** As many pages as there were. */
  async #readAll(): Promise<Pages | null> {
    const {client} = this.#ground;
    const first = await acts.readMySuggestions(client());
    if (!first) return null;
    const pages = [first];
    const count = this.mine.value?.length ?? 1;
    for (let cursor = first.nextCursor; cursor && pages.length < count; cursor = pages.at(-1)?.nextCursor ?? null) {
      const page = await acts.readMySuggestions(client(), cursor);
      if (page) pages.push(page);
    }
    return pages;
  }

  readonly #verbs: MineVerbs = {
    lookUp: (reference, secret) => { void this.#lookUp(reference, secret); },
    readMore: () => { void this.#readMore(); },
    ask: (reference) => {
      const from = this.#asking;
      this.#asking = reference;
      this.#key = newKey();
      this.#ground.focus(reference ? '#reason' : `[data-withdraw="${from}"]`);
    },
    withdraw: (reference, reason) => { void this.#takeBack(reference, reason); },
    open: (reference, event) => { this.#ground.open(reference, event); },
    address: (reference) => this.#ground.address(reference),
  };

  async #lookUp(typed: string, typedSecret: string): Promise<void> {
    const {element, focus, open, say} = this.#ground;
    if (this.#look.status === 1 || this.#gate.left) return;
    const [reference, secret] = [parseReference(typed), parseSecret(typedSecret)];
    this.#lack = !reference ? 'reference' : secret && !/^[\w-]{1,64}$/.test(secret) ? 'secret' : null;
    this.#found = null;
    element.requestUpdate();
    if (this.#lack || !reference) return focus(this.#lack === 'secret' ? '#secret' : '#number');
    await this.#look.run([{reference, ...(secret && {secret})}]);
    const found = this.#look.value;
    if (this.#look.error || !found) {
      this.#gate.shut((this.#look.error as ApiError).wait);
      return;
    }
    if (found.suggestion.visibility === 'published') return open(found.suggestion.reference);
    this.#found = found;
    say(() => msg('Found. How it stands is shown below.', {id: 'found'}));
    focus('#top');
  }

  async #readMore(): Promise<void> {
    const pages = this.mine.value;
    const cursor = pages?.at(-1)?.nextCursor;
    if (!pages || !cursor || this.#more.status === 1) return;
    await this.#more.run([cursor]);
    if (this.#more.value) this.mine.value = [...pages, this.#more.value];
    this.#ground.element.requestUpdate();
  }

  async #takeBack(reference: string, reason: string): Promise<void> {
    const {client, focus, say} = this.#ground;
    if (this.#withdraw.status === 1) return;
    await this.#withdraw.run([{reference, ...(reason && {reason})}]);
    if (this.#withdraw.error) return;
    this.#asking = '';
    client().changed('proposals');
    say(() => msg('Withdrawn by its author.', {id: 'withdrawn'}));
    focus(`[data-mine="${reference}"]`);
  }
}

export const begin = (ground: Ground): Part => new Mine(ground);
