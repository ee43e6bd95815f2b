/** The elements as classes and their events; importing this defines no tag. */
export {CommentCount} from './comment-count/comment-count.ts';
export {CommentThread} from './comment-thread/comment-thread.ts';
export * from './comment-thread/comment-thread.events.ts';
export {PollCard} from './poll-card/poll-card.ts';
export * from './poll-card/poll-card.events.ts';
export {ProposalTracker} from './proposal-tracker/proposal-tracker.ts';
export * from './proposal-tracker/proposal-tracker.events.ts';
export {SuggestionForm} from './suggestion-form/suggestion-form.ts';
export {BeforeSubmitEvent, SubmitEvent, SupportProposalEvent} from './suggestion-form/suggestion-form.events.ts';
export type {ReportEvent, SupportEvent} from './shared.events.ts';
