import {css} from 'lit';

/** How one proposal, and the way to one's own, look; comes with them. */
export const styles = css`
  .one { gap: calc(var(--_space) * 3); max-inline-size: 54rem; }
  .one-head { display: grid; gap: var(--_space); grid-template-columns: minmax(0, 1fr); }
  .text { max-inline-size: 44em; display: grid; gap: .75em; grid-template-columns: minmax(0, 1fr); }
  .text ul, dd ul { list-style: disc; padding-inline-start: 1.5em; }
  .text blockquote { border-inline-start: 3px solid var(--_hair); padding-inline-start: 1em; color: var(--_muted); }
  .answers { display: grid; gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3); grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); }
  .said { white-space: pre-line; }
  .files { list-style: none; display: flex; flex-wrap: wrap; gap: calc(var(--_space) * 2); margin-block-start: var(--_space); padding: 0; }
  .files img { display: block; inline-size: auto; block-size: auto; max-inline-size: min(16rem, 100%); max-block-size: 12rem; border-radius: var(--_radius); border: 1px solid var(--_hair); margin-block-end: calc(var(--_space) / 2); }
  .support-box { display: grid; gap: calc(var(--_space) * 1.5); grid-template-columns: minmax(0, 1fr); background: var(--_raised); border-radius: calc(var(--_radius) * 1.5); padding: calc(var(--_space) * 2); }
  .support-box .bar { max-inline-size: 26rem; }
  .panel { padding: calc(var(--_space) * 2); background: var(--_surface); border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); }
  .link { display: block; margin-block-start: calc(var(--_space) / 2); inline-size: 100%; max-inline-size: 28rem; padding: var(--_space) calc(var(--_space) * 1.5); min-block-size: var(--_control-size); background: var(--_surface); border: var(--_border-width) solid var(--_border); }
  .room[dir=rtl] .link { text-align: end; }
  [aria-invalid] { border-color: var(--_danger); }
  .rail { list-style: none; margin-block: calc(var(--_space) * 1.5); padding: 0; }
  .rail > li { position: relative; padding-inline-start: calc(var(--_space) * 3); padding-block-end: calc(var(--_space) * 2.5); color: var(--_border); border-inline-start: 2px solid var(--_hair); margin-inline-start: 6px; }
  .rail > li:last-child { border-color: transparent; padding-block-end: 0; }
  .rail > li::before { content: ''; position: absolute; inset-block-start: .45em; inset-inline-start: -7px; inline-size: 12px; block-size: 12px; border-radius: 50%; background: currentColor; }
  .rail > .muted { color: var(--_border); }
  .rail > .info { color: var(--_info); }
  .rail > .success { color: var(--_success); }
  .rail > .warning { color: var(--_warning); }
  .rail > .danger { color: var(--_danger); }
  .rail > li > div { color: var(--_text); display: grid; gap: var(--_space); grid-template-columns: minmax(0, 1fr); }
  .raised { background: var(--_raised); border-radius: var(--_radius); padding: calc(var(--_space) * 2); border-inline-start: 3px solid var(--_accent); }
  .entry-head { display: flex; flex-wrap: wrap; gap: 0 calc(var(--_space) * 1.5); align-items: baseline; }
  .raised .entry-head b { color: var(--_accent); }
  .talk { border-block-start: 1px solid var(--_hair); padding-block-start: calc(var(--_space) * 2); display: grid; gap: var(--_space); grid-template-columns: minmax(0, 1fr); }
  label { font-weight: 600; }
  label > :is(input, textarea) { font-weight: 400; }
  .fields { display: grid; gap: calc(var(--_space) * 1.5); grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); align-items: start; }
  @media print {
    button, form, .talk, .back { display: none !important; }
    .one, .raised, .support-box { background: none; padding-inline-end: 0; }
    .support-box { padding: 0; }
    .rail > li, .raised { break-inside: avoid; }
    .rail > li::before { forced-color-adjust: none; print-color-adjust: exact; }
    a[href^='http']::after { content: ' (' attr(href) ')'; overflow-wrap: anywhere; font-size: .875em; }
  }
`;
