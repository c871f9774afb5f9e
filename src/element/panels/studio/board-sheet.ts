// Nothing is put into the text, so no tag that would check for that is needed; the build makes it small by its name.
const css = String.raw;

/** The picture with its frame or its draft. What lies on a photograph has colours of its own, in light and dark alike. */
export const boardSheet = css`
  [part~='cropper'] {
    position: relative;
    overflow: hidden;
    aspect-ratio: 1;
    width: 100%;
    max-height: max(280px, 64vh);
    border-radius: var(--_round);
    background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
    user-select: none;
    -webkit-user-select: none;
    direction: ltr;
  }
  [part~='cropping'] {
    background: #1b1917;
    touch-action: none;
    cursor: grab;
  }
  [part~='cropping']:active {
    cursor: grabbing;
  }
  [part='cropper-picture'] {
    position: absolute;
    inset: 0 auto auto 0;
    transform-origin: 0 0;
  }
  [part='draft-canvas'],
  [part='crop-frame'],
  [part='widget'] [part='compare'] {
    position: absolute;
  }
  [part='crop-frame'] {
    border: 1.5px solid #fff;
    box-shadow: 0 0 0 999px rgb(15 13 11 / 0.62);
    background:
      linear-gradient(rgb(255 255 255 / 0.5), rgb(255 255 255 / 0.5)) 33.3% 0 / 1px 100% no-repeat,
      linear-gradient(rgb(255 255 255 / 0.5), rgb(255 255 255 / 0.5)) 66.6% 0 / 1px 100% no-repeat,
      linear-gradient(rgb(255 255 255 / 0.5), rgb(255 255 255 / 0.5)) 0 33.3% / 100% 1px no-repeat,
      linear-gradient(rgb(255 255 255 / 0.5), rgb(255 255 255 / 0.5)) 0 66.6% / 100% 1px no-repeat;
  }
  [part='crop-frame']:focus-visible {
    outline: 3px solid #fff;
    outline-offset: 3px;
  }
  /* 44 px to take hold of, an angle to look at. */
  [part='widget'] [part='crop-handle'] {
    position: absolute;
    width: 44px;
    height: 44px;
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    translate: -50% -50%;
    touch-action: none;
  }
  [part='crop-handle']::before {
    content: '';
    position: absolute;
    inset: 12px;
    border: 0 solid #fff;
    filter: drop-shadow(0 0 1px rgb(0 0 0 / 0.5));
  }
  [data-hold^='-1'] {
    left: 0;
  }
  [data-hold^='0'] {
    left: 50%;
  }
  [data-hold^='1'] {
    left: 100%;
  }
  [data-hold$=' -1'] {
    top: 0;
  }
  [data-hold$=' 0'] {
    top: 50%;
  }
  [data-hold$=' 1'] {
    top: 100%;
  }
  [data-hold^='-1']::before {
    border-left-width: 4px;
    translate: 8px 0;
  }
  [data-hold^='1']::before {
    border-right-width: 4px;
    translate: -8px 0;
  }
  [data-hold$=' -1']::before {
    border-top-width: 4px;
    translate: 0 8px;
  }
  [data-hold$=' 1']::before {
    border-bottom-width: 4px;
    translate: 0 -8px;
  }
  [data-hold='-1 -1']::before {
    translate: 8px 8px;
  }
  [data-hold='1 -1']::before {
    translate: -8px 8px;
  }
  [data-hold='-1 1']::before {
    translate: 8px -8px;
  }
  [data-hold='1 1']::before {
    translate: -8px -8px;
  }
  [data-hold='-1 -1'],
  [data-hold='1 1'] {
    cursor: nwse-resize;
  }
  [data-hold='1 -1'],
  [data-hold='-1 1'] {
    cursor: nesw-resize;
  }
  [data-hold$=' 0'] {
    cursor: ew-resize;
  }
  [data-hold^='0'] {
    cursor: ns-resize;
  }
  [part='widget'] [part='compare'] {
    appearance: none;
    margin: 0;
    padding: 0;
    background: none;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  [part='compare']::-webkit-slider-runnable-track {
    height: 100%;
  }
  [part='compare']::-webkit-slider-thumb {
    appearance: none;
    width: 44px;
    height: 100%;
    background:
      radial-gradient(circle, transparent 18px, rgb(0 0 0 / 0.25) 18.5px, transparent 20px),
      linear-gradient(#2a2622, #2a2622) 17px 50% / 2px 12px no-repeat,
      linear-gradient(#2a2622, #2a2622) 25px 50% / 2px 12px no-repeat,
      radial-gradient(circle, #fff 18px, transparent 18.5px),
      linear-gradient(#fff, #fff) 50% 0 / 2px 100% no-repeat;
  }
  [part='compare']::-moz-range-thumb {
    width: 44px;
    height: 100%;
    border: 0;
    border-radius: 0;
    background:
      radial-gradient(circle, transparent 18px, rgb(0 0 0 / 0.25) 18.5px, transparent 20px),
      linear-gradient(#2a2622, #2a2622) 17px 50% / 2px 12px no-repeat,
      linear-gradient(#2a2622, #2a2622) 25px 50% / 2px 12px no-repeat,
      radial-gradient(circle, #fff 18px, transparent 18.5px),
      linear-gradient(#fff, #fff) 50% 0 / 2px 100% no-repeat;
  }
  [part='compare']:focus-visible {
    outline-offset: -3px;
  }
  [part='widget'] [part='draft-note'] {
    position: absolute;
    inset: auto 10px 10px auto;
    max-width: calc(100% - 20px);
    padding: 2px 10px;
    border-radius: 99px;
    font-size: 0.8125em;
    font-weight: 600;
    color: #fff;
    background: rgb(20 17 15 / 0.78);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    [part='crop-frame'] {
      box-shadow: none;
    }
  }
`;
