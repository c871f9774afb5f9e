// Nothing is put into the text, so no tag that would check for that is needed; the build makes it small by its name.
const css = String.raw;

/** What stands around the picture. */
export const sheet = css`
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
    grid-auto-columns: 1fr;
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
    grid-template-columns: minmax(0, 1fr);
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
  @container (min-width: 640px) {
    [part='studio']:not(:empty) {
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    }
  }
  /* Beside the picture four words stand in a row of 300 px. */
  @container (min-width: 640px) and (max-width: 800px) {
    [part='widget'] [part='studio-tools'] > button {
      font-size: 0.75em;
    }
  }
  @container (max-width: 290px) {
    [part='studio-tools'] {
      grid-auto-flow: row;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (max-width: 10em) {
    [part='studio-tools'] {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
