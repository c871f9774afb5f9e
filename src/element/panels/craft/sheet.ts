const css = String.raw;

/** At the chart: the bar to work with, full screen, the map. */
export const sheet = css`
  [part='minimap'] {
    position: absolute;
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
  /* As high as there is room, and not as its pixels were before: that is what a basis of 0% comes to. */
  [part='full'] [part='canvas'] {
    flex: 1 1 1px;
    max-height: none;
    min-height: 0;
    aspect-ratio: auto;
  }
  [part='full'] :is([part='slider'], [part='readout']) {
    display: none;
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
