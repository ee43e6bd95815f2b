/** The few controls and nouns that every widget draws. */
import {css} from 'lit';

export const controls = css`
  *, ::before { box-sizing: border-box; }
  h2, h3, p, ul, blockquote, fieldset, legend, table, dl, dd { margin: 0; padding: 0; border: 0; font-weight: inherit; min-inline-size: 0; }
  h2 { font-size: 1.375em; line-height: 1.35; font-weight: var(--_heading-weight); }
  a { color: var(--_accent); text-underline-offset: .25em; }
  button, input, textarea, select, .button { font: inherit; color: var(--_text); margin: 0; border-radius: var(--_radius); }
  button, .button { display: inline-flex; align-items: center; justify-content: center; gap: var(--_space); cursor: pointer;
    min-block-size: var(--_control-size); padding: 0 calc(var(--_space) * 2); background: transparent;
    border: var(--_border-width) solid var(--_border); }
  button:hover { background: color-mix(in srgb, var(--_accent) 9%, transparent); }
  button:is(:disabled, [aria-disabled=true]) { opacity: .6; cursor: default; }
  .primary, .primary:hover { background: var(--_accent); color: var(--_on-accent); border-color: var(--_accent); font-weight: 600; }
  .primary:hover { opacity: .9; }
  .quiet { border-color: transparent; color: var(--_muted); padding: 0 var(--_space); gap: .35em; min-inline-size: 1.75em; }
  .quiet[aria-pressed=true] { color: var(--_accent); font-weight: 600; }
  textarea, input:not([type]), select { display: block; inline-size: 100%; padding: var(--_space) calc(var(--_space) * 1.5);
    background: var(--_surface); border: var(--_border-width) solid var(--_border); min-block-size: var(--_control-size); }
  textarea { field-sizing: content; resize: vertical; min-block-size: 5.5em; max-block-size: 24em; }
  input[type=radio], input[type=checkbox] { inline-size: 1.25em; block-size: 1.25em; accent-color: var(--_accent); flex: none; }
  label { display: block; }
  :focus-visible { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .muted, .hint { color: var(--_muted); }
  .small, .hint { font-size: .875em; }
  .room:lang(ar) :is(.small, .hint) { font-size: .9375em; }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space); }
  .stack { display: grid; gap: calc(var(--_space) * 2); grid-template-columns: minmax(0, 1fr); }
  .icon { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; vertical-align: -.25em; }
  [dir=rtl] .points { transform: scaleX(-1); }
  .notice { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space); padding: var(--_space) calc(var(--_space) * 1.5);
    border-inline-start: 3px solid currentColor; background: var(--_raised); border-radius: var(--_radius); color: var(--_info); outline: 1px solid transparent; }
  .room > .notice { position: sticky; inset-block-start: 0; z-index: 1; margin-block-end: var(--_space); outline-color: currentColor; }
  .notice > :is(p, span, slot) { display: block; flex: 1 1 12em; color: var(--_text); }
  .danger { color: var(--_danger); }
  .success { color: var(--_success); }
  .warning { color: var(--_warning); }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .bones { display: grid; gap: var(--_space); min-block-size: 9em; align-content: start; opacity: 0; animation: come .2s .15s forwards; }
  .bones i { block-size: 1.25em; border-radius: var(--_radius); background: var(--_raised); }
  .bones i:first-child { inline-size: 55%; }
  .bones i:last-child { block-size: 4em; }
  @keyframes come { to { opacity: 1; } }
  @media (prefers-reduced-motion: reduce) { * { animation-duration: 0s !important; transition: none !important; } }
  @media (forced-colors: active) { .primary { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`;
