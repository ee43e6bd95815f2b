type Kind = 'comment' | 'reply';
type Act = 'support' | 'report';

/** A person is about to comment or reply. Cancel it to keep the words from being sent. */
export class BeforeWordsEvent extends Event {
  readonly threadId: string;
  readonly text: string;
  /** What is replied to; nothing for a comment of its own. */
  readonly parentId: string | undefined;
  constructor(kind: Kind, threadId: string, text: string, parentId: string | undefined) {
    super(`shurkum-before-${kind}`, {bubbles: true, composed: true, cancelable: true});
    this.threadId = threadId;
    this.text = text;
    this.parentId = parentId;
  }
}

/** A comment or reply was sent; `held` where it waits for review. */
export class WordsEvent extends Event {
  readonly threadId: string;
  readonly commentId: string;
  readonly held: boolean;
  constructor(kind: Kind, threadId: string, commentId: string, held: boolean) {
    super(`shurkum-${kind}`, {bubbles: true, composed: true});
    this.threadId = threadId;
    this.commentId = commentId;
    this.held = held;
  }
}

/** A person is about to support or report a comment (cancel it to prevent that), or did. */
export class ActEvent extends Event {
  readonly commentId: string;
  constructor(act: Act | `before-${Act}`, commentId: string) {
    super(`shurkum-${act}`, {bubbles: true, composed: true, cancelable: act.startsWith('before')});
    this.commentId = commentId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'shurkum-before-comment': BeforeWordsEvent;
    'shurkum-before-reply': BeforeWordsEvent;
    'shurkum-comment': WordsEvent;
    'shurkum-reply': WordsEvent;
  }
}
