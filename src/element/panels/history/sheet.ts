const css = String.raw;

export const sheet = css`
  [part='history'] {
    min-width: 0;
  }
  [part='history']:not(:has(button)) {
    display: none;
  }
  [part='history-label'] {
    margin-block-end: 8px;
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
  [part='history-remove'] {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    width: 32px;
    min-height: 32px;
    padding: 0;
    line-height: 1;
    border-radius: 50%;
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
