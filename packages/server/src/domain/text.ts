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
/** Anything but spaces, characters that look like nothing, and marks with no letter to stand on: without one, a text is empty. */
const seen = /[^\s\p{Cc}\p{Cf}\p{Cn}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether nobody would see anything of it: the one rule for texts and for names. */
export const isEmpty = (text: string): boolean => !seen.test(text);

const kindOf = (line: string): Kind => (item.test(line) ? 'list' : quote.test(line) ? 'quote' : 'paragraph');

const joined = (lines: readonly string[]): Inline[] =>
  lines.flatMap((line, index) => (index ? [{type: 'break'} as const, ...inlines(line)] : inlines(line)));

/** The block of these lines; undefined for a list or a quote that says nothing. */
function block(kind: Kind, lines: readonly string[]): Body[number] | undefined {
  const said = (mark: RegExp) => lines.map((line) => line.replace(mark, '').trim()).filter((line) => line !== '');
  if (kind === 'paragraph') return {type: 'paragraph', children: joined(lines.map((line) => line.trimEnd()))};
  const rest = said(kind === 'list' ? item : quote);
  if (!rest.length) return undefined;
  return kind === 'list' ? {type: 'list', items: rest.map(inlines)} : {type: 'quote', children: joined(rest)};
}

const asText = (text: string): Body[number] => ({type: 'paragraph', children: [{type: 'text', text: text.trim()}]});

/**
 * How many nodes a text may become: two hundred, or one for every 25 characters where that is more. A text that is all
 * marks would otherwise grow to many times its length in every answer that holds it.
 */
const nodesAtMost = (text: string): number => Math.max(200, Math.floor(text.length / 25));

const nodesOf = (each: Body[number]): number =>
  1 + (each.type === 'list' ? each.items.reduce((sum, inner) => sum + 1 + inner.length, 0) : each.children.length);

type Run = {kind: Kind; lines: string[]; from: number};

/** Lines of one kind that follow each other; an empty line ends them. */
function runs(lines: readonly string[]): Run[] {
  const found: Run[] = [];
  let open: Run | undefined;
  for (const [from, line] of lines.entries()) {
    const kind = line.trim() ? kindOf(line) : undefined;
    if (kind && open?.kind === kind) open.lines.push(line);
    else if (kind) found.push(open = {kind, lines: [line], from});
    else open = undefined;
  }
  return found;
}

/** The tree of a text; never empty for a text that is not. What is too finely marked is text from there on. */
export function parseText(text: string): Body {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  const blocks: Body = [];
  let left = nodesAtMost(text);
  for (const {kind, lines: mine, from} of runs(lines)) {
    const next = block(kind, mine);
    left -= next ? nodesOf(next) : 0;
    if (left < 0) return [...blocks, asText(lines.slice(from).join('\n'))];
    if (next) blocks.push(next);
  }
  return blocks.length || isEmpty(text) ? blocks : [asText(text)];
}
