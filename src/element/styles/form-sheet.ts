import { unsafeCSS } from 'lit';

const css = String.raw;

/** Picture, controls and buttons. Comes after the widget's own sheet. */
export const formSheet = unsafeCSS(css`
  [part='icon'] {
    width: 44px;
    height: 44px;
    margin-bottom: 8px;
    border-radius: 8px;
    background: conic-gradient(var(--_accent) 25%, var(--_border) 0 50%, var(--_accent) 0 75%, var(--_border) 0) 0 0 / 22px 22px;
  }
  [part='widget'] [part='choose'] {
    font-weight: 600;
    text-decoration: underline 2px var(--_accent);
    text-underline-offset: 0.25em;
  }
  [part='widget'] :is([part='hint'], [part='label'], [part='usage']) {
    font-size: 0.875em;
    color: var(--_muted);
  }
  [part~='dropzone'] [part='picture'] {
    position: relative;
    display: grid;
    overflow: hidden;
    border-radius: var(--_round);
  }
  [part='thumbnail'] {
    max-width: 100%;
    max-height: 216px;
  }
  [part='controls'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    gap: var(--_gap);
  }
  [part='field'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 2px;
  }
  button,
  [part='input'],
  [part='contact-link'] {
    min-height: 44px;
    padding: 8px 12px;
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: var(--_round);
  }
  [part='input'] {
    appearance: none;
    width: 100%;
    min-width: 0;
  }
  select[part='input'] {
    padding-inline-end: 2em;
    background: conic-gradient(from -45deg at 50% 100%, transparent 0, var(--_text) 0 90deg, transparent 0) no-repeat
      calc(100% - 0.8em) 55% / 0.8em 0.4em var(--_surface);
  }
  select[part='input']:dir(rtl) {
    background-position-x: 0.8em;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  [part='widget'] :is([part='field-error'], [part~='error']) {
    color: var(--_danger);
    font-weight: 600;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap);
  }
  :is(button, [part='contact-link']) {
    font-weight: 600;
    cursor: pointer;
  }
  :is([part='actions'] button, [part='contact-link']) {
    padding-inline: 20px;
  }
  [part='widget'] :is([part~='generate-button'], [part~='pdf-button']) {
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
  button:hover {
    border-color: var(--_accent);
  }
  [part='widget'] :is(:disabled, [aria-disabled='true']) {
    cursor: not-allowed;
    background-color: var(--_disabled);
    border-color: transparent;
    color: var(--_muted);
    opacity: 1;
  }
  :focus-visible,
  [part~='dropzone']:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  [part~='silent'] {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  [part='actions']:empty,
  [part='result']:empty,
  [part='studio']:empty,
  [part='history']:empty {
    display: none;
  }
  [part='footer'] {
    display: contents;
  }
  @container (min-width: 40em) {
    [part='intake'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    [part='controls'] {
      grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    }
    [part~='dropzone'] {
      min-height: 420px;
    }
  }
  @container (max-width: 30em) {
    [part='actions'] > * {
      flex: 1 1 100%;
    }
  }
`);
