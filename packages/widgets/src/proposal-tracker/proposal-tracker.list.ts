/** The list in its place: what is looked for, what was found, and how far it was read. */
import {Task, initialState} from '@lit/task';
import {Reading} from '@shurkum/core/reading';
import {readCounts, readPage, readPages} from './proposal-tracker.acts.ts';
import type {Ground, Part} from './proposal-tracker.ground.ts';
import {joined, none} from './proposal-tracker.model.ts';
import type {Counts, Filters, Kept, ProposalPage, Sort} from './proposal-tracker.model.ts';
import {found, list} from './views/list.ts';
import type {Found, ListVerbs} from './views/list.ts';

export class Listing implements Part {
  filters: Filters = none;
  /** The order that the reader chose. */
  order: Sort | '' = '';
  readonly read: Reading<readonly [string | undefined, string, boolean, string, string, number], ProposalPage[]>;
  readonly mine: Reading<readonly [string | undefined, string, boolean, string], Counts>;
  readonly #more: Task<readonly [string], ProposalPage>;
  readonly #ground: Ground;
  /** Once it was wanted it stays, so that whoever comes back finds it as it was. */
  #wanted = false;
  #staying = false;
  #telling = false;
  #unfolded = false;

  constructor(ground: Ground) {
    const {element, client} = ground;
    this.#ground = ground;
    const wanted = () => this.#wanted ||= ground.here('list');
    this.read = new Reading(element, {
      args: () => [element.api, 'list', wanted(), JSON.stringify(this.filters), this.#sort, element.pageSize] as const,
      task: async () => (this.#wanted ? readPages(client(), this.filters, this.#sort, element.pageSize, this.#staying ? this.read.value?.length ?? 1 : 1) : initialState),
      onComplete: () => { queueMicrotask(() => { this.#tell(); }); },
    });
    this.mine = new Reading(element, {
      args: () => [element.api, 'counts', wanted(), JSON.stringify(this.filters)] as const,
      task: async () => (this.#wanted ? readCounts(client(), this.filters) : initialState),
      onComplete: () => { queueMicrotask(() => { this.#tell(); }); },
    });
    this.#more = new Task(element, {autoRun: false, task: ([cursor]) => readPage(client(), this.filters, this.#sort, element.pageSize, cursor)});
  }

  get #sort(): Sort | '' { return this.order || (this.filters.q ? '' : this.#ground.element.sort); }
  get kept(): Omit<Kept, 'reference'> { return {...this.filters, sort: this.order}; }

  /** Everything that had been read is read again, so that nothing moves under the reader. */
  async again(): Promise<void> {
    this.#staying = true;
    await Promise.all([this.read.run(), this.mine.run()]);
    this.#staying = false;
  }

  draw(): unknown { return list(this.#found(), this.#ground.reader(this.read.value?.[0]), this.#verbs); }

  narrow(change: Partial<Filters>): void {
    this.filters = {...this.filters, ...change};
    this.#ground.element.requestUpdate();
  }

  #found(): Found {
    const pages = this.read.value ?? [];
    return {items: joined(pages), counts: this.mine.value, filters: this.filters, sort: this.#sort, next: pages.at(-1)?.nextCursor,
      lost: this.#more.error, unfolded: this.#unfolded, seeking: this.read.status === 1 && !this.#staying};
  }

  readonly #verbs: ListVerbs = {
    seek: (event) => {
      event.preventDefault();
      this.#choose({q: this.#ground.element.renderRoot.querySelector<HTMLInputElement>('#q')?.value.trim() ?? ''});
    },
    narrow: (axis, value) => { this.#choose({[axis]: value}); },
    arrange: (order) => {
      this.order = order;
      this.#choose({});
    },
    clear: () => {
      const field = this.#ground.element.renderRoot.querySelector<HTMLInputElement>('#q');
      // Words that were never searched for go too.
      if (field) field.value = '';
      this.#choose(none);
      this.#ground.focus('#q');
    },
    unfold: () => {
      this.#unfolded = !this.#unfolded;
      this.#ground.element.requestUpdate();
    },
    readMore: () => { void this.#readMore(); },
    open: (reference, event) => { this.#ground.open(reference, event); },
    lookUp: () => { this.#ground.open('mine'); },
    address: (reference) => this.#ground.address(reference),
  };

  #choose(change: Partial<Filters>): void {
    this.narrow(change);
    this.#telling = true;
    this.#ground.keep();
  }

  /** How many were found is said once both answers are here: a task is through after it has said so. */
  #tell(): void {
    if (!this.#telling || this.read.status === 1 || this.mine.status === 1) return;
    this.#telling = false;
    this.#ground.say(() => found(this.#found(), this.#ground.reader(this.read.value?.[0])));
  }

  async #readMore(): Promise<void> {
    const pages = this.read.value;
    const cursor = pages?.at(-1)?.nextCursor;
    if (!pages || !cursor || this.#more.status === 1) return;
    await this.#more.run([cursor]);
    const page = this.#more.value;
    // Another search may have been made meanwhile.
    if (this.#more.error || !page || this.read.value !== pages) return;
    this.read.value = [...pages, page];
    this.#ground.focus(`[data-reference="${page.items[0]?.reference ?? ''}"]`);
  }
}
