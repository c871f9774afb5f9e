const css = String.raw;

export const sheet = css`
  [part='history'] {
    min-width: 0;
  }
  [part='history']:not(:has(button)) {
    display: none;
  }
  [part='history-head'] {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
  }
  [part='history-label'] {
    font-size: 1em;
    font-weight: 650;
  }
  [part='history-list'] {
    display: flex;
    gap: 12px;
    padding: 4px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    list-style: none;
  }
  [part='history-item'] {
    position: relative;
    flex: 0 0 min(8.5em, 80%);
  }
  [part='history-show'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 2px;
    width: 100%;
    height: 100%;
    padding: 8px;
    font-size: 0.8em;
    font-weight: 400;
    line-height: 1.35;
    text-align: start;
  }
  [part='history-thumbnail'],
  [part='history-blank'] {
    width: 100%;
    aspect-ratio: 1;
    margin-block-end: 4px;
    object-fit: cover;
    background: var(--_border);
    border-radius: calc(var(--_radius) / 3);
  }
  [part='history-name'] {
    font-weight: 600;
  }
  [part='history-size'] {
    justify-self: start;
  }
  [part='history-date'] {
    color: var(--_muted);
  }
  [part='history-share'] {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  [part='history-name'],
  [part='compared-name'] {
    overflow-wrap: anywhere;
  }
  [part='history'] [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  [part='history-field'] {
    box-sizing: border-box;
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 8px;
    width: calc(100% - 16px);
    min-height: 44px;
    padding: 0 8px;
    border: 1px solid var(--_edge);
    border-radius: var(--_round);
    font: inherit;
    color: inherit;
    background: var(--_surface);
  }
  [part='comparison'] {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_space);
    margin-block: 12px;
  }
  [part='compared'] {
    margin: 0;
  }
  [part='comparison-picture'] {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 1;
    object-fit: contain;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) / 3);
  }
  [part='compared-name'] {
    margin-block: 8px 4px;
    font-weight: 650;
  }
  [part='compared-facts'] {
    display: grid;
    gap: 2px;
    margin: 0;
    font-size: 0.875em;
  }
  [part='compared-row'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
  }
  [part='compared-fact'] {
    color: var(--_muted);
  }
  [part='compared-value'] {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 24em) {
    [part='compared-row'] {
      flex-direction: column;
    }
  }
  /* Where half of it would break a date, they stand one below the other. */
  @container (max-width: 13em) {
    [part='comparison'] {
      grid-template-columns: minmax(0, 1fr);
    }
    [part='comparison-picture'] {
      width: min(100%, 7em);
    }
    [part='compared-row'] {
      flex-direction: row;
    }
  }
  /* What is written below it would look out of it. */
  [part='history-item']:has([part='history-field']) [part='history-show'] > :is(span, bdi):not([part='history-blank']) {
    visibility: hidden;
  }
  [part='history-remove'],
  [part='history-rename'] {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    width: 32px;
    min-height: 32px;
    padding: 0;
    line-height: 1;
    border-radius: 50%;
  }
  [part='history-rename'] {
    inset-inline: 0 auto;
  }
  @media (pointer: coarse) {
    [part='history-item'] {
      flex-basis: min(10em, 80%);
    }
    [part='history-remove'],
    [part='history-rename'] {
      width: 44px;
      min-height: 44px;
    }
  }
  [part='history-gone'] {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    font-size: 0.875em;
  }
  @media print {
    [part='history'] {
      display: none;
    }
  }
`;
