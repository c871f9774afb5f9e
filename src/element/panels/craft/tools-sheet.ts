const css = String.raw;

/** Beside the chart: finding and changing colours, and what can be taken along. */
export const toolsSheet = css`
  [part='search'] {
    box-sizing: border-box;
    width: 100%;
    min-height: 44px;
    margin-bottom: 8px;
    padding: 0 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_round);
    font: inherit;
    color: inherit;
    background: var(--_surface);
  }
  [part='orders'],
  [part='take'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [part='orders'] {
    margin-bottom: 8px;
  }
  [part='viewer'] [part='take-button'] {
    flex: 1 1 13em;
  }
  [part='take-told'] {
    flex-basis: 100%;
    min-height: 1.5em;
  }
  [part='recolor'] {
    display: grid;
    gap: 8px;
    margin-block: 8px 12px;
    padding: 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_round);
  }
  [part='recolor'] > [part='search'] {
    margin: 0;
  }
  [part='recolor-title'],
  [part='change'] {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    overflow-wrap: anywhere;
  }
  [part='recolor-group'] {
    font-size: 0.875em;
    font-weight: 650;
  }
  [part='recolor-list'] {
    position: relative;
    max-height: 14.5em;
    overflow: auto;
    border-block: 1px solid var(--_border);
  }
  [part='recolor-list'] [part~='unseen'] {
    height: calc(var(--_entries) * 44px);
  }
  [part='viewer'] [part='recolor-choice'] {
    display: flex;
    gap: var(--_gap);
    align-items: center;
    width: 100%;
    min-height: 44px;
    padding: 4px 8px;
    border: 0;
    border-radius: 0;
    font-weight: 400;
    text-align: start;
  }
  [part='recolor-choice']:focus-visible {
    outline-offset: -3px;
  }
  [part='changes'] {
    display: grid;
    gap: 8px;
    padding: 8px 0 0;
    border-block-start: 1px solid var(--_border);
    font-size: 0.875em;
    list-style: none;
  }
  [part='change-arrow']::before {
    content: '→';
  }
  [part='change-arrow']:dir(rtl)::before {
    content: '←';
  }
  [part='put-back-button'] {
    margin-inline-start: auto;
  }
  [part='recolored'],
  [part='not-kept'] {
    margin-block: 4px;
    font-size: 0.875em;
  }
  [part='places'] {
    position: relative;
    max-height: 24em;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_round);
  }
  [part='place'] {
    padding: 8px 12px;
    border-bottom: 1px solid var(--_border);
    font-size: 0.875em;
    line-height: 1.7;
    overflow-wrap: break-word;
  }
  [part='place'] b {
    font-weight: 650;
  }
  [part='place'] > [part='name'],
  [part='where'] {
    display: inline-block;
    margin-inline-end: 1em;
  }
`;
