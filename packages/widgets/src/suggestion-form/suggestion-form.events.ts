import type {NewSuggestion} from './late/answers.model.ts';
import type {Receipt} from './suggestion-form.model.ts';

/** A person is about to send what they wrote. Cancel it to keep it from being sent. */
export class BeforeSubmitEvent extends Event {
  readonly formId: string;
  /** What would be sent, as the API takes it. */
  readonly suggestion: NewSuggestion;
  constructor(formId: string, suggestion: NewSuggestion) {
    super('shurkum-before-submit', {bubbles: true, composed: true, cancelable: true});
    this.formId = formId;
    this.suggestion = suggestion;
  }
}

/** It was sent, and the API has it. The tracking secret of a guest is told to nobody but them. */
export class SubmitEvent extends Event {
  readonly formId: string;
  readonly reference: string;
  readonly public: boolean;
  readonly dueOn: string | null;
  constructor(formId: string, {reference, public: published, dueOn}: Receipt) {
    super('shurkum-submit', {bubbles: true, composed: true});
    this.formId = formId;
    this.reference = reference;
    this.public = published;
    this.dueOn = dueOn;
  }
}

/** A person is about to support a proposal in place of writing their own (cancel it to prevent that), or did. */
export class SupportProposalEvent extends Event {
  readonly reference: string;
  constructor(act: 'support' | 'before-support', reference: string) {
    super(`shurkum-${act}`, {bubbles: true, composed: true, cancelable: act.startsWith('before')});
    this.reference = reference;
  }
}

/** Tells the page that a person is needed; it opens its own sign-in. */
export const askToSignIn = (element: Element): void => {
  element.dispatchEvent(new Event('shurkum-sign-in', {bubbles: true, composed: true}));
};

declare global {
  interface HTMLElementEventMap {
    'shurkum-before-submit': BeforeSubmitEvent;
    'shurkum-submit': SubmitEvent;
  }
}
