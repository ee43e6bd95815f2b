/**
 * Lines of a message: our own words, and between them what others wrote or what has a direction of its own. Those are isolated
 * (Unicode bidirectional algorithm, UAX #9): by `<bdi>` in HTML, by isolating marks in plain text and in the subject.
 */
import {html} from 'hono/html';

export type Markup = ReturnType<typeof html>;
export type Piece = string | {text: string; direction: 'auto' | 'ltr'};
export type Line = readonly Piece[];

/** Marks that would reach out of their isolate; marks and joiners that Arabic needs are kept. */
const reaching = /[\u202a-\u202e\u2066-\u2069]/g;
const unbroken = (text: string): string => text.replace(reaching, '').replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Somebody's words, in whatever language. */
export const theirs = (text: string): Piece => ({text: unbroken(text), direction: 'auto'});
/** A reference, an address: left to right everywhere. */
export const latin = (text: string): Piece => ({text: unbroken(text), direction: 'ltr'});

/** A line of our words with pieces, or whole lines, in their places. */
export function line(words: TemplateStringsArray, ...pieces: (Piece | Line)[]): Line {
  return words.flatMap((word, at) => {
    const piece = pieces[at];
    return [word, ...(piece === undefined ? [] : typeof piece === 'object' && !('text' in piece) ? piece : [piece])];
  }).filter((piece) => piece !== '');
}

const marks = {auto: '\u2068', ltr: '\u2066'} as const;
const end = '\u2069';

export const asText = (pieces: Line): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `${marks[piece.direction]}${piece.text}${end}`)).join('');

export const asHtml = (pieces: Line): Markup =>
  html`${pieces.map((piece) => (typeof piece === 'string' ? piece : html`<bdi dir="${piece.direction}">${piece.text}</bdi>`))}`;
