const css = String.raw;

// Only what the element's own sheet leaves open: buttons, colours and focus come from there.
export const sheet = css`
  [part='result'],
  [part='layout'] > * {
    min-width: 0;
  }
  [part='viewer'] {
    container-type: inline-size;
  }
  [part='viewer'] button {
    flex: none;
    min-width: 44px;
    max-width: 100%;
    padding: 0 14px;
  }
  [part='layout'],
  [part='stage'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5) var(--_space);
  }
  :is([part='doing'], [part='craft']):empty {
    display: none;
  }
  [part='title'] {
    margin-bottom: 0.4em;
    font-size: 1.15em;
    font-weight: 600;
  }
  [part='facts'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap) calc(var(--_space) * 2);
    padding-block: var(--_gap);
    border-block: 1px solid var(--_border);
  }
  [part='fact-value'] {
    font-size: 1.15em;
    font-weight: 600;
  }
  [part='estimates'],
  [part='fact-name'],
  [part='note'],
  [part='readout'],
  [part='current-place'],
  [part='id'],
  [part='percentage'],
  [part='run-name'] {
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='stage'] {
    gap: var(--_gap);
    align-content: start;
  }
  [part='chart'] {
    position: relative;
  }
  [part='canvas'] {
    display: block;
    width: 100%;
    aspect-ratio: var(--_columns) / var(--_rows);
    min-height: 12em;
    max-height: min(75vh, 44em);
    font-size: 0.72em;
    direction: ltr;
    color: var(--_muted);
    background: var(--_surface);
    caret-color: var(--_accent);
    column-rule-color: var(--pattern-grid, rgb(128 128 128 / 0.55));
    border-radius: 4px;
    cursor: grab;
    transition: 1ms;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  [part='canvas']:active {
    cursor: grabbing;
  }
  [part='picture'] {
    display: block;
    max-width: 100%;
    margin: auto;
  }
  [part='tools'],
  [part='zoom'],
  [part='looks'],
  [part='pager'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
  }
  [part='tools'] {
    margin-block: var(--_gap) 4px;
  }
  [part='looks'] {
    gap: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_round);
  }
  [part='viewer'] [part='look'] {
    border: 0;
    font-weight: 500;
  }
  [part='readout'] {
    min-height: 1.5em;
  }
  [part='viewer'] [aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  [part='pager'] {
    flex-wrap: nowrap;
  }
  [part='current'] {
    display: grid;
    text-align: center;
    line-height: 1.25;
  }
  [part='current-label'] {
    font-size: 1.25em;
    font-weight: 650;
  }
  [part='runs'] {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    margin-top: 6px;
    padding: 4px;
    overflow-x: auto;
  }
  [part='runs'] [part~='piece'] {
    display: flex;
    flex: none;
    gap: 6px;
    align-items: end;
  }
  [part='runs'] [part~='unseen'] {
    width: calc(var(--_entries) * 4.9em);
    height: auto;
  }
  [part='arrow'] {
    align-self: center;
    font-size: 1.4em;
    color: var(--_muted);
  }
  [part~='run'] {
    display: grid;
    gap: 6px;
    width: 4.5em;
    text-align: center;
  }
  [part~='current-run'] {
    width: 6.5em;
  }
  [part='viewer'] [part='run-button'] {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 0 4px;
    min-height: 44px;
    border: 1px solid rgb(128 128 128 / 0.5);
    forced-color-adjust: none;
  }
  [part~='current-run'] [part='run-button'] {
    min-height: 64px;
    font-size: 1.35em;
    box-shadow:
      0 0 0 2px var(--_surface),
      0 0 0 4px var(--_accent);
  }
  [part='viewer'] [part='work-button'] {
    min-height: 52px;
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
`;
