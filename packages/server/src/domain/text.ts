/**
 * The closed text syntax: paragraphs, `*emphasis*`, lists, `> ` quotes, links. Whatever is not of the syntax is text.
 * Marks that Arabic needs (direction, joiners) are kept as they were written.
 */
import type {Schema} from '@shurkum/contract';
import {inlines} from './inlines.ts';
import type {Inline} from './inlines.ts';

export type Body = Schema<'Body'>;
type Kind = 'paragraph' | 'list' | 'quote';

const item = /^[ \t]{0,8}[-*•] /u;
const quote = /^> ?/u;
/** Anything but letters that look like nothing: a text without one is empty. */
const seen = /[^\s\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]/u;

export const isEmpty = (text: string): boolean => !seen.test(text);

const kindOf = (line: string): Kind => (item.test(line) ? 'list' : quote.test(line) ? 'quote' : 'paragraph');

const joined = (lines: readonly string[]): Inline[] =>
  lines.flatMap((line, index) => (index ? [{type: 'break'} as const, ...inlines(line)] : inlines(line)));

function block(kind: Kind, lines: readonly string[]): Body[number] {
  if (kind === 'list') return {type: 'list', items: lines.map((line) => inlines(line.replace(item, '').trimEnd()))};
  if (kind === 'quote') return {type: 'quote', children: joined(lines.map((line) => line.replace(quote, '').trimEnd()))};
  return {type: 'paragraph', children: joined(lines.map((line) => line.trimEnd()))};
}

/** The tree of a text; never empty for a text that is not. */
export function parseText(text: string): Body {
  const blocks: Body = [];
  let kind: Kind | undefined;
  let lines: string[] = [];
  const close = () => {
    if (kind && lines.length) blocks.push(block(kind, lines));
    kind = undefined;
    lines = [];
  };
  for (const line of text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')) {
    if (!line.trim()) {
      close();
      continue;
    }
    const next = kindOf(line);
    if (next !== kind) close();
    kind = next;
    lines.push(line);
  }
  close();
  return blocks;
}
