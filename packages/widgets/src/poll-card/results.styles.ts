import {css} from 'lit';

/** How a tally looks; comes with it. */
export const styles = css`
  h3 { font-size: 1.125em; font-weight: var(--_heading-weight); }
  #results { margin-block-end: calc(var(--_space) * -1); }
  .decision { white-space: pre-line; }
  .decided { border-inline-start: 3px solid var(--_accent); padding-inline-start: calc(var(--_space) * 2); }
  table { inline-size: 100%; border-spacing: 0; }
  th, td { padding: var(--_space) 0 0; text-align: start; font-weight: 400; vertical-align: baseline; }
  td, thead th + th { inline-size: 1%; padding-inline-start: min(calc(var(--_space) * 2), 16px); text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  thead th { padding-block-start: 0; }
  .share { font-weight: 600; }
  .drawn { padding: 0 0 var(--_space); line-height: 1; }
  td.drawn { inline-size: auto; padding-inline: 0; }
  .mine .share { color: var(--_accent); }
  .bar { display: block; margin-block-start: .35rem; }
  .track { fill: var(--_hair); }
  .fill { fill: var(--_muted); }
  .mine .fill { fill: var(--_accent); }
  @media (prefers-reduced-motion: no-preference) { .fill { transform-origin: 0 50%; animation: grow .2s ease-out; } }
  @keyframes grow { from { transform: scaleX(0); } }
  @media (forced-colors: active) {
    .bar { overflow: visible; forced-color-adjust: none; }
    .track { fill: Canvas; stroke: CanvasText; }
    .fill { fill: CanvasText; }
    .mine .fill { fill: Highlight; }
  }
`;
