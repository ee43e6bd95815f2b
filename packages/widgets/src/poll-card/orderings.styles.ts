import {css} from 'lit';

/** How the editors of rankings and points look; comes with them. */
export const styles = css`
  .rows { list-style: none; margin: 0; padding: 0; }
  .rows .quiet { min-inline-size: var(--_control-size); border-color: var(--_hair); color: var(--_text); font-size: 1.125em; }
  .grow { flex: 1; }
  .place { min-inline-size: 1.75em; text-align: center; font-variant-numeric: tabular-nums; }
  .remainder { font-weight: 600; position: sticky; inset-block-start: 0; background: var(--_raised); z-index: 1; }
`;
