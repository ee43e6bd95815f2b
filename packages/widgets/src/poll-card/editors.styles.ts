import {css} from 'lit';

/** How the editors of ratings, rankings and points look; comes with them. */
export const styles = css`
  .rows { list-style: none; margin: 0; padding: 0; }
  .rows .quiet { min-inline-size: var(--_control-size); border-color: var(--_hair); color: var(--_text); font-size: 1.125em; }
  .rows [aria-disabled=true] { opacity: .4; cursor: default; background: none; }
  .rows .choice { flex-wrap: wrap; }
  .grow { flex: 1 1 6em; }
  .place { min-inline-size: 1.75em; text-align: center; font-variant-numeric: tabular-nums; }
  .remainder { font-weight: 600; position: sticky; inset-block-start: 0; background: var(--_raised); z-index: 1; }
  .scale { display: flex; flex-wrap: wrap; gap: 0 var(--_space); }
  .half { flex: 1 1 14rem; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: var(--_space); }
  .half .choice { flex-direction: column; justify-content: center; gap: 0; padding: var(--_space) 0; }
  .scale + .end { margin-block-start: var(--_space); text-align: end; }
`;
