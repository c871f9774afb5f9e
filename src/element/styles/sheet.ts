import { unsafeCSS } from 'lit';

// Nothing is put into the text, so Lit's own tag, which would check for that, is not needed.
const css = String.raw;

// Everything is styled through what a page can style too: the parts and the custom properties.
export const sheet = unsafeCSS(css`
  :host {
    --_accent: var(--pattern-accent, light-dark(#a8432d, #e58a6f));
    --_accent-text: var(--pattern-accent-text, light-dark(#fff, #2a120b));
    --_surface: var(--pattern-surface, light-dark(#fffdfa, #1d1a17));
    --_text: var(--pattern-text, light-dark(#2a2622, #efe9e1));
    --_muted: var(--pattern-muted, light-dark(#6d645b, #a99f94));
    --_border: var(--pattern-border, light-dark(#e2dad0, #3d372f));
    --_radius: var(--pattern-radius, 12px);
    --_space: var(--pattern-space, 16px);
    --_round: calc(var(--_radius) / 2);
    --_gap: calc(var(--_space) * 0.75);
    display: block;
    container-type: inline-size;
    font: 16px/1.5 var(--pattern-font, system-ui, sans-serif);
    color: var(--_text);
    accent-color: var(--_accent);
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    font: inherit;
    color: inherit;
    margin: 0;
  }
  [part='widget'] {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.5);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [part='heading'] {
    font-size: 1.35em;
    font-weight: 600;
  }
  [part~='dropzone'] {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 4px;
    min-height: 180px;
    padding: var(--_space);
    border: 2px dashed var(--_border);
    border-radius: var(--_radius);
    text-align: center;
    cursor: pointer;
  }
  [part~='filled'] {
    min-height: 0;
    border-style: solid;
  }
  button:hover,
  [part~='dropzone']:hover,
  [part~='over'] {
    border-color: var(--_accent);
  }
  [part='file'] {
    position: absolute;
    opacity: 0;
    width: 1px;
    height: 1px;
  }
  [part='icon'] {
    width: 44px;
    height: 44px;
    margin-bottom: 8px;
    border-radius: 8px;
    background: conic-gradient(var(--_accent) 25%, var(--_border) 0 50%, var(--_accent) 0 75%, var(--_border) 0) 0 0 / 22px 22px;
  }
  [part='choose'],
  [part='contact-link'],
  [part='countdown'] {
    font-weight: 600;
    color: var(--_accent);
  }
  [part='hint'],
  [part='label'],
  [part='usage'] {
    font-size: 0.875em;
    color: var(--_muted);
  }
  img {
    max-width: 100%;
    max-height: 260px;
    border-radius: var(--_round);
  }
  [part='controls'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
    gap: var(--_gap);
  }
  [part='field'] {
    display: grid;
    align-content: end;
  }
  button,
  [part='input'] {
    min-height: 44px;
    padding: 0 12px;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_round);
  }
  [part='input'] {
    width: 100%;
  }
  [aria-invalid='true'] {
    border-color: light-dark(#b3261e, #f2b8b5);
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap);
  }
  button {
    padding: 0 20px;
    font-weight: 600;
    cursor: pointer;
  }
  [part~='generate-button'],
  [part~='pdf-button'] {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
  :disabled,
  [aria-disabled='true'] {
    cursor: not-allowed;
    background: light-dark(#efe9e1, #332e29);
    color: var(--_muted);
  }
  :focus-visible,
  [part~='dropzone']:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  p:empty,
  div:empty {
    display: none;
  }
  [part='footer'] {
    display: contents;
  }
  progress {
    flex: 1;
  }
  [part='usage'] {
    display: flex;
    gap: 8px;
  }
  [part='guide'] {
    max-height: 20em;
    overflow: auto;
  }
  [part='intake'] {
    display: grid;
    gap: var(--_space);
    align-items: start;
  }
  @container (min-width: 640px) {
    [part='intake'] {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (max-width: 480px) {
    button {
      flex: 1 1 100%;
    }
  }
`);
