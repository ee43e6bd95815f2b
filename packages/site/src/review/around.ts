/** What stands around a form's pages: the heading, and what is said where nothing can be sent just now. */
import {html} from 'hono/html';
import type {Language, Markup} from '../pages/layout.ts';
import type {Shown} from './draw.ts';
import {words} from './words.ts';
import type {Say} from './words.ts';

export const framed = (title: string, inside: Markup): Markup => html`<div class="narrow asking"><h1>${title}</h1>${inside}</div>`;

export const explained = (why: string, path: string, language: Language): Markup =>
  html`<p>${why}</p><p><a href="${path}?lang=${language}">${words[language].back}</a></p>`;

/** Why nothing can be sent, with what was typed: it is not lost. */
export const kept = (why: string, {view, language}: Shown, posted: URLSearchParams): Markup => html`<p>${why}</p>
  ${(['title', 'text'] as const).filter((name) => posted.get(name)).map((name) => html`<h2>${name === 'title' ? words[language].title : words[language].text[view.form.kind]}</h2><p class="typed" dir="auto">${posted.get(name)}</p>`)}`;

/** The same post once more, by the same ticket. */
export const retry = ({view, language, path}: Shown, posted: URLSearchParams, say: Say): Markup => html`<p>${say.later.why}</p>
  <form method="post" action="${path}/send?lang=${language}" class="ask">${[...posted].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <p><button>${say.send[view.form.kind]}</button></p></form>`;
