/**
 * Icons of Lucide (ISC License, © Lucide Icons and Contributors), each as one path of a 24 × 24 box. What only one widget
 * draws stands in its folder: others do not load it.
 */
import {html} from 'lit';
import type {TemplateResult} from 'lit';

export const clock = 'M12 6v6l4 2M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20';
export const check = 'M20 6 9 17l-5-5';
export const alert = 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M12 8v4M12 16h.01';

/** Decoration beside a word, never the word itself. `points`: it is mirrored where text runs from the right. */
export const icon = (path: string, points = false): TemplateResult =>
  html`<svg class=${points ? 'icon points' : 'icon'} viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
