/** An official's words in a message: the tree that every text is parsed to, as HTML and as plain text. */
import type {Schema} from '@shurkum/contract';
import {html, raw} from 'hono/html';
import type {Markup} from './lines.ts';

type Body = Schema<'Body'>;
type Inline = Schema<'Inline'>;

/** Marks that turn the direction of what follows end with their line at the latest, but need not be let in at all. */
const calm = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

const inlineText = (inline: Inline): string =>
  (inline.type === 'break' ? '\n' : inline.type === 'link' ? inline.href : calm(inline.text));

const inlineHtml = (inline: Inline): Markup | string => {
  switch (inline.type) {
    case 'break': return html`<br>`;
    case 'link': return html`<a href="${inline.href}" dir="ltr" style="color:#0b6e69;word-break:break-word">${inline.href}</a>`;
    case 'emphasis': return html`<strong>${calm(inline.text)}</strong>`;
    case 'text': return calm(inline.text);
  }
};

/** The direction of its own letters; a line that has none, such as an address alone, stands as the message does. */
const direction = (children: readonly Inline[]): 'dir="auto"' | '' =>
  (children.some((inline) => (inline.type === 'text' || inline.type === 'emphasis') && /\p{L}/u.test(inline.text)) ? 'dir="auto"' : '');

const linesOf = (children: readonly Inline[]): string => children.map(inlineText).join('');

export const bodyText = (body: Body): string => body.map((block) => (block.type === 'list'
  ? block.items.map((item) => `- ${linesOf(item)}`).join('\n')
  : linesOf(block.children))).join('\n\n');

export const bodyHtml = (body: Body): Markup => html`${body.map((block) => {
  if (block.type === 'list') return html`<ul style="margin:0 0 12px;padding-inline-start:22px">${block.items.map((item) => html`<li ${raw(direction(item))}>${item.map(inlineHtml)}</li>`)}</ul>`;
  const children = block.children.map(inlineHtml), dir = raw(direction(block.children));
  return block.type === 'quote' ? html`<blockquote ${dir} style="margin:0 0 12px 0">${children}</blockquote>` : html`<p ${dir} style="margin:0 0 12px">${children}</p>`;
})}`;
