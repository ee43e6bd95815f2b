/**
 * A comment as the contract writes it. The parsed text and the official's words are stored as JSON and go into the
 * answer as they are, so a page of comments is joined, not parsed and written again.
 */
import type {CommentState} from '../domain/comment.ts';
import {isTombstone} from '../domain/comment.ts';
import type {ListedRow} from '../store/comment-lists.ts';

const quoted = (text: string | null): string => (text === null ? 'null' : JSON.stringify(text));

export const instant = (time: number): string => new Date(time).toISOString();

const authorJson = ({name, tint, official}: ListedRow): string =>
  `{"name":${quoted(name)},"tint":${tint}${official ? `,"official":${official}` : ''}}`;

/** `replies` is the JSON of a page of replies, or `null` for a reply. */
export function commentJson(row: ListedRow, replies: string): string {
  const gone = isTombstone(row.state as CommentState);
  return `{"id":"${row.id}","parentId":${quoted(row.parent_id)},"state":"${row.state}","reason":${quoted(row.reason)},`
    + `"author":${gone ? 'null' : authorJson(row)},"createdAt":"${instant(row.created_at)}",`
    + `"editedAt":${row.edited_at === null || gone ? 'null' : `"${instant(row.edited_at)}"`},"body":${gone ? 'null' : row.body},`
    + `"supports":${row.supports},"replyCount":${row.reply_count},"replies":${replies},`
    + `"pinned":${row.pinned === 1},"officialAnswer":${gone || !row.answer ? 'null' : row.answer}}`;
}

export const pageJson = (items: readonly string[], nextCursor: string | null): string =>
  `{"items":[${items.join(',')}],"nextCursor":${quoted(nextCursor)}}`;

/** A comment as its author sees it. */
export const myCommentJson = (comment: string, source: string, editableUntil: number | null): string =>
  `{"comment":${comment},"text":${JSON.stringify(source)},"editableUntil":${editableUntil === null ? 'null' : `"${instant(editableUntil)}"`}}`;
