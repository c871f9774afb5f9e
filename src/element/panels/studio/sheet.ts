// Nothing is put into the text, so no tag that would check for that is needed; the build makes it small by its name.
const css = String.raw;

/** What stands around the picture. */
export const sheet = css`
  [part='intake'][data-studio] {
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    align-items: end;
  }
  [part='studio']:not(:empty),
  [data-studio='many'] > [part='controls'] {
    grid-column: 1 / -1;
  }
  [data-studio='many'] > [part~='compact'] {
    grid-column: 1 / -1;
  }
  [part='widget'] [part~='compact'] {
    grid-auto-flow: column;
    gap: 10px;
    align-items: center;
    justify-content: start;
    min-height: 50px;
    padding: 4px 8px 4px 4px;
    font-size: 0.9375em;
    line-height: 1.25;
    text-align: start;
    border: 1px solid var(--_edge);
    border-radius: var(--_round);
  }
  [part~='compact'] [part='thumbnail'] {
    width: 40px;
    height: 40px;
    object-fit: cover;
  }
  [part='widget'] [part~='compact'] [part='choose'] {
    text-decoration: none;
  }
  [part='studio']:not(:empty) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap) calc(var(--_space) * 1.25);
    align-items: start;
  }
  [part='studio-side'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  [part='studio-tools'] {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    border: 1px solid var(--_border);
    border-radius: var(--_round);
    overflow: hidden;
  }
  [part='widget'] [part='studio-tools'] > button {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 2px;
    min-height: 56px;
    padding: 6px 2px;
    border: 0;
    border-radius: 0;
    background: none;
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 1.2;
  }
  [part='widget'] [part='studio-tools'] > button:focus-visible {
    outline-offset: -3px;
  }
  [part='widget'] :is([part='studio-tools'] > button, [part='studio-lock'], [part='studio-choice']):hover:enabled {
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
  }
  [part='widget']
    :is([part='studio-tools'] > button, [part='studio-lock'], [part='studio-choice']):is(
      [aria-expanded='true'],
      [aria-pressed='true']
    ) {
    color: color-mix(in srgb, var(--_accent) 75%, var(--_text));
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    border-color: var(--_accent);
  }
  [part='studio-icon'] {
    flex: none;
    width: 24px;
    height: 24px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='studio-panel'],
  [part='light'] {
    display: grid;
    gap: 8px;
  }
  [part='studio-choices'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [part='widget'] :is([part='studio-choice'], [part='studio-reset'], [part='fix-button']) {
    padding-inline: 14px;
    border-radius: 99px;
    font-size: 0.875em;
  }
  [part='widget'] [part='studio-reset'] {
    justify-self: start;
  }
  [part='studio-line'],
  [part='studio-colors'] {
    display: grid;
    grid-template-columns: minmax(4.5em, 1fr) minmax(110px, 3fr) 3em;
    align-items: center;
    gap: 12px;
    min-height: 44px;
  }
  [part='studio-colors'] {
    grid-template-columns: minmax(4.5em, 1fr) minmax(110px, 3fr) 4.75em;
  }
  [part='widget'] [part='studio'] [part='slider'] {
    width: 100%;
    min-height: 44px;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part='widget'] [part='studio-amount'] {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  [part='studio-size'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 44px minmax(0, 1fr);
    gap: 8px;
    align-items: end;
  }
  [part='widget'] [part='studio-lock'] {
    display: grid;
    place-content: center;
    padding: 0;
  }
  [part='widget'] [part='size-input'] {
    appearance: none;
    width: 100%;
    min-width: 0;
    min-height: 44px;
    padding: 8px 12px;
    background-color: var(--_surface);
    border: 1px solid;
    border-radius: var(--_round);
    font-variant-numeric: tabular-nums;
  }
  [part='size-input']:not([aria-invalid='true']) {
    border-color: var(--_edge);
  }
  [part='size-input'][aria-invalid='true'] {
    border-color: var(--_danger);
  }
  [part='widget'] select[part='size-input'] {
    padding-inline-end: 2em;
    background: conic-gradient(from 315deg at 50% 100%, var(--_text) 90deg, transparent 0) no-repeat calc(100% - 0.9em) 55% /
      0.7em 0.35em var(--_surface);
  }
  [part='widget'] [data-dir='rtl'] select[part='size-input'] {
    background-position-x: 0.9em;
  }
  [part='size-summary'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    padding-top: var(--_gap);
    border-top: 1px solid var(--_border);
    font-variant-numeric: tabular-nums;
  }
  [part='widget'] [part='studio-grid'] {
    font-size: 1.5em;
    font-weight: 650;
    line-height: 1.2;
  }
  [part='widget'] [part='studio-facts'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    margin-top: calc(var(--_gap) * -0.75);
    font-size: 0.875em;
    color: var(--_muted);
  }
  [part='warning'] {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 8px 10px;
    padding: 12px;
    border-radius: var(--_round);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }
  [part='widget'] [part='fix-button'] {
    grid-column: 2;
    justify-self: start;
  }
  @container (min-width: 640px) {
    [part='intake'][data-studio] {
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
      column-gap: calc(var(--_space) * 1.25);
    }
    [part='studio']:not(:empty) {
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    }
  }
  @container (max-width: 290px) {
    [part='studio-tools'] {
      grid-auto-flow: row;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (max-width: 330px) {
    [part='studio-line'],
    [part='studio-colors'] {
      grid-template-columns: minmax(0, 1fr) 4.75em;
      gap: 0 12px;
    }
    [part='studio-line'] [part='slider'],
    [part='studio-colors'] [part='slider'] {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
