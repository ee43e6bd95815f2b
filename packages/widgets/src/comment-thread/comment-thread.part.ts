/**
 * Taking part: everything a person does in a discussion beyond reading it, with what is shown for it. It comes once the
 * discussion stands, so that nobody waits for it who has come to read. What the server holds stays with the element.
 */
import {Task} from '@lit/task';
import type {ApiError, Client} from '@shurkum/client';
import {clearDraft, keepDraft, keepName, readDraft} from '@shurkum/core/drafts';
import type {Draft} from '@shurkum/core/drafts';
import {Gate} from '@shurkum/core/gate';
import {fill, msg, plural} from '@shurkum/core/i18n/words';
import {check, icon} from '@shurkum/core/icons';
import {refusal} from '@shurkum/core/task-views';
import type {Reader} from '@shurkum/core/task-views';
import {html, nothing} from 'lit';
import {ActEvent, BeforeWordsEvent, WordsEvent} from './comment-thread.events.ts';
import type {Ground} from './comment-thread.ground.ts';
import * as acts from './comment-thread.late-acts.ts';
import type {Branch, Comment, MyComment, Placed} from './comment-thread.model.ts';
import {holds, news} from './late.model.ts';
import {panel} from './views/acts.ts';
import type {Around, Opened} from './views/comment.ts';
import {standing, waitingActions} from './views/standing.ts';
import {lacking, sendingWords, unsent, writing} from './views/writing.ts';
import type {Writing} from './views/writing.ts';

export {allMine, readAgain} from './comment-thread.late-acts.ts';

type Outcome = {fact?: 'support' | 'report'; said?: () => string; shown?: boolean; path?: string[]};

const quiet = () => '';

export class TakingPart {
  opened: Opened = null;
  sent: ReadonlySet<string> = new Set();
  readonly #ground: Ground;
  readonly #send: Task<readonly [string, string | null, Draft], MyComment>;
  readonly #act: Task<readonly [() => Promise<unknown>], unknown>;
  readonly #gates: {send: Gate; act: Gate};
  /** What the last words and the last act were about: where their failure is shown. */
  #sending = '';
  #acted = '';
  /** The box whose text cannot be sent as it is. */
  #faulty: string | null = null;
  #heard = 0;
  /** What came of an act that leaves nothing else to see. */
  #done: {id: string; words: () => string} | null = null;

  constructor(ground: Ground) {
    const {element, client, changed} = ground;
    this.#ground = ground;
    this.#gates = {send: new Gate(element), act: new Gate(element)};
    this.#send = new Task(element, {autoRun: false, task: async ([threadId, parentId, {text, name, key}]) => {
      const sent = await acts.post(client(), acts.newComment(threadId, parentId, text, name), key);
      this.sent = new Set([...this.sent, sent.comment.id]);
      await changed();
      return sent;
    }});
    this.#act = new Task(element, {autoRun: false, task: async ([act]) => {
      await act();
      await changed();
    }});
  }

  get client(): Client { return this.#ground.client(); }
  /** Whether something of the person's own is on its way: what is read meanwhile is not news. */
  get busy(): boolean { return this.#send.status === 1 || this.#act.status === 1; }
  editPath(id: string): string[] { return this.#ground.path(`edit ${id}`); }
  holds(branch: Branch): boolean { return [this.opened?.id, this.#acted, this.#done?.id].some((id) => holds(branch, id)); }

  standing(comment: Comment) { return standing(comment); }
  waitingActions(comment: Comment) { return comment.state === 'held' ? waitingActions(comment, this.opened, (opened) => { this.open(opened); }) : nothing; }

  /** What belongs to the box of a comment or reply. */
  writing(parentId: string | null, reader: Reader): Writing {
    const {path, reviewed, stranger} = this.#ground;
    const place = parentId ?? '';
    const here = this.#sending === place;
    const draft = readDraft(path(place));
    return writing({parentId, draft, fault: this.#faulty === place ? lacking(draft.text, reader) : '', reviewed: reviewed(), sending: here && this.#send.status === 1,
      failure: here && this.#send.status === 3 && this.#send.error, left: this.#gates.send.left, stranger: stranger(), vouched: this.client.vouched}, reader, {
      name: (event) => { this.write(path(place), {name: (event.target as HTMLInputElement).value}); },
      close: () => { this.close(); },
    });
  }

  /** What is opened under a comment, and what came of an act. */
  below(placed: Placed, around: Around): unknown {
    const {comment} = placed;
    const {id} = comment;
    const failure = this.#acted === id && this.#act.status === 3 && this.#act.error;
    if (this.#done?.id === id) return html`<p class="notice success">${icon(check)}<span>${this.#done.words()}</span></p>`;
    if (this.opened?.id !== id) return refusal(failure, unsent);
    if (this.opened.panel === 'reply') return around.reply(comment);
    const path = this.editPath(id);
    return panel(this.opened.panel, placed, {sending: this.#act.status === 1, failure, left: this.#gates.act.left,
      fault: this.#faulty === path.at(-1) ? lacking(readDraft(path).text, around.reader) : ''}, around.reader, this);
  }

  news({formats}: Reader): unknown {
    const count = news(...this.#ground.views());
    return count ? html`<button class="pill" part="news" @click=${() => { void this.#readNews(); }}>${this.#newsWords(count, formats)}</button>` : nothing;
  }

  /** Others have written: said once for each number of new comments. */
  tellNews(): void {
    const {views, say, reader} = this.#ground;
    const count = news(...views());
    if (count && count !== this.#heard) say(() => (news(...views()) ? this.#newsWords(count, reader().formats) : ''));
    this.#heard = count;
  }

  write(path: string[], words: Partial<Draft>): void {
    keepDraft(path, words);
    if (words.text !== undefined) this.#faulty = null;
    this.#ground.element.requestUpdate();
  }

  /** What was refused or done elsewhere does not come along. */
  open(opened: Opened): void {
    const from = this.opened;
    this.opened = opened;
    this.#acted = this.#sending = '';
    this.#done = this.#faulty = null;
    this.#ground.element.requestUpdate();
    if (opened) this.#focus(`#c-${opened.id} :is(.panel, form) :is(textarea, select, button)`);
    else if (from) this.#focus(`#c-${from.id} [value=${from.panel === 'reply' ? 'reply' : 'menu'}]`);
  }

  /** A change that was given up is not kept; words that were never sent are. */
  close(): void {
    if (this.opened?.panel === 'edit') clearDraft(this.editPath(this.opened.id));
    this.open(null);
  }

  readonly leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.open(null);
  };

  support(id: string, on: boolean): void {
    this.#done = null;
    void this.act(id, acts.support(this.client, id, on), on ? {fact: 'support'} : {});
  }

  async saveEdit(id: string, before: string): Promise<void> {
    const path = this.editPath(id);
    const draft = readDraft(path);
    if (!draft.at) keepDraft(path, {text: before});
    const {text, key} = readDraft(path);
    if (this.#refuse(path, `#c-${id} .panel textarea`)) return;
    await this.act(id, acts.edit(this.client, id, text, key), {path, said: () => msg('Your change is saved.', {id: 'saved'})});
  }

  async sendWords(parentId: string | null): Promise<void> {
    const {element, id, path, stranger, say} = this.#ground;
    const [place, threadId] = [parentId ?? '', id()];
    const kind = parentId ? 'reply' : 'comment';
    if (this.#send.status === 1 || this.#gates.send.left) return;
    if (stranger()) return this.#signIn();
    if (this.#refuse(path(place), parentId ? `#c-${parentId} form textarea` : 'form textarea')) return;
    const draft = readDraft(path(place));
    if (!element.dispatchEvent(new BeforeWordsEvent(kind, threadId, draft.text, parentId ?? undefined))) return;
    this.#sending = place;
    say(sendingWords);
    await this.#send.run([threadId, parentId, draft]);
    const sent = this.#send.value;
    if (!sent) return this.#failed(this.#send.error, this.#gates.send);
    this.#received(sent, draft, path(place));
    element.dispatchEvent(new WordsEvent(kind, threadId, sent.comment.id, sent.comment.state === 'held'));
  }

  /** Words that changed while these were on their way stay where they are, with who is writing them. */
  #received({comment: {id, state, parentId}}: MyComment, {key, name}: Draft, path: string[]): void {
    keepName(path, name);
    this.#ground.say(() => (state === 'held' ? msg('Received. It is published after review; until then only you see it.', {id: 'received'}) : msg('Your comment is published.', {id: 'published'})));
    if (readDraft(path).key !== key) return;
    clearDraft(path);
    if (parentId && this.opened?.id === parentId) this.opened = null;
    this.#focus(`#c-${id}`);
  }

  async act(id: string, act: () => Promise<unknown>, {fact, said = quiet, shown, path}: Outcome): Promise<void> {
    const {element, say} = this.#ground;
    if (this.#act.status === 1) return;
    this.#acted = id;
    if (this.#gates.act.left) return element.requestUpdate();
    if (fact && !element.dispatchEvent(new ActEvent(`before-${fact}`, id))) return;
    const key = path && readDraft(path).key;
    say(this.opened ? sendingWords : quiet);
    await this.#act.run([act]);
    if (this.#act.status === 3) return this.#failed(this.#act.error, this.#gates.act);
    if (path && readDraft(path).key === key) clearDraft(path);
    if (this.opened) this.open(null);
    if (shown) this.#done = {id, words: said};
    say(said);
    if (fact) element.dispatchEvent(new ActEvent(fact, id));
  }

  /** The reason stands where it happened, as an alert; a sign-in that is lacking is asked for. */
  #failed(failure: unknown, gate: Gate): void {
    const {kind, wait = 0} = failure as Partial<ApiError>;
    this.#ground.say(quiet);
    if (kind === 'person-needed' || kind === 'invalid-credential') void this.#signIn();
    gate.shut(wait);
  }

  /** Whether a text cannot be sent as it is; then that is said under its box. */
  #refuse(path: string[], box: string): boolean {
    if (!lacking(readDraft(path).text, this.#ground.reader())) return false;
    this.#faulty = path.at(-1) ?? '';
    this.#ground.element.requestUpdate();
    this.#focus(box);
    return true;
  }

  /** Whoever has signed in meanwhile is taken note of. */
  async #signIn(): Promise<void> {
    const {element, stranger, changed} = this.#ground;
    if (stranger() && await this.client.known()) await changed();
    else element.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
  }

  #newsWords(count: number, formats: Reader['formats']): string {
    return fill(plural(msg('|One new comment|{n} new comments', {id: 'news'}), count), {n: formats.number(count)});
  }

  async #readNews(): Promise<void> {
    const {element, readNews} = this.#ground;
    const drawn = () => [...element.renderRoot.querySelectorAll<HTMLElement>('#list .comment.published')];
    const known = new Set(drawn().map(({id}) => id));
    await readNews();
    await element.updateComplete;
    const fresh = drawn().find(({id}) => !known.has(id));
    this.#focus(fresh ? `#${fresh.id}` : '#list > li:not(.pinned) .comment');
  }

  /** What is gone by then, a comment that was withdrawn for one, leaves the focus with the list. */
  #focus(selector: string): void {
    const {element} = this.#ground;
    const find = (one: string) => element.renderRoot.querySelector<HTMLElement>(one);
    void element.updateComplete.then(() => new Promise(requestAnimationFrame)).then(() => { (find(selector) ?? find('#list'))?.focus(); });
  }
}
