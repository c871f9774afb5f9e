const css = String.raw;

/** What stands beside and below the chart: lists, steps. Comes after the chart's own sheet. */
export const listSheet = css`
  [part='run-name'] {
    overflow: hidden;
    font-size: 0.75em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part='symbol'] {
    width: 1.15em;
    height: 1.15em;
    flex: none;
  }
  [part|='symbol'] {
    fill: currentColor;
  }
  [part='symbol-line'] {
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='slider'] {
    width: 100%;
    min-width: 160px;
    min-height: 44px;
  }
  [part='needs'] > [part='tool'] {
    margin-block-end: 8px;
    margin-inline-end: 6px;
    padding-inline: 8px;
  }
  [part='materials'] {
    overflow: auto;
    max-height: min(75vh, 44em);
    border-top: 1px solid var(--_border);
  }
  [part='viewer'] [part='material-button'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto 3.6em;
    align-items: center;
    gap: 2px var(--_gap);
    width: 100%;
    min-height: 44px;
    padding: 6px 8px;
    border: solid var(--_border);
    border-width: 0 0 1px;
    border-radius: 0;
    font-weight: 400;
    text-align: start;
  }
  [part='material-button']:focus-visible {
    outline-offset: -3px;
  }
  [part='quantity'],
  [part='percentage'] {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  [part='swatch'] {
    display: inline-grid;
    flex: none;
    place-items: center;
    width: 30px;
    height: 30px;
    border-radius: 6px;
    box-shadow: inset 0 0 0 1px rgb(128 118 108 / 0.45);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  [part='swatch'] [part='symbol'] {
    width: 22px;
    height: 22px;
  }
  [part='name'],
  [part='step'] {
    overflow-wrap: break-word;
  }
  [part='id'] {
    margin-inline-start: 0.5em;
    white-space: nowrap;
  }
  [part='count'],
  [part='step-label'] {
    font-weight: 650;
  }
  [part='guide-title'] {
    padding-block: 10px;
    cursor: pointer;
  }
  [part='guide'] {
    position: relative;
    max-height: 24em;
    margin-top: var(--_gap);
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_round);
  }
  [part~='unseen'] {
    height: calc(var(--_entries) * 3em);
  }
  [part='step'] {
    padding: 8px 12px;
    border-bottom: 1px solid var(--_border);
    font-size: 0.875em;
    cursor: pointer;
  }
  [part='step'][aria-current] {
    padding-inline-start: 9px;
    border-inline-start: 3px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  [part='step-runs'] {
    unicode-bidi: isolate;
  }
  @container (max-width: 17em) {
    [part='pager'] {
      flex-wrap: wrap;
    }
    [part='current'] {
      order: -1;
      flex: 1 1 100%;
    }
  }
  /* A chart is read in slices: what comes below it must not be seen to make room. */
  [data-coming] {
    min-height: 80vh;
  }
  /* On a narrow page, and in a narrow column beside the chart. */
  @container (max-width: 17em) or ((min-width: 40em) and (max-width: 50em)) {
    [part='viewer'] [part='material-button'] {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    [part='name'] {
      grid-column: 2 / -1;
    }
    [part='quantity'] {
      grid-column: 2;
      text-align: start;
    }
    [part='pager'] button[part] {
      flex-grow: 1;
    }
  }
  /* Where a browser takes colours away. */
  @media (forced-colors: active) {
    [part='viewer'] [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @container (max-width: 30em) {
    [part='looks'] {
      width: 100%;
    }
    [part='viewer'] [part='look'] {
      flex: 1 1 auto;
      padding-inline: 6px;
    }
  }
  @container (min-width: 40em) {
    [part='layout'] {
      grid-template-columns: minmax(0, 5fr) minmax(250px, 3fr);
    }
    [part='facts'],
    [part='estimates'],
    [part='texts'],
    [part='craft'] {
      grid-column: 1 / -1;
    }
  }
`;
