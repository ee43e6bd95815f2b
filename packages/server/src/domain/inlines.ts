/** One line of text as inline nodes: text, emphasis, links. One pass, no going back. */
import type {Schema} from '@shurkum/contract';
import {addressEnd, isLink, runEnd, schemeAt} from './links.ts';

export type Inline = Schema<'Inline'>;

const word = /[\p{L}\p{N}]/u;
const isWord = (character: string) => character !== '' && word.test(character);
const isSpace = (character: string) => character === '' || /\s/u.test(character);

/** Collects nodes; an opening mark is remembered by its place in the text, until a link or a closing mark ends that text. */
class Line {
  readonly nodes: Inline[] = [];
  #open: {'*'?: number; _?: number} = {};
  #text = '';

  text(piece: string): void { this.#text += piece; }

  link(href: string): void {
    this.#flush();
    this.nodes.push({type: 'link', href});
    this.#open = {};
  }

  mark(mark: '*' | '_', mayOpen: boolean, mayClose: boolean): void {
    const opener = this.#open[mark];
    if (mayClose && opener !== undefined && opener + 1 < this.#text.length) {
      const inner = this.#text.slice(opener + 1);
      this.#text = this.#text.slice(0, opener);
      this.#flush();
      this.nodes.push({type: 'emphasis', text: inner});
      this.#open = {};
      return;
    }
    if (mayOpen) this.#open[mark] = this.#text.length;
    this.#text += mark;
  }

  #flush(): void {
    if (this.#text) this.nodes.push({type: 'text', text: this.#text});
    this.#text = '';
  }

  end(): Inline[] {
    this.#flush();
    return this.nodes;
  }
}

/** Takes the address that starts at `at` (maybe behind `<`), as a link or as text; returns where to go on. */
function takeAddress(line: Line, text: string, at: number): number {
  const bracket = text[at] === '<';
  const start = bracket ? at + 1 : at;
  const end = runEnd(text, start);
  const closed = bracket && text[end] === '>';
  const last = closed ? end : addressEnd(text, start, end);
  const address = text.slice(start, last);
  if (!isLink(address)) {
    line.text(text.slice(at, end));
    return end;
  }
  if (bracket && !closed) line.text('<');
  line.link(address);
  return closed ? end + 1 : last;
}

export function inlines(text: string): Inline[] {
  const line = new Line();
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const before = at ? text.charAt(at - 1) : '';
    const after = text.charAt(at + 1);
    if (character === '*' || character === '_') {
      line.mark(character, !isWord(before) && !isSpace(after), !isSpace(before) && !isWord(after));
      at += 1;
    } else if ((character === '<' && schemeAt(text, at + 1)) || (schemeAt(text, at) && !isWord(before))) {
      at = takeAddress(line, text, at);
    } else {
      line.text(character);
      at += 1;
    }
  }
  return line.end();
}
