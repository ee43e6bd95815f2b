import {css} from 'lit';

export const styles = css`
  .room { container-type: inline-size; }
  h3 { font-size: 1.125em; font-weight: var(--_heading-weight); line-height: 1.45; }
  .between { justify-content: space-between; }
  [tabindex="-1"]:focus { outline: 0; }
  .mine { color: var(--_accent); margin-inline: calc(var(--_space) * -1); text-decoration: underline; text-underline-offset: .3em; text-decoration-thickness: 1px; }
  .narrowing { display: grid; gap: calc(var(--_space) * 1.5); grid-template-columns: minmax(0, 1fr); }
  .seek { display: flex; gap: var(--_space); }
  .words { display: block; flex: 1; min-inline-size: 0; padding: var(--_space) calc(var(--_space) * 1.5); min-block-size: var(--_control-size); background: var(--_surface); border: var(--_border-width) solid var(--_border); appearance: none; }
  .seek, .filter select { margin-block-start: calc(var(--_space) / 2); }
  .seek button { padding: 0 calc(var(--_space) * 1.5); }
  .filters { display: grid; gap: var(--_space) calc(var(--_space) * 1.5); grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); }
  .fold { display: none; justify-self: start; }
  @container (max-width: 36rem) {
    .fold { display: inline-flex; }
    .filters:not(.unfolded) { display: none; }
    .filters { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @container (max-width: 22rem) { .filters { grid-template-columns: minmax(0, 1fr); } }
  .cards { list-style: none; margin: 0; padding: 0; display: grid; gap: calc(var(--_space) * 1.5); grid-template-columns: minmax(0, 1fr); }
  .back { color: var(--_accent); margin-inline-start: calc(var(--_space) * -1); }
  .seeking { opacity: .5; }
  .card { display: grid; gap: calc(var(--_space) * .75); grid-template-columns: minmax(0, 1fr); background: var(--_raised); border-radius: calc(var(--_radius) * 1.5); box-shadow: var(--_shadow);
    padding: calc(var(--_space) * 2) clamp(.75rem, 3%, 1.5rem); position: relative; }
  .card a { color: var(--_text); text-decoration: none; }
  /* The whole card leads where its title leads. */
  .card h3 a::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
  .card a:hover { color: var(--_accent); text-decoration: underline; }
  .card:has(h3 a:focus-visible) { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .card h3 a:focus-visible { outline: 0; }
  .about, .axes { display: flex; flex-wrap: wrap; align-items: center; gap: calc(var(--_space) / 2) calc(var(--_space) * 2); }
  .about { justify-content: space-between; }
  .lead { justify-content: start; }
  .reference { font-variant-numeric: tabular-nums; display: inline-block; unicode-bidi: isolate; }
  .chip { display: inline-flex; align-items: center; gap: .35em; padding: .1em .75em; border-radius: 99rem; font-weight: 600; color: var(--_text); border: 1px solid currentColor; background: var(--_surface); }
  .chip.info { border-color: var(--_info); }
  .chip.success { border-color: var(--_success); }
  .chip.warning { border-color: var(--_warning); }
  .chip.danger { border-color: var(--_danger); }
  .chip.muted { border-color: var(--_border); }
  .info { color: var(--_info); }
  .chip:is(.info, .success, .warning, .danger, .muted) { color: var(--_text); }
  .due { display: inline-flex; gap: .35em; align-items: center; }
  .backers { flex: 1 1 14rem; max-inline-size: 26rem; }
  .bar { display: block; margin-block-start: .35rem; }
  .track { fill: var(--_hair); }
  .fill { fill: var(--_accent); }
  .further { justify-self: start; }
  @media (forced-colors: active) {
    .bar { overflow: visible; forced-color-adjust: none; }
    .track { fill: Canvas; stroke: CanvasText; }
    .fill { fill: Highlight; }
  }
`;
