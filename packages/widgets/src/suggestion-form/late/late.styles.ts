import {css} from 'lit';

/** How the later steps look; comes with them. */
export const styles = [css`
  h4 { margin: 0; font-size: 1em; font-weight: 600; }
  .choice { display: flex; align-items: center; gap: calc(var(--_space) * 1.5); min-block-size: var(--_control-size); padding: var(--_space) calc(var(--_space) * 1.5); cursor: pointer;
    background: var(--_surface); border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); margin-block-start: calc(var(--_space) / 2); }
  .choice:hover { border-color: var(--_border); }
  .choice:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); }
  .choice:has(:focus-visible) { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .choice input:focus-visible { outline: 0; }
  input:is([type=date], [type=email]) { display: block; inline-size: 100%; padding: var(--_space) calc(var(--_space) * 1.5); background: var(--_surface);
    border: var(--_border-width) solid var(--_border); min-block-size: var(--_control-size); }
  input[type=email] { text-align: start; }
  .room input.narrow { max-inline-size: 14em; }
  fieldset:focus-visible { outline-offset: 6px; }
  .notice slot > p { flex: 1 1 12em; }
  .errors ul { margin-block-start: var(--_space); padding-inline-start: 1.25em; list-style: disc; color: var(--_text); }
  .errors a { color: inherit; }
  .errors h3 { font-weight: 600; }
  .plain { padding-inline-start: 1.25em; list-style: disc; display: grid; gap: calc(var(--_space) / 2); max-inline-size: 44em; }
  .privacy { display: grid; gap: var(--_space); color: var(--_muted); }
  .policy { white-space: pre-line; max-inline-size: 44em; }
  .outlook, .secret { background: var(--_surface); border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); padding: calc(var(--_space) * 2); display: grid; gap: var(--_space); }
  .nears { list-style: none; display: grid; gap: var(--_space); }
  .near { background: var(--_surface); border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2); display: grid; gap: calc(var(--_space) / 2); }
  .near .row { gap: 0 calc(var(--_space) * 2); }
  .excerpt { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; max-inline-size: 44em; }
  .review { display: grid; }
  .review > div { display: grid; grid-template-columns: minmax(8em, 1fr) minmax(0, 2fr) auto; gap: 0 calc(var(--_space) * 2); align-items: start; padding-block: var(--_space); border-block-end: 1px solid var(--_hair); }
  .review dt { font-weight: 600; padding-block: .35em; }
  .review dd { padding-block: .35em; }
  .review .long { display: block; white-space: pre-line; }
  .review .change { padding: 0; }
  .change button { color: var(--_accent); min-block-size: 2.25rem; text-decoration: underline; text-underline-offset: .25em; }
  @container (max-inline-size: 34rem) { .review > div { grid-template-columns: minmax(0, 1fr) auto; } .review dt { grid-column: 1; } .review dd:not(.change) { grid-column: 1 / -1; grid-row: 2; padding-block-start: 0; } }
  .card { container-type: inline-size; }
  .files { list-style: none; display: grid; gap: calc(var(--_space) / 2); margin-block-end: var(--_space); }
  .file { display: flex; flex-wrap: wrap; align-items: center; gap: var(--_space); background: var(--_surface); border: var(--_border-width) solid var(--_hair); border-radius: var(--_radius); padding: calc(var(--_space) / 2) var(--_space); }
  .file .name { flex: 1 1 8em; }
  .file .small { display: block; }
  .file canvas { border-radius: calc(var(--_radius) / 2); block-size: 3.5rem; inline-size: 3.5rem; object-fit: cover; }
  progress { inline-size: 100%; accent-color: var(--_accent); }
  .pick { inline-size: fit-content; background: var(--_surface); }
  .pick:has(:focus-visible) { outline: 2px solid var(--_focus); outline-offset: 2px; }
`, css`
  .received { justify-items: center; text-align: center; }
  .received h3 { font-size: 1.25em; font-weight: 600; }
  .tick { inline-size: 4rem; block-size: 4rem; fill: none; stroke: var(--_success); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
  .reference { font-size: clamp(1.5em, 9cqi, 2.25em); font-weight: 600; line-height: 1.3; unicode-bidi: isolate; font-variant-numeric: tabular-nums; user-select: all; white-space: nowrap; }
  .secret { justify-items: center; border-color: var(--_warning); max-inline-size: 36em; }
  .code { font-family: ui-monospace, monospace; font-size: 1.0625em; user-select: all; overflow-wrap: anywhere; unicode-bidi: isolate; }
  .keep { justify-content: center; }
  .then { text-align: start; inline-size: min(100%, 36em); }
  .then ol { padding-inline-start: 1.25em; list-style: disc; display: grid; gap: calc(var(--_space) / 2); margin-block: var(--_space); }
  a.button { text-decoration: none; }
  #received:focus { outline: 0; }
  @media print { .keep { display: none; } .card { background: none; } }
`];
