/** The text of a comment: a tree of known nodes drawn as elements. A node that this version does not know is left out. */
import type {Schema} from '@shurkum/contract';
import {html, nothing} from 'lit';

type Inline = Schema<'Inline'>;
type Block = Schema<'Block'>;

/** Second lock after the server's: only these may become a link. */
const followable = /^(https?:\/\/|mailto:)/i;

function inline(node: Inline): unknown {
  switch (node.type) {
    case 'text': return node.text;
    case 'emphasis': return html`<strong>${node.text}</strong>`;
    case 'break': return html`<br>`;
    case 'link': return followable.test(node.href)
      ? html`<a href=${node.href} rel="nofollow ugc noopener noreferrer" dir="ltr">${node.href}</a>` : node.href;
    default: return nothing;
  }
}

function block(node: Block): unknown {
  switch (node.type) {
    case 'list': return html`<ul dir="auto">${node.items.map((line) => html`<li>${line.map(inline)}</li>`)}</ul>`;
    case 'quote': return html`<blockquote dir="auto">${node.children.map(inline)}</blockquote>`;
    case 'paragraph': return html`<p dir="auto">${node.children.map(inline)}</p>`;
    default: return nothing;
  }
}

export const richText = (body: Schema<'Body'>): unknown => body.map(block);
