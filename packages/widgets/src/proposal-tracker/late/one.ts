/** One proposal in its place: what is read for it, and what a reader does with it. Comes when a proposal is opened. */
import {Task, initialState} from '@lit/task';
import {newKey} from '@shurkum/client';
import type {ApiError} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {msg} from '@shurkum/core/i18n/words';
import {problemText} from '@shurkum/core/problems';
import {Reading} from '@shurkum/core/reading';
import {ProposalEvent} from '../proposal-tracker.events.ts';
import type {Ground, Part} from '../proposal-tracker.ground.ts';
import type {Following} from './follow.ts';
import type {Reporting} from './report.ts';
import * as acts from './late.acts.ts';
import {happened} from './late.model.ts';
import {oneProposal} from './proposal.ts';
import type {Verbs} from './proposal.ts';
import {styles as look} from './late.styles.ts';
import {known} from './timeline.ts';

export const styles = [look];

type Older = {reference: string; pages: Schema<'UpdatePage'>[]};

class One implements Part {
  readonly read: Reading<readonly [string | undefined, string, boolean], Schema<'ProposalView'>>;
  readonly mine: Reading<readonly [string | undefined, string, boolean], Schema<'MyProposals'> | null>;
  readonly #support: Task<readonly [string, boolean, string], unknown>;
  readonly #more: Task<readonly [string, string], Schema<'UpdatePage'>>;
  readonly #ground: Ground;
  #older: Older = {reference: '', pages: []};
  /** The proposal whose support failed, and the one whose link is shown. */
  #failed = '';
  #shared = '';
  #following: Following | null = null;
  #reporting: Reporting | null = null;
  #discussed = false;

  constructor(ground: Ground) {
    const {element, client, reference, here} = ground;
    this.#ground = ground;
    const args = () => [element.api, reference(), here('one')] as const;
    this.read = new Reading(element, {args, task: async ([, of, wanted]) => (wanted ? acts.readProposal(client(), of) : initialState), onComplete: (view) => { this.#came(view); }});
    this.mine = new Reading(element, {args, task: async ([, of, wanted]) => (wanted ? acts.readMine(client(), of) : initialState)});
    this.#support = new Task(element, {autoRun: false, task: ([of, on, key]) => acts.support(client(), of, on, key)});
    this.#more = new Task(element, {autoRun: false, task: ([of, cursor]) => acts.readUpdates(client(), of, cursor)});
  }

  again(): unknown { return Promise.all([this.read.run(), this.mine.run()]); }

  draw(): unknown {
    const {ground, view} = {ground: this.#ground, view: this.read.value as Schema<'ProposalView'>};
    const {proposal} = view;
    const {reference, updates} = proposal;
    const older = this.#older.reference === reference ? this.#older.pages : [];
    const mine = this.mine.value;
    return oneProposal({proposal, updates: happened([updates, ...older], known), older: !!(older.at(-1) ?? updates).nextCursor, lost: this.#more.error, api: ground.client().api,
        supported: !!mine?.supported.includes(reference), own: !!mine?.own.includes(reference), busy: this.#support.status === 1,
        failure: this.#failed === reference && this.#support.status === 3 && this.#support.error, following: this.#following?.draw(), reporting: this.#reporting?.draw(ground.reader(view)),
        shared: this.#shared === reference ? ground.address(reference) : '', discussed: this.#discussed}, ground.reader(view), this.#verbs);
  }

  readonly #verbs: Verbs = {
    support: (on) => { void this.#act(on); },
    follow: () => { void this.#follow(); },
    report: () => { void this.#report(); },
    share: () => { void this.#share(); },
    print: () => { print(); },
    readOlder: () => { void this.#readOlder(); },
    open: (reference, event) => { this.#ground.open(reference, event); },
    address: (reference) => this.#ground.address(reference),
  };

  /** The discussion has code of its own, which comes once there is something to discuss. */
  #came({proposal: {threadId}}: Schema<'ProposalView'>): void {
    if (!threadId || this.#discussed) return;
    void import('@shurkum/widgets/comment-thread').then(() => {
      this.#discussed = true;
      this.#ground.element.requestUpdate();
    }, () => null);
  }

  async #act(on: boolean): Promise<void> {
    const {element, client, say, reference} = this.#ground;
    const of = (this.read.value as Schema<'ProposalView'>).proposal.reference;
    if (this.#support.status === 1 || on && !element.dispatchEvent(new ProposalEvent('before-support', of))) return;
    await this.#support.run([of, on, newKey()]);
    const {kind} = this.#support.error as ApiError | undefined ?? {};
    this.#failed = kind ? of : '';
    if (this.#support.status === 3) {
      this.#failed = of;
      if (kind === 'person-needed' || kind === 'invalid-credential') element.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
      if (kind === 'not-editable') this.#overtaken(this.#support.error);
      return element.requestUpdate();
    }
    client().changed('proposals');
    if (reference() === of) say(() => (on ? msg('Your support is counted.', {id: 'backed'}) : msg('Your support is taken back.', {id: 'unbacked'})));
    if (on) element.dispatchEvent(new ProposalEvent('support', of));
  }

  async #follow(): Promise<void> {
    const {Following} = await import('./follow.ts');
    this.#following ??= new Following(this.#ground);
    this.#following.toggle();
  }

  async #report(): Promise<void> {
    const {Reporting} = await import('./report.ts');
    this.#reporting ??= new Reporting(this.#ground);
    this.#reporting.toggle();
  }

  /** It was withdrawn, removed or merged meanwhile: what stands there now is read, and said. */
  #overtaken(failure: unknown): void {
    const {client, say, focus} = this.#ground;
    client().changed('proposals');
    say(() => problemText(failure));
    focus('#top');
  }

  /** By the device's own means, else to the clipboard, else as a link to copy. */
  async #share(): Promise<void> {
    const {address, say, focus} = this.#ground;
    const {reference, title} = (this.read.value as Schema<'ProposalView'>).proposal;
    const url = address(reference);
    if (typeof navigator.share === 'function') return void navigator.share({url, title: title ?? ''}).catch(() => null);
    this.#shared = reference;
    try {
      await navigator.clipboard.writeText(url);
      say(() => msg('The link is copied.', {id: 'copied'}));
    } catch { /* It is there to be copied by hand. */ }
    focus('.link');
  }

  async #readOlder(): Promise<void> {
    const {proposal: {reference, updates}} = this.read.value as Schema<'ProposalView'>;
    const pages = this.#older.reference === reference ? this.#older.pages : [];
    const cursor = (pages.at(-1) ?? updates).nextCursor;
    if (!cursor || this.#more.status === 1) return;
    await this.#more.run([reference, cursor]);
    const page = this.#more.value;
    if (this.#more.error || !page) return;
    this.#older = {reference, pages: [...pages, page]};
    this.#ground.focus(`#u-${page.items[0]?.id ?? ''}`);
  }
}

export const begin = (ground: Ground): Part => new One(ground);
