/** Acts that several widgets tell of under one name: what the event carries says of what. */
import type {ActEvent} from './comment-thread/comment-thread.events.ts';
import type {ProposalEvent} from './proposal-tracker/proposal-tracker.events.ts';
import type {SupportProposalEvent} from './suggestion-form/suggestion-form.events.ts';

/** `commentId` names a comment, `reference` a proposal. */
export type SupportEvent = ActEvent | ProposalEvent | SupportProposalEvent;
export type ReportEvent = ActEvent | ProposalEvent;

declare global {
  interface HTMLElementEventMap {
    'shurkum-before-support': SupportEvent;
    'shurkum-support': SupportEvent;
    'shurkum-before-report': ReportEvent;
    'shurkum-report': ReportEvent;
  }
}
