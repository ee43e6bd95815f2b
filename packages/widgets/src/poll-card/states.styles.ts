import {css} from 'lit';

/** How a cast ballot looks; comes with it. */
export const styles = css`
  .cast { list-style: none; display: grid; gap: var(--_space); }
  .own { color: var(--_accent); white-space: nowrap; }
`;
