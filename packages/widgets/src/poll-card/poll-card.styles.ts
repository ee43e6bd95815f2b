import {css} from 'lit';

export const styles = css`
  .card { background: var(--_raised); border-radius: calc(var(--_radius) * 1.5); box-shadow: var(--_shadow); padding: calc(var(--_space) * 3) clamp(.75rem, 4%, 2rem); }
  .context { margin-block-start: calc(var(--_space) / 2); display: flex; flex-wrap: wrap; gap: 0 calc(var(--_space) * 2); }
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
  .primary { min-inline-size: min(9rem, 100%); }
`;
