// @cssprop --pattern-font-size - size of the text; otherwise the page's
// @cssprop --pattern-danger - what went wrong
// @cssprop --pattern-disabled - buttons that cannot be pressed
// @cssprop --pattern-focus - the ring around what has the focus
import { unsafeCSS } from 'lit';

// Nothing is put into the text, so Lit's own tag, which would check for that, is not needed.
const css = String.raw;

// Everything is styled through what a page can style too: the parts and the custom properties. Here is what is seen up to the first
// press; the rest is in ../outcome/sheet.ts.
export const sheet = unsafeCSS(css`
  :host {
    --_accent: var(--pattern-accent, #a8432d);
    --_accent-text: var(--pattern-accent-text, #fff);
    --_surface: var(--pattern-surface, #fffdfa);
    --_text: var(--pattern-text, #2a2622);
    --_muted: var(--pattern-muted, #6d645b);
    --_border: var(--pattern-border, #e2dad0);
    --_edge: var(--pattern-border, #8c8176);
    --_danger: var(--pattern-danger, #b3261e);
    --_disabled: var(--pattern-disabled, #efe9e1);
    --_focus: var(--pattern-focus, color-mix(in srgb, var(--_accent), var(--_text)));
    --_radius: var(--pattern-radius, 12px);
    --_space: var(--pattern-space, 16px);
    --_round: calc(var(--_radius) / 2);
    --_gap: calc(var(--_space) * 0.75);
    display: block;
    color: var(--_text);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--pattern-accent, light-dark(#a8432d, #e58a6f));
      --_accent-text: var(--pattern-accent-text, light-dark(#fff, #2a120b));
      --_surface: var(--pattern-surface, light-dark(#fffdfa, #1d1a17));
      --_text: var(--pattern-text, light-dark(#2a2622, #efe9e1));
      --_muted: var(--pattern-muted, light-dark(#6d645b, #a99f94));
      --_border: var(--pattern-border, light-dark(#e2dad0, #3d372f));
      --_edge: var(--pattern-border, light-dark(#8c8176, #7f756a));
      --_danger: var(--pattern-danger, light-dark(#b3261e, #f2a79f));
      --_disabled: var(--pattern-disabled, light-dark(#efe9e1, #332e29));
    }
  }
  @supports (color: lch(from red l c h)) {
    :host {
      /* Black or white, whichever is read better: at this lightness both have a contrast of 4.6. */
      --_accent-text: var(--pattern-accent-text, lch(from var(--_accent) calc((49.44 - l) * 999) 0 0));
    }
  }
  :host([hidden]) {
    display: none;
  }
  /* A container of its own size is empty to those who ask how wide it would like to be. These words answer: as wide as they are in a
     row, as narrow as one of them. */
  :host::before {
    content: '. . . . . . . . . .';
    display: block;
    height: 0;
    overflow: hidden;
    visibility: hidden;
    font: 1rem/0 monospace;
    letter-spacing: 0;
    word-spacing: 3.4rem;
    white-space: normal;
  }
  [part='widget'] {
    /* What the page around it gives to its text stops here; what hides it or makes it dark does not. */
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    box-sizing: border-box;
    padding: clamp(12px, 5%, calc(var(--_space) * 1.5));
    font: var(--pattern-font-size, max(1rem, 13px))/1.5 var(--pattern-font, system-ui, sans-serif);
    overflow-wrap: break-word;
    color: var(--_text);
    accent-color: var(--_accent);
    scrollbar-color: var(--_edge) transparent;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='widget'] * {
    box-sizing: border-box;
    margin: 0;
    font: inherit;
    color: inherit;
  }
  [part='widget'] [part='heading'] {
    font-size: 1.35em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  [part='intake'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    align-items: start;
  }
  [part~='dropzone'] {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 4px;
    /* So that nothing moves when a picture comes. */
    min-height: 272px;
    padding: var(--_gap);
    border: 2px dashed var(--_edge);
    border-radius: var(--_radius);
    text-align: center;
    cursor: pointer;
  }
  [part~='filled'] {
    border: 1px solid var(--_border);
  }
  [part~='dropzone']:hover,
  [part~='over'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 6%, transparent);
  }
  [part='file'] {
    position: absolute;
    opacity: 0;
    width: 1px;
    height: 1px;
  }
`);
