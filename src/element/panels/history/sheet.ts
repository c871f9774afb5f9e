const css = String.raw;

export const sheet = css`
  [part='history-label'] {
    margin-block-end: 8px;
    font-size: 1em;
    font-weight: 650;
  }
  [part='history'] {
    min-width: 0;
  }
  [part='history-list'] {
    display: flex;
    gap: 12px;
    padding: 4px;
    overflow-x: auto;
    list-style: none;
  }
  [part='history-item'] {
    position: relative;
    flex: 0 0 112px;
  }
  [part='history-show'] {
    display: grid;
    gap: 4px;
    width: 100%;
    padding: 8px;
    font-size: 0.8em;
    font-weight: 500;
    text-align: start;
  }
  [part='history-thumbnail'],
  [part='history-blank'] {
    width: 100%;
    aspect-ratio: 1;
    object-fit: cover;
    border-radius: calc(var(--_radius) / 3);
    background: var(--_border);
  }
  [part='history-name'] {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part='history-remove'] {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    min-height: 28px;
    width: 28px;
    padding: 0;
    background: var(--_surface);
    border-radius: 50%;
  }
  @media print {
    [part='history'] {
      display: none;
    }
  }
`;
