/** What may happen to a comment, by whom, until when. */
import type {Schema} from '@shurkum/contract';
import {isEmpty} from './text.ts';

export type CommentState = Schema<'CommentState'>;
export type ThreadState = Schema<'ThreadState'>;
export type ReasonCode = Schema<'ReasonCode'>;

const editableFor = 10 * 60_000;

export const isTombstone = (state: CommentState): boolean => state === 'removed' || state === 'withdrawn';

/** A comment everyone sees: published, or the place of one that is gone while something stands below it. */
export const isListed = (state: CommentState, listedChildren: number): boolean =>
  state === 'published' || (isTombstone(state) && listedChildren > 0);

/** Until when its author may change it (milliseconds), or null. */
export const editableUntil = (state: CommentState, createdAt: number, now: number): number | null =>
  ((state === 'published' || state === 'held') && now < createdAt + editableFor ? createdAt + editableFor : null);

/** A name as it is shown, or null where nothing of it can be seen. */
export const displayName = (name: string | undefined): string | null => {
  const trimmed = name?.trim() ?? '';
  return isEmpty(trimmed) ? null : trimmed;
};

/** Which of the twelve tints stands for a person. */
export const tintOf = (person: string): number => {
  let sum = 0;
  for (let at = 0; at < person.length; at += 1) sum = (sum * 31 + person.charCodeAt(at)) >>> 0;
  return sum % 12;
};
