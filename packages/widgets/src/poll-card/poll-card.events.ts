import type {Answer} from './poll-card.model.ts';

/** A person is about to vote. Cancel it to keep the ballot from being sent. */
export class BeforeVoteEvent extends Event {
  readonly pollId: string;
  readonly answers: readonly Answer[];
  constructor(pollId: string, answers: readonly Answer[]) {
    super('shurkum-before-vote', {bubbles: true, composed: true, cancelable: true});
    this.pollId = pollId;
    this.answers = answers;
  }
}

/** A ballot was cast, or changed, and the API has it. */
export class VoteEvent extends Event {
  readonly pollId: string;
  readonly answers: readonly Answer[];
  constructor(pollId: string, answers: readonly Answer[]) {
    super('shurkum-vote', {bubbles: true, composed: true});
    this.pollId = pollId;
    this.answers = answers;
  }
}

/** Tells the page that a person is needed; it opens its own sign-in. */
export const askToSignIn = (element: Element): void => {
  element.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
};

declare global {
  interface HTMLElementEventMap {
    'shurkum-before-vote': BeforeVoteEvent;
    'shurkum-vote': VoteEvent;
  }
}
