import {Linter} from 'eslint';
import tseslint from 'typescript-eslint';
import {describe, expect, it} from 'vitest';
// @ts-expect-error: plain JavaScript, as ESLint reads it.
import house from './house-rules.mjs';

/** What one house rule says about a piece of code that would stand at `filename`. */
function said(rule: string, code: string, filename: string): string[] {
  const linter = new Linter({cwd: process.cwd()});
  const config = [{files: ['**/*.ts'], languageOptions: {parser: tseslint.parser}, plugins: {house}, rules: {[`house/${rule}`]: 'error'}}];
  return linter.verify(code, config as never, {filename: `${process.cwd()}/${filename}`}).map((message) => message.message);
}
const card = 'packages/widgets/src/poll-card/poll-card.ts';

const cases: [rule: string, filename: string, bad: string, good: string][] = [
  ['listed-imports', card, "import {Hono} from 'hono';", "import {html} from 'lit';"],
  ['no-html-sinks', card, 'element.innerHTML = text;', 'element.textContent = text;'],
  ['fetch-door', card, "void fetch('/v1');", 'void client.fetch();'],
  ['logical-css', card, 'css`:host { margin-left: 1px }`', 'css`:host { margin-inline-start: 1px }`'],
  ['logical-css', card, 'css`p { text-align: right }`', 'css`p { text-align: end }`'],
  ['token-door', card, 'css`p { color: var(--shurkum-color-text) }`', 'css`p { color: var(--_color-text) }`'],
  ['locale-door', card, 'configureReentrantLocalization({});', 'plural(2);'],
  ['names-agree', 'packages/widgets/src/poll-card/define.ts', "customElements.define('shurkum-poll', PollCard);", "customElements.define('shurkum-poll-card', PollCard);"],
  ['said-words', card, 'html`<p>Vote</p>`', "html`<p>${msg('Vote')}</p>`"],
];

describe('the rules of the house', () => {
  it.each(cases)('%s: refuses the wrong way and takes the right one (%s)', (rule, filename, bad, good) => {
    expect(said(rule, bad, filename)).toHaveLength(1);
    expect(said(rule, good, filename)).toEqual([]);
  });
});
