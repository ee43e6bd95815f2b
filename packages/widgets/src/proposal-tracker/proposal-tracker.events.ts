type Act = 'support' | 'follow' | 'report';

/** A person is about to support, follow or report a proposal (cancel it to prevent that), or did. */
export class ProposalEvent extends Event {
  readonly reference: string;
  constructor(act: Act | `before-${Act}`, reference: string) {
    super(`shurkum-${act}`, {bubbles: true, composed: true, cancelable: act.startsWith('before')});
    this.reference = reference;
  }
}

declare global {
  interface HTMLElementEventMap {
    'shurkum-before-follow': ProposalEvent;
    'shurkum-follow': ProposalEvent;
  }
}
