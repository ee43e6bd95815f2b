/** Pure questions that only taking part asks: they come with it. */
import type {Branch, MyComment} from './comment-thread.model.ts';

/** Whether a comment stands in a branch, as its top or among its replies. */
export const holds = ({comment, replies}: Branch, id: string | undefined): boolean =>
  !!id && (comment.id === id || replies.some((reply) => reply.comment.id === id));

export const mayEdit = (mine: MyComment | undefined, now: number): boolean => !!mine?.editableUntil && Date.parse(mine.editableUntil) > now;
