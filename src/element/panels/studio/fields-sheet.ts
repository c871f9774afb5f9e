// Nothing is put into the text, so no tag that would check for that is needed; the build makes it small by its name.
const css = String.raw;

/** Size, colours and light in numbers, what comes of them, and what is to be thought over. */
export const fieldsSheet = css`
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
  /* Firefox leaves the thumb grey, and the rest of the way white on a dark page; coloured by hand it stands on the colour of fields. */
  [part='slider'] {
    background: none;
  }
  [part='slider']::-moz-range-thumb {
    background: var(--_accent);
    border: 0;
  }
  [part='slider']::-moz-range-track {
    height: 4px;
    border-radius: 4px;
    background: var(--_edge);
  }
  [part='slider']::-moz-range-progress {
    height: 4px;
    border-radius: 4px;
    background: var(--_accent);
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
  :is([part='studio-size'], [part='studio-colors']) [part='field-error'] {
    grid-column: 1 / -1;
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
  [part='studio-grid'] [part='studio-icon'] {
    margin-inline-start: 0.3em;
    vertical-align: -0.1em;
    color: color-mix(in srgb, var(--_accent) 75%, var(--_text));
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
    [part='warning'] {
      grid-template-columns: 24px minmax(0, 1fr) auto;
      align-items: center;
    }
    [part='widget'] [part='fix-button'] {
      grid-column: 3;
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
  @container (max-width: 10em) {
    [part='studio-line'],
    [part='studio-colors'] {
      grid-template-columns: minmax(0, 1fr) minmax(auto, 3.6em);
    }
    [part='widget'] [part='studio-grid'] {
      font-size: 1.2em;
    }
    [part='widget'] [part='draft-note'] {
      font-size: 0.6em;
    }
  }
`;
