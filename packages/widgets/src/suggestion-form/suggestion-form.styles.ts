import {css} from 'lit';

export const styles = css`
  .card { background: var(--_raised); border-radius: calc(var(--_radius) * 1.5); box-shadow: var(--_shadow); padding: calc(var(--_space) * 3) clamp(.75rem, 4%, 2rem); max-inline-size: 50em; margin-inline: auto; gap: calc(var(--_space) * 3); }
  .card form { gap: calc(var(--_space) * 3); }
  .intro { margin-block-start: calc(var(--_space) / 2); max-inline-size: 44em; }
  .context { margin-block-start: var(--_space); display: flex; flex-wrap: wrap; gap: calc(var(--_space) / 2) calc(var(--_space) * 2); }
  .context time { display: inline-block; }
  .step { font-weight: 600; color: var(--_accent); padding-block-end: var(--_space); border-block-end: 1px solid var(--_hair); }
  .step:focus { outline: 0; }
  .step:focus-visible { outline: 2px solid var(--_focus); outline-offset: 4px; }
  .question { display: grid; gap: calc(var(--_space) / 2); grid-template-columns: minmax(0, 1fr); max-inline-size: 44em; }
  .question > label:not(.choice), legend { font-weight: 600; }
  .question :is(label, legend) .muted { font-weight: 400; }
  .fault { display: flex; gap: .4em; }
  .fault .icon { margin-block-start: .2em; }
  .faulty { border-inline-start: 3px solid var(--_danger); padding-inline-start: calc(var(--_space) * 1.5); }
  .faulty :is(input, textarea, select) { border-color: var(--_danger); }
  .acts .primary { min-inline-size: min(9rem, 100%); }
`;
