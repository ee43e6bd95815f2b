import {css} from 'lit';

/** How what came of all suggestions looks; comes with it. */
export const styles = css`
  .figures { display: grid; gap: var(--_space); grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); }
  .figures > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; background: var(--_raised); border-radius: calc(var(--_radius) * 1.5); padding: calc(var(--_space) * 2); }
  .figures dd { font-size: 2em; line-height: 1.3; font-weight: var(--_heading-weight); color: var(--_accent); font-variant-numeric: tabular-nums; }
  .tables { display: grid; gap: calc(var(--_space) * 3); grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); align-items: start; }
  table { inline-size: 100%; border-spacing: 0; }
  caption { text-align: start; font-size: 1.125em; font-weight: var(--_heading-weight); padding-block-end: var(--_space); }
  th, td { padding: var(--_space) 0; text-align: start; font-weight: 400; border-block-end: 1px solid var(--_hair); vertical-align: baseline; }
  td, thead th + th { inline-size: 1%; padding-inline-start: calc(var(--_space) * 2); text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
`;
