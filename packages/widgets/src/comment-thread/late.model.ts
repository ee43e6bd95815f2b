/** Pure questions that only taking part asks: they come with it. */
import type {Branch, MyComment, ThreadView} from './comment-thread.model.ts';

/** Whether a comment stands in a branch, as its top or among its replies. */
export const holds = ({comment, replies}: Branch, id: string | undefined): boolean =>
  !!id && (comment.id === id || replies.some((reply) => reply.comment.id === id));

export const mayEdit = (mine: MyComment | undefined, now: number): boolean => !!mine?.editableUntil && Date.parse(mine.editableUntil) > now;

/** How many comments others have published since the list was read. */
export const news = (shown: ThreadView, now: ThreadView | undefined): number =>
  Math.max(0, now && now.thread.sequence > shown.thread.sequence ? now.thread.commentCount - shown.thread.commentCount : 0);
