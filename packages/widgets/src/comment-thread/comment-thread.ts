import {Task, initialState} from '@lit/task';
import type {Client} from '@shurkum/client';
import {clientOf} from '@shurkum/core/api';
import {controls} from '@shurkum/core/controls';
import {keepDraft, readDraft} from '@shurkum/core/drafts';
import {Formats} from '@shurkum/core/formats';
import {LocaleController, onUse} from '@shurkum/core/i18n/locale';
import {msg} from '@shurkum/core/i18n/words';
import {Presence} from '@shurkum/core/presence';
import {Reading} from '@shurkum/core/reading';
import {room} from '@shurkum/core/task-views';
import {tokens} from '@shurkum/core/tokens';
import type {Reader} from '@shurkum/core/task-views';
import {LitElement} from 'lit';
import {property, state} from 'lit/decorators.js';
import * as acts from './comment-thread.acts.ts';
import {addressAsId, drawing, kept} from './comment-thread.model.ts';
import type {Branch, Further, MyComments, ThreadView} from './comment-thread.model.ts';
import type {TakingPart} from './comment-thread.part.ts';
import {styles} from './comment-thread.styles.ts';
import {compose} from './views/compose.ts';
import {discussion, orders} from './views/discussion.ts';
import type {DiscussionVerbs, Sort} from './views/discussion.ts';

const none: ReadonlySet<string> = new Set();
const partModule = () => onUse(import('./comment-thread.part.ts'));

/**
 * Lets readers discuss a page: they read what was said, its rules and the official answers, and add their own.
 *
 * @tag shurkum-comment-thread
 * @slot - What is shown before the discussion is ready, and where the API cannot be reached. What was typed into a `textarea` there moves into the widget.
 * @slot heading - The authority's own heading in place of the number of comments.
 * @slot policy - The comment policy in place of the space's.
 * @slot empty - Words for a discussion that nobody has joined yet.
 * @slot closed - Words for a discussion that is closed.
 * @event shurkum-before-comment - A person is about to comment; cancel it to keep the words from being sent.
 * @event shurkum-comment - A comment was sent.
 * @event shurkum-before-reply - A person is about to reply; cancel it to keep the words from being sent.
 * @event shurkum-reply - A reply was sent.
 * @event shurkum-before-support - A person is about to support a comment; cancel it to prevent that.
 * @event shurkum-support - A comment was supported.
 * @event shurkum-before-report - A person is about to report a comment; cancel it to prevent that.
 * @event shurkum-report - A comment was reported.
 * @event shurkum-sign-in - Taking part needs a person; the page opens its own sign-in.
 * @csspart thread - The whole discussion.
 * @csspart heading - The number of comments in words.
 * @csspart sort - The choice of order.
 * @csspart policy - The comment policy.
 * @csspart form - The box for a comment.
 * @csspart reply-form - The box for a reply.
 * @csspart submit - The button that sends.
 * @csspart comment - One comment.
 * @csspart author - The name of who wrote it.
 * @csspart text - What it says.
 * @csspart standing - Why it is not, or no longer, to be seen by all.
 * @csspart official-answer - The official answer under a comment.
 * @csspart support - The button that supports a comment.
 * @csspart panel - What is opened under a comment.
 * @csspart news - The button that shows new comments.
 * @csspart more - The button that reads on.
 * @csspart more-replies - The button that reads on under a comment.
 */
export class CommentThread extends LitElement {
  static override styles = [tokens, controls, styles];

  /** Base URL of the API and its space; by default the space `default` where this script came from. */
  @property() api?: string;
  /** The discussion; by default that of the page's canonical address. */
  @property({attribute: 'thread-id'}) threadId = '';
  /** The order of comments; a reader may choose another. */
  @property() sort: Sort = 'newest';
  /** Comments cannot be replied to here. */
  @property({type: Boolean, attribute: 'no-replies'}) noReplies = false;
  /** How many comments are read at a time. */
  @property({type: Number, attribute: 'page-size'}) pageSize = 20;
  /** `lazy` waits until the discussion comes near the reader. */
  @property() loading: 'eager' | 'lazy' = 'eager';

  readonly #locale = new LocaleController(this);
  readonly #presence: Presence = new Presence(this, () => ({client: this.#client, resource: `thread:${this.#id}`, live: true}), (sequence) => { this.#readAgain(sequence); });

  readonly #thread = new Reading(this, {
    args: () => [this.api, this.#id, this.sort, this.pageSize, this.#presence.near] as const,
    task: async ([api, id, sort, limit, near]): Promise<acts.Read | typeof initialState> => {
      if (!near) return initialState;
      const [client, before] = [clientOf(api), this.#staying ? this.further : acts.none];
      const view = await acts.firstPage(client, id, sort, limit);
      const further = before.pages.length + before.replies.size ? await (await partModule()).readAgain(client, view, before, {thread: id, sort, limit}) : acts.none;
      return {view, further};
    },
    onComplete: ({further}) => { this.further = further; },
  });
  readonly #mine = new Reading(this, {
    args: () => [this.api, this.#id, this.#presence.near] as const,
    task: async ([api, id, near]): Promise<MyComments | null> => {
      const client = clientOf(api);
      return near && await client.known() ? (await partModule()).allMine(client, id) : null;
    },
  });
  /** Read aside when others have written, to say how much is new. */
  readonly #news = new Task(this, {autoRun: false, task: () => acts.firstPage(this.#client, this.#id, this.sort, 1)});
  readonly #more = new Task(this, {autoRun: false, task: ([more]: readonly [acts.More]) => acts.nextPage(this.#client, more)});
  /** What taking part needs comes when the reader turns to the discussion, has taken part before, or stands before what is gone. */
  readonly #part = new Task(this, {
    args: () => {
      const view = this.#thread.value?.view;
      return [!!view && (this.#presence.engaged || !!this.#mine.value || !view.thread.guests || this.#discussed().missing)] as const;
    },
    task: async ([due]) => { if (due) this.#begin(await partModule()); },
  });
  @state() private further: Further = acts.none;
  /** The last event to be told, in the words of its moment; `again` tells two alike apart. */
  @state() private said = {words: () => '', again: false};
  #taking: TakingPart | undefined;
  #reads: Promise<unknown> = Promise.resolve();
  /** Whether the list is read again for an act of the reader's own, and must stay as far as it was read. */
  #staying = false;
  readonly #drawn = kept(drawing);

  override connectedCallback(): void {
    super.connectedCallback();
    const typed = this.querySelector('textarea')?.value.trim();
    if (typed && !readDraft(this.#path()).text) keepDraft(this.#path(), {text: typed});
  }

  override render() {
    return room(this.#locale, this.#thread, this.#mine, () => { this.#readAgain(); }, () => {
      const {view} = this.#thread.value as acts.Read;
      const reader = this.#reader(view);
      const {pages} = this.further;
      const part = this.#taking;
      const {list, supports} = this.#discussed();
      const next = (pages.at(-1) ?? view.comments).nextCursor;
      const {words, again} = this.said;
      return discussion({view, list, next, lost: this.#more.error, sort: this.sort, said: words() + (again ? '\u200A' : ''), compose: () => this.#compose(null, reader)},
        {reader, supports, part, closed: view.thread.state === 'closed', noReplies: this.noReplies, reply: ({id}) => this.#compose(id, reader)}, this.#verbs);
    });
  }

  #discussed() {
    const {pages, replies} = this.further;
    return this.#drawn((this.#thread.value as acts.Read).view, pages, replies, this.#taking?.sent ?? none, this.#mine.value);
  }

  #reader({languages, display}: ThreadView): Reader {
    const {tag} = this.#locale;
    return {tag, languages, formats: new Formats(tag, display), now: Date.now()};
  }

  #compose(parentId: string | null, reader: Reader) {
    const path = this.#path(parentId ?? '');
    const part = this.#taking;
    return compose(parentId, readDraft(path), part?.writing(parentId, reader), this.#part.error, {
      write: (event) => {
        const {value: text} = event.target as HTMLTextAreaElement;
        if (part) part.write(path, {text});
        else keepDraft(path, {text});
      },
      sendWords: (event) => {
        event.preventDefault();
        void this.#take((taking) => { void taking.sendWords(parentId); });
      },
      leave: parentId ? part?.leave : undefined,
    });
  }

  get #client(): Client { return clientOf(this.api); }
  get #id(): string { return this.threadId || addressAsId(document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href); }
  #path(place = ''): string[] { return [this.api ?? '', this.#id, place]; }

  readonly #verbs: DiscussionVerbs = {
    open: (opened) => { void this.#take((part) => { part.open(opened); }); },
    support: ({id}, on) => { void this.#take((part) => { part.support(id, on); }); },
    arrange: (sort) => { void this.#arrange(sort); },
    readMore: (branch) => { void this.#readMore(branch); },
  };

  /** A bad line may have cut off what taking part needs; then it is asked for again. */
  async #take(act: (part: TakingPart) => void): Promise<void> {
    this.#presence.engage();
    if (!this.#taking) await this.#part.run();
    if (this.#taking) act(this.#taking);
  }

  #begin({TakingPart: Part}: Awaited<ReturnType<typeof partModule>>): void {
    const view = () => (this.#thread.value as acts.Read).view;
    this.#taking ??= new Part({
      element: this,
      client: () => this.#client,
      id: () => this.#id,
      path: (place) => this.#path(place),
      reader: () => this.#reader(view()),
      reviewed: () => view().thread.state === 'pre-moderated',
      stranger: () => !view().thread.guests && this.#mine.value === null,
      views: () => [view(), this.#news.value],
      changed: () => this.#changed(),
      readNews: () => this.#arrange('newest'),
      say: (words) => { this.#say(words); },
    });
  }

  #say(words: () => string): void {
    this.said = {words, again: !this.said.again};
  }

  async #arrange(sort: Sort): Promise<void> {
    this.sort = sort;
    await this.#thread.run();
    this.#say(() => `${msg('Order of comments', {id: 'order'})}: ${orders[sort]()}`);
  }

  async #readMore(branch: Branch | null): Promise<void> {
    const {pages, replies} = this.further;
    const cursor = branch ? branch.next : (pages.at(-1) ?? this.#thread.value?.view.comments)?.nextCursor;
    if (!cursor || this.#more.status === 1) return;
    await this.#more.run([{thread: this.#id, sort: this.sort, limit: this.pageSize, cursor, parent: branch?.comment.id}]);
    const [page, id] = [this.#more.value, branch?.comment.id];
    if (this.#more.error || !page) return;
    this.further = id ? {pages, replies: new Map(replies).set(id, [...replies.get(id) ?? [], page])} : {pages: [...pages, page], replies};
    if (page.items[0]) this.#focusIn(`#c-${page.items[0].id}`);
  }

  #changed(): Promise<unknown> {
    this.#client.changed(`thread:${this.#id}`);
    return this.#reads;
  }

  #readAgain(sequence?: number): void {
    if (sequence === undefined) {
      this.#staying = true;
      this.#reads = Promise.all([this.#thread.run(), this.#mine.run()]).finally(() => { this.#staying = false; });
    } else if (!this.#taking?.busy && sequence > (this.#thread.value?.view.thread.sequence ?? Infinity)) void this.#news.run().then(() => this.#take((part) => { part.tellNews(); }));
  }

  #focusIn(selector: string): void {
    void this.updateComplete.then(() => new Promise(requestAnimationFrame)).then(() => { this.renderRoot.querySelector<HTMLElement>(selector)?.focus(); });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shurkum-comment-thread': CommentThread;
  }
}
