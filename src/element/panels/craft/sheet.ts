const css = String.raw;

export const sheet = css`
  [part='minimap'] {
    position: absolute;
    right: 10px;
    bottom: 10px;
    background: var(--_surface);
    caret-color: var(--_accent);
    border: 1px solid var(--_muted);
    border-radius: 4px;
    box-shadow: 0 1px 6px rgb(0 0 0 / 0.3);
    cursor: pointer;
    touch-action: none;
  }
  [part='minimap'][hidden] {
    display: none;
  }
  [part~='done-run'] [part='run-button'] {
    opacity: 0.45;
  }
  [part='doing-bar'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [part='viewer'] [part='doing-bar'] button {
    flex: 1 1 auto;
    padding-inline: 10px;
  }
  [part='viewer'] [part='done-button'] {
    flex: 3 1 40%;
    min-height: 52px;
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
  }
  [part='share'] {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-bottom: 8px;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  [part='share-bar'] {
    flex: 1;
    min-width: 0;
  }
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
  [part='left'] {
    grid-column: 2 / -1;
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='full'] {
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--_surface);
  }
  [part='full'] [part='stage'] {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: auto;
    padding: max(8px, env(safe-area-inset-top)) 12px max(12px, env(safe-area-inset-bottom));
    background: var(--_surface);
  }
  [part='full'] :is([part='preview'], [part='chart']) {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
  }
  [part='full'] [part='chart'] {
    min-height: 12em;
  }
  [part='full'] [part='canvas'] {
    flex: 1;
    max-height: none;
    min-height: 0;
    aspect-ratio: auto;
  }
  [part='full'] :is([part='slider'], [part='readout']) {
    display: none;
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
  [part='where'] {
    display: inline-block;
    margin-inline-end: 1em;
  }
  /* There the chart needs the room. */
  @container (max-width: 480px) {
    [part='full'] [part='looks'] {
      display: none;
    }
  }
  @media print {
    [part='minimap'] {
      display: none;
    }
  }
`;
