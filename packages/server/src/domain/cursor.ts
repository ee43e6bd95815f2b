/**
 * Opaque cursors: where a page ended, and of which list, so that a cursor of another list is refused. A position is made
 * of what its reader has already seen (a comment's id, its supports), never of a place in the database: places count what
 * is hidden too.
 */
import {digest} from './digest.ts';
import {Refusal} from './refusal.ts';

export type Position = readonly (string | number)[];

const toBase64Url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromBase64Url = (text: string) => atob(text.replaceAll('-', '+').replaceAll('_', '/'));

/** `list` names everything that makes the list what it is: space, thread, order, parent. */
export const cursorOf = (list: readonly string[], position: Position): string =>
  toBase64Url(JSON.stringify([digest(JSON.stringify(list)), ...position]));

export const invalidCursor = (): Refusal => new Refusal('invalid-cursor', [{pointer: 'cursor', code: 'cursor'}]);

function parse(cursor: string): unknown {
  try {
    return JSON.parse(fromBase64Url(cursor));
  } catch {
    return undefined;
  }
}

/** The position, whose parts must be of the kinds of `like`; else `invalid-cursor`. */
export function positionOf<P extends Position>(cursor: string, list: readonly string[], like: P): P {
  const found = parse(cursor);
  if (!Array.isArray(found) || found.length !== like.length + 1) throw invalidCursor();
  const [tag, ...position] = found as unknown[];
  if (tag !== digest(JSON.stringify(list))) throw invalidCursor();
  const fits = position.every((part, index) =>
    typeof part === typeof like[index] && (typeof part === 'string' ? /^[A-Za-z0-9_-]*$/.test(part) : Number.isSafeInteger(part)));
  if (!fits) throw invalidCursor();
  return position as unknown as P;
}
