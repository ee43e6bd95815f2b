import {css} from 'lit';

export const styles = css`
  .card { background: var(--_raised); border-radius: calc(var(--_radius) * 1.5); box-shadow: var(--_shadow); padding: calc(var(--_space) * 3) clamp(1rem, 4%, 2rem); }
  .context { display: flex; flex-wrap: wrap; gap: 0 calc(var(--_space) * 2); }
  .state { font-weight: 600; }
  legend { font-weight: 600; margin-block-end: var(--_space); }
  fieldset + fieldset { margin-block-start: calc(var(--_space) * 3); }
  .choice { display: flex; align-items: center; gap: calc(var(--_space) * 1.5); min-block-size: var(--_control-size); padding: var(--_space) calc(var(--_space) * 1.5);
    background: var(--_surface); border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); margin-block-start: var(--_space); }
  label.choice { cursor: pointer; }
  label.choice:hover { border-color: var(--_border); }
  .choice:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); }
  .choice:has(:focus-visible) { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .choice input:focus-visible { outline: 0; }
  .scale { display: grid; grid-template-columns: repeat(auto-fit, minmax(3rem, 1fr)); gap: 0 var(--_space); }
  .scale .choice { flex-direction: column; justify-content: center; gap: 0; padding: var(--_space) 0; }
  .ends { justify-content: space-between; }
  .rows { list-style: none; margin: 0; padding: 0; }
  .rows .quiet { min-inline-size: var(--_control-size); border-color: var(--_hair); color: var(--_text); font-size: 1.125em; }
  .grow { flex: 1; }
  .place { min-inline-size: 1.75em; text-align: center; font-variant-numeric: tabular-nums; }
  .remainder { font-weight: 600; position: sticky; inset-block-start: 0; background: var(--_raised); z-index: 1; }
  .primary { min-inline-size: 9rem; }
  table { inline-size: 100%; border-spacing: 0; }
  th, td { padding: var(--_space) 0 0; text-align: start; font-weight: 400; vertical-align: baseline; }
  td, thead th + th { inline-size: 1%; padding-inline-start: calc(var(--_space) * 2); text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .share { font-weight: 600; }
  .drawn { padding: 0 0 var(--_space); line-height: 1; }
  .own, .mine .share { color: var(--_accent); }
  .bar { display: block; margin-block-start: .35rem; }
  .track { fill: var(--_hair); }
  .fill { fill: var(--_muted); }
  .mine .fill { fill: var(--_accent); }
  .fill { transform-origin: 0 50%; animation: grow .2s ease-out; }
  @keyframes grow { from { transform: scaleX(0); } }
  .decided { border-inline-start: 3px solid var(--_accent); padding-inline-start: calc(var(--_space) * 2); }
  h3 { font-size: 1.125em; font-weight: var(--_heading-weight); }
  @media (forced-colors: active) { .track { fill: GrayText; } .fill { fill: CanvasText; } .mine .fill { fill: Highlight; } }
`;
