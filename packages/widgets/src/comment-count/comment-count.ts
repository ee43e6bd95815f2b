import {initialState} from '@lit/task';
import {countOf} from '@shurkum/client/counts';
import type {CommentCount as Count} from '@shurkum/client/counts';
import {clientOf} from '@shurkum/core/api';
import {Formats} from '@shurkum/core/formats';
import {LocaleController} from '@shurkum/core/i18n/locale';
import {commentsInWords} from '@shurkum/core/i18n/words';
import {Presence} from '@shurkum/core/presence';
import {Reading} from '@shurkum/core/reading';
import {LitElement, css, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';

/**
 * Says in words how many comments a thread has. Many on a page make one request.
 *
 * @tag shurkum-comment-count
 * @slot - What is shown before the number is known, and where the API cannot be reached.
 * @csspart count - The words.
 */
export class CommentCount extends LitElement {
  static override styles = css`:host { display: inline } [hidden] { display: none }`;

  /** Base URL of the API and its space; by default the space `default` where this script came from. */
  @property() api?: string;
  /** The thread whose published comments are counted. */
  @property({attribute: 'thread-id'}) threadId = '';
  /** `lazy` waits until the number comes near the reader. */
  @property() loading: 'eager' | 'lazy' = 'eager';

  readonly #locale = new LocaleController(this);
  readonly #presence: Presence = new Presence(this, () => ({client: clientOf(this.api), resource: `thread:${this.threadId}`, live: false}), () => void this.#count.run());
  readonly #count = new Reading(this, {
    args: () => [this.api, this.threadId, this.#presence.near] as const,
    task: async ([api, threadId, near]): Promise<Count | undefined | typeof initialState> =>
      (near ? countOf(clientOf(api), threadId) : initialState),
  });

  override render() {
    const {ready, lang, dir, tag} = this.#locale;
    const count = this.#count.value;
    const known = ready && count;
    return html`${known ? html`<span part="count" lang=${lang} dir=${dir}>${commentsInWords(count.commentCount, new Formats(tag, count.display))}</span>` : nothing}<slot ?hidden=${!!known}></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shurkum-comment-count': CommentCount;
  }
}
