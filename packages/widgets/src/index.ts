/** The elements as classes and their events; importing this defines no tag. */
export {CommentCount} from './comment-count/comment-count.ts';
export {CommentThread} from './comment-thread/comment-thread.ts';
export * from './comment-thread/comment-thread.events.ts';
export {PollCard} from './poll-card/poll-card.ts';
export * from './poll-card/poll-card.events.ts';
