/**
 * The only place that reads what a page may set. Each token has its default here, so that no stylesheet is needed;
 * widgets read `--_…`. Dark follows the `color-scheme` that the page itself declares.
 */
import {css} from 'lit';

export const tokens = css`
  :host { display: block;
    --_surface: var(--shurkum-color-surface, light-dark(#fff, #14181b));
    --_raised: var(--shurkum-color-raised, light-dark(#f4f7f7, #1e2428));
    --_text: var(--shurkum-color-text, light-dark(#1a1f24, #f2f4f5));
    --_muted: var(--shurkum-color-muted, light-dark(#55606b, #b3bcc4));
    --_border: var(--shurkum-color-border, light-dark(#7f8a93, #7b868f));
    --_accent: var(--shurkum-color-accent, light-dark(#0b6e69, #58c9c1));
    --_on-accent: var(--shurkum-color-on-accent, light-dark(#fff, #06201e));
    --_success: var(--shurkum-color-success, light-dark(#1b6e3c, #6fd497));
    --_warning: var(--shurkum-color-warning, light-dark(#8a5300, #f2b35c));
    --_danger: var(--shurkum-color-danger, light-dark(#b3261e, #ff9a92));
    --_info: var(--shurkum-color-info, light-dark(#1d4f91, #8ab4f8));
    --_focus: var(--shurkum-color-focus, light-dark(#0b57d0, #a8c7fa));
    --_font: var(--shurkum-font, inherit);
    --_font-size: var(--shurkum-font-size, max(1rem, 16px));
    --_line-height: var(--shurkum-line-height, 1.5);
    --_heading-weight: var(--shurkum-heading-weight, 600);
    --_space: var(--shurkum-space, max(.5rem, 8px));
    --_radius: var(--shurkum-radius, max(.5rem, 8px));
    --_border-width: var(--shurkum-border-width, 1px);
    --_shadow: var(--shurkum-shadow, none);
    --_control-size: var(--shurkum-control-size, max(2.75rem, 44px));
    --_hair: color-mix(in srgb, var(--_border) 38%, transparent);
  }
  :host([hidden]), [hidden] { display: none !important; }
  .room:lang(ar) { --_line-height: var(--shurkum-line-height, 1.7); }
  /* Old pages style everything by inheritance; nothing of it but the font and the scheme comes in. */
  .room { all: initial; visibility: inherit; color-scheme: inherit; display: block; color: var(--_text);
    font: var(--_font-size)/var(--_line-height) sans-serif; font-family: var(--_font); overflow-wrap: anywhere; }
`;
