const css = String.raw;

/** The camera's button, and the whole widget as a place to let a file go. */
export const intakeSheet = css`
  /* On the corner of the drop zone, so that nothing moves when it comes. */
  [part='intake']:has(> [part='camera']) > [part~='dropzone'] {
    grid-row: 1;
    grid-column-start: 1;
  }
  [part='widget'] [part='camera'] {
    display: grid;
    place-items: center;
    grid-area: 1 / 1;
    place-self: end;
    z-index: 1;
    width: 48px;
    height: 48px;
    margin: 12px;
    padding: 0;
    border-radius: 50%;
  }
  [data-studio]:has(> [part='camera']) > :is([part~='compact'], [part='controls']) {
    grid-column: 1 / -1;
  }
  [part~='compact'] + [part='camera'] {
    grid-column-end: -1;
    width: 44px;
    height: 44px;
    margin: 3px;
    border: 0;
  }
  [part='camera-icon'] {
    width: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linejoin: round;
  }
  /* What is held over the widget may be let go anywhere on it. */
  [part='widget']:has([part~='over'])::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 2;
    border: 3px dashed var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    pointer-events: none;
  }
  [part='widget']:has([part~='over']) {
    position: relative;
  }
`;
