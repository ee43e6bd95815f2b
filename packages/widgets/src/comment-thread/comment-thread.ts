import {Task, initialState} from '@lit/task';
import type {ApiError, Client} from '@shurkum/client';
import type {Schema} from '@shurkum/contract';
import {clientOf} from '@shurkum/core/api';
import {controls} from '@shurkum/core/controls';
import {clearDraft, keepDraft, readDraft} from '@shurkum/core/drafts';
import {Formats} from '@shurkum/core/formats';
import {LocaleController, onUse} from '@shurkum/core/i18n/locale';
import {msg} from '@shurkum/core/i18n/words';
import {Presence} from '@shurkum/core/presence';
import {room} from '@shurkum/core/task-views';
import {tokens} from '@shurkum/core/tokens';
import type {Reader} from '@shurkum/core/task-views';
import {LitElement} from 'lit';
import {property, state} from 'lit/decorators.js';
import * as acts from './comment-thread.acts.ts';
import {ActEvent, BeforeWordsEvent, WordsEvent} from './comment-thread.events.ts';
import {addressAsId, drawing, kept, news} from './comment-thread.model.ts';
import type {Branch, Further, MyComments, ThreadView} from './comment-thread.model.ts';
import {styles} from './comment-thread.styles.ts';
import type * as Panels from './views/acts.ts';
import type {Around, Opened} from './views/comment.ts';
import {compose} from './views/compose.ts';
import {discussion} from './views/discussion.ts';
import type {DiscussionVerbs, Sort} from './views/discussion.ts';

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

  readonly #thread = new Task(this, {
    args: () => [this.api, this.#id, this.sort, this.pageSize, this.#presence.near] as const,
    task: async ([api, id, sort, limit, near]): Promise<acts.Read | typeof initialState> =>
      (near ? acts.read(clientOf(api), {thread: id, sort, limit}, this.#staying ? this.further : null) : initialState),
    onComplete: ({further}) => { this.further = further; },
  });
  readonly #mine = new Task(this, {
    args: () => [this.api, this.#id, this.#presence.near] as const,
    task: async ([api, id, near]): Promise<MyComments | null> => {
      const client = clientOf(api);
      return near && await client.known() ? acts.allMine(client, id) : null;
    },
  });
  /** Read aside when others have written, to say how much is new. */
  readonly #news = new Task(this, {autoRun: false, task: () => acts.firstPage(this.#client, this.#id, this.sort, 1)});
  readonly #more = new Task(this, {autoRun: false, task: ([more]: readonly [acts.More]) => acts.nextPage(this.#client, more)});
  readonly #send = new Task(this, {
    autoRun: false,
    task: async ([words, key]: readonly [Schema<'NewComment'>, string]) => {
      const sent = await acts.post(this.#client, words, key);
      this.sent = new Set([...this.sent, sent.comment.id]);
      await this.#changed();
      return sent;
    },
  });
  readonly #act = new Task(this, {
    autoRun: false,
    task: async ([act]: readonly [() => Promise<unknown>]) => {
      await act();
      await this.#changed();
    },
  });
  readonly #panels = new Task(this, {
    args: () => [!!this.opened && this.opened.panel !== 'reply'] as const,
    task: async ([needed]): Promise<typeof Panels | typeof initialState> => (needed ? onUse(import('./views/acts.ts')) : initialState),
  });
  @state() private further: Further = acts.none;
  @state() private sent: ReadonlySet<string> = new Set();
  @state() private opened: Opened = null;
  /** What the last words and the last act were about: where their failure is shown. */
  @state() private sending: string | null = null;
  @state() private acted = '';
  @state() private said: () => string = () => '';
  #reads: Promise<unknown> = Promise.resolve();
  /** Whether the list is read again for an act of the reader's own, and must stay as far as it was read. */
  #staying = false;
  readonly #drawn = kept(drawing);

  override connectedCallback(): void {
    super.connectedCallback();
    const typed = this.querySelector('textarea')?.value.trim();
    if (typed && !readDraft(this.#path(null)).text) keepDraft(this.#path(null), {text: typed});
  }

  override render() {
    return room(this.#locale, this.#thread, () => {
      const {view} = this.#thread.value as acts.Read;
      const {tag} = this.#locale;
      const reader: Reader = {tag, languages: view.languages, formats: new Formats(tag, view.display), now: Date.now()};
      const {pages, replies} = this.further;
      const {list, supports} = this.#drawn(view, pages, replies, this.sent, this.#mine.value);
      const next = (pages.at(-1) ?? view.comments).nextCursor;
      return discussion({view, list, next, lost: this.#more.error, sort: this.sort, news: news(view, this.#news.value), said: this.said(),
        compose: () => this.#compose(null, reader)}, this.#around(view, reader, supports), this.#verbs);
    });
  }

  #around(view: ThreadView, reader: Reader, supports: ReadonlySet<string>): Around {
    const failure = this.#act.error ?? this.#panels.error;
    return {reader, opened: this.opened, closed: view.thread.state === 'closed', noReplies: this.noReplies, acts: this.#panels.value,
      supports, failed: failure ? {id: this.acted, failure} : null,
      reply: ({id}) => this.#compose(id, reader)};
  }

  #compose(parentId: string | null, reader: Reader) {
    const here = this.sending === parentId;
    return compose({parentId, draft: readDraft(this.#path(parentId)), reviewed: this.#thread.value?.view.thread.state === 'pre-moderated',
      sending: here && this.#send.status === 1, failure: here ? this.#send.error : undefined, online: navigator.onLine}, reader, {
      write: (parent, words) => { keepDraft(this.#path(parent), words); this.requestUpdate(); },
      sendWords: (event, parent) => { event.preventDefault(); void this.#sendWords(parent); },
      close: () => { this.opened = null; },
    });
  }

  get #client(): Client { return clientOf(this.api); }
  get #id(): string { return this.threadId || addressAsId(document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href); }
  #path(parentId: string | null): string[] { return [this.api ?? '', this.#id, parentId ?? '']; }

  readonly #verbs: DiscussionVerbs = {
    open: (opened) => { this.#open(opened); },
    support: ({id}, on) => { void this.#do(id, acts.support(this.#client, id, on), on ? 'support' : undefined); },
    act: (id, send, fact, said) => { void this.#do(id, send(this.#client), fact, said); },
    arrange: (sort) => { this.sort = sort; },
    readMore: (branch) => { void this.#readMore(branch); },
    readNews: () => { void this.#thread.run().then(() => { this.#focusIn('#list'); }); },
  };

  #open(opened: Opened): void {
    this.opened = opened;
    this.acted = opened?.id ?? '';
    if (opened) this.#focusIn(`#c-${opened.id} :is(.panel, form) :is(textarea, select, button)`);
  }

  async #sendWords(parentId: string | null): Promise<void> {
    const threadId = this.#id;
    const path = this.#path(parentId);
    const {text, name, key} = readDraft(path);
    const kind = parentId ? 'reply' : 'comment';
    if (this.#send.status === 1 || text.trim() && !this.dispatchEvent(new BeforeWordsEvent(kind, threadId, text, parentId ?? undefined))) return;
    this.sending = parentId;
    await this.#send.run([acts.newComment(threadId, parentId, text, name), key]);
    if (this.#send.error) {
      if ((this.#send.error as ApiError).kind === 'person-needed') this.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
      this.#focusIn('.compose .notice ~ p button');
      return;
    }
    const {comment: {id, state}} = this.#send.value as Schema<'MyComment'>;
    clearDraft(path);
    this.opened = null;
    const held = state === 'held';
    this.said = () => (held ? msg('Received. It is published after review; until then only you see it.', {id: 'received'}) : msg('Your comment is published.', {id: 'published'}));
    this.#focusIn(`#c-${id}`);
    this.dispatchEvent(new WordsEvent(kind, threadId, id, held));
  }

  async #do(id: string, act: () => Promise<unknown>, fact?: 'support' | 'report', said: () => string = () => ''): Promise<void> {
    if (this.#act.status === 1 || fact && !this.dispatchEvent(new ActEvent(`before-${fact}`, id))) return;
    this.acted = id;
    await this.#act.run([act]);
    if (this.#act.error) return;
    if (this.opened) this.#focusIn(`#c-${id}`);
    this.opened = null;
    this.said = said;
    if (fact) this.dispatchEvent(new ActEvent(fact, id));
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
    } else if (this.#send.status !== 1 && this.#act.status !== 1 && sequence > (this.#thread.value?.view.thread.sequence ?? Infinity)) void this.#news.run();
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
