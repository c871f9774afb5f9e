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
  [part='viewer'] [part='doing-bar'] [part='done-button'] {
    flex: 3 1 40%;
    min-height: 52px;
    background: var(--_accent);
    border-color: transparent;
    color: var(--_accent-text);
    white-space: nowrap;
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
  /* Firefox leaves the rest white on a dark page, as if all were done. */
  @supports selector(::-moz-progress-bar) {
    [part='share-bar'] {
      height: 8px;
      background: var(--_border);
      border: 0;
      border-radius: 4px;
    }
    [part='share-bar']::-moz-progress-bar {
      background: var(--_accent);
      border-radius: 4px;
    }
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
    min-height: min(12em, 24vh);
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
  /* There the chart needs the room: what is pressed less often is a sign, which is not read out where a browser can leave that. */
  @container (max-width: 30em) {
    [part='full'] [part='looks'] {
      display: none;
    }
    [part='full'] :is([part='undo-button'], [part='pen-button'], [part='aloud-button'], [part='full-button']) {
      font-size: 0;
    }
    [part='full'] [part]::before {
      font-size: 1.25rem;
    }
    [part='full'] [part='doing-bar'] [part='line-done-button'] {
      flex-basis: 45%;
    }
    [part='full'] [part='undo-button']::before {
      content: '↶';
      content: '↶' / '';
    }
    [part='full'] [part='pen-button']::before {
      content: '✎';
      content: '✎' / '';
    }
    [part='full'] [part='aloud-button']::before {
      content: '▶\fe0e';
      content: '▶\fe0e' / '';
    }
    [part='full'] [part='full-button']::before {
      content: '×';
      content: '×' / '';
    }
  }
  @container (max-width: 17em) {
    [part='full'] [part='doing-bar'] [part='done-button'] {
      flex-basis: auto;
    }
    [part='full'] :is([part='line-done-button'], [part='previous'], [part='next']) {
      font-size: 0;
    }
    [part='full'] [part='line-done-button']::before {
      content: '✓✓';
      content: '✓✓' / '';
    }
    [part='full'] :is([part='previous'], [part='next']:dir(rtl))::before {
      content: '‹';
      content: '‹' / '';
    }
    [part='full'] :is([part='next'], [part='previous']:dir(rtl))::before {
      content: '›';
      content: '›' / '';
    }
    [part='full'] [part='zoom-fit'] {
      display: none;
    }
    [part='full'] [part='pager'] {
      flex-wrap: nowrap;
    }
    [part='full'] [part='current'] {
      order: 0;
      flex-basis: auto;
    }
  }
  /* Beside each other where the screen lies. */
  @media (orientation: landscape) and (max-height: 30em) {
    [part='full'] [part='stage'] {
      display: grid;
      grid-template: auto 1fr / 1fr minmax(0, 20em);
    }
    [part='full'] [part='preview'] {
      grid-row: 1 / 3;
    }
  }
  @media print {
    :is([part='minimap'], [part='doing'], [part='find'], [part='craft']) {
      display: none;
    }
  }
`;
