import {css} from 'lit';

export const styles = css`
  .top { justify-content: space-between; }
  .segments { display: flex; flex-wrap: wrap; border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); padding: 2px; }
  .segments button { border: 0; min-block-size: 2.25rem; padding: 0 calc(var(--_space) * 1.5); color: var(--_muted); }
  .segments [aria-pressed=true] { background: var(--_raised); color: var(--_text); font-weight: 600; box-shadow: inset 0 0 0 1px var(--_hair); }
  summary { cursor: pointer; min-block-size: 1.75rem; color: var(--_accent); inline-size: fit-content; text-decoration: underline; text-underline-offset: .3em; text-decoration-thickness: 1px; }
  .policy p { white-space: pre-line; padding-block: var(--_space); max-inline-size: 44em; }
  .compose { background: var(--_raised); border-radius: calc(var(--_radius) * 1.5); padding: calc(var(--_space) * 2); gap: var(--_space); }
  .compose textarea { margin-block-start: calc(var(--_space) / 2); }
  .compose .more { display: grid; gap: var(--_space) calc(var(--_space) * 3); grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); align-items: end; }
  .list, .replies { list-style: none; margin: 0; padding: 0; }
  .list:focus { outline: 0; }
  .branch { padding-block: calc(var(--_space) * 2.5); border-block-start: 1px solid var(--_hair); content-visibility: auto; contain-intrinsic-size: auto 11rem; }
  /* Containment would cut the ring. */
  .branch:focus-within { content-visibility: visible; }
  .branch:first-child { border: 0; padding-block-start: 0; }
  @media print { .branch { content-visibility: visible; } }
  .comment { scroll-margin-block: 4rem; border-radius: var(--_radius); outline-offset: 4px; }
  .byline { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--_space); align-items: center; }
  .byline .row { gap: 0 var(--_space); }
  time:focus::after { content: ' · ' attr(title); }
  .disc { inline-size: 2.25rem; block-size: 2.25rem; flex: none; }
  .disc text { fill: currentColor; font-weight: 600; }
  .badge { display: inline-flex; align-items: center; gap: .35em; color: var(--_accent); font-weight: 600; }
  .text { margin-block-start: var(--_space); max-inline-size: 44em; display: grid; gap: .75em; grid-template-columns: minmax(0, 1fr); }
  .text ul { list-style: disc; padding-inline-start: 1.5em; }
  /* The marks stand where the list begins, each line runs its own way. */
  .text li { unicode-bidi: plaintext; }
  .text blockquote { border-inline-start: 3px solid var(--_hair); padding-inline-start: 1em; color: var(--_muted); }
  .actions { margin-block-start: calc(var(--_space) / 2); margin-inline-start: calc(var(--_space) * -1); gap: 0 calc(var(--_space) / 2); font-size: .9375em; }
  .replies { margin-block-start: calc(var(--_space) * 2); margin-inline-start: 1.125rem; padding-inline-start: clamp(.75rem, 3%, 1.5rem); border-inline-start: 2px solid var(--_hair); display: grid; gap: calc(var(--_space) * 2.5); grid-template-columns: minmax(0, 1fr); }
  .held, .rejected { border-inline-start: 2px dashed var(--_warning); padding-inline-start: calc(var(--_space) * 1.5); }
  .standing { display: flex; gap: .4em; margin-block: calc(var(--_space) / 2); }
  .answer, .branch.pinned { background: var(--_raised); border-radius: var(--_radius); padding: calc(var(--_space) * 2); }
  .branch.pinned { border: 0; margin-block-end: var(--_space); }
  .branch.pinned .answer { background: var(--_surface); }
  .pinned + .branch:not(.pinned) { border: 0; }
  .answer { margin-block-start: calc(var(--_space) * 1.5); border-inline-start: 3px solid var(--_accent); }
  .answer b { color: var(--_accent); }
  .panel { margin-block: var(--_space); padding: calc(var(--_space) * 1.5); border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); }
  .comment .compose { margin-block: var(--_space); }
  .pill { justify-self: center; border-radius: 99rem; background: var(--_surface); color: var(--_accent); border-color: var(--_accent); position: sticky; inset-block-start: var(--_space); z-index: 1; }
  .further { justify-self: start; }
  .branch > .further { margin-inline-start: 1.125rem; color: var(--_accent); }
`;
