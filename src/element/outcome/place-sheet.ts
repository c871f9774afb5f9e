const css = String.raw;

/** The studio's place, from the moment in which a picture is chosen; what stands in it has a sheet of its own. */
export const placeSheet = css`
  [part='intake'][data-studio] {
    /* How high the studio's lines are: the tools, a field with its name, how many colours, what comes of it. */
    --_tools: calc(max(56px, 38px + 1em) + 2px);
    --_size: calc(1.3125em + 2px + max(44px, 1.5em + 18px));
    --_fabric: var(--_size);
    --_colors: max(44px, 1.5em + 18px);
    --_news: calc(22px + 6em);
    --_top: var(--_size);
    --_picture: min(100cqw / var(--_ratio), max(280px, 64vh));
    grid-template-columns: repeat(auto-fit, minmax(min(max(9em, 50% - var(--_space)), 100%), 1fr));
    align-items: end;
    align-content: start;
    min-height: calc(var(--_top) + var(--_space) + var(--_picture) + var(--_gap) + var(--_lines, -999px));
    transition: min-height 0.4s;
  }
  [part='warnings'] {
    display: grid;
    gap: var(--_gap);
  }
  [part='warnings']:empty {
    display: none;
  }
  [part='studio']:not(:empty),
  [data-studio~='many'] > :is([part='controls'], [part~='compact']) {
    grid-column: 1 / -1;
  }
  [part='widget'] [part~='compact'] {
    align-self: stretch;
    grid-auto-flow: column;
    gap: 10px;
    align-items: center;
    justify-content: start;
    min-height: 50px;
    padding: 4px 8px 4px 4px;
    font-size: 0.9375em;
    line-height: 1.25;
    text-align: start;
    border: 1px solid var(--_edge);
    border-radius: var(--_round);
  }
  [part~='compact'] [part='thumbnail'] {
    width: 40px;
    height: 40px;
    object-fit: cover;
  }
  [part='widget'] [part~='compact'] [part='choose'] {
    text-decoration: none;
  }
  /* Until it comes: the picture where it will be, and below it the fields that it will replace. */
  :is([data-studio~='coming'], [data-studio~='missing']) > [part='controls'] {
    display: contents;
  }
  [part='studio-coming'] {
    order: 1;
    grid-column: 1 / -1;
    align-self: start;
    position: relative;
    width: 100%;
    max-height: max(280px, 64vh);
    aspect-ratio: var(--_ratio);
    overflow: hidden;
    border-radius: var(--_round);
    background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
  }
  [data-studio~='missing'] [part='studio-coming'] {
    width: min(100%, max(280px, 64vh) * var(--_ratio));
  }
  [part='coming-picture'] {
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  [data-later] {
    order: 2;
  }
  /* Beside the camera there is no room for a field. */
  [part='intake'][data-studio]:has(> [part='camera']) {
    --_top: calc(50px + var(--_space) + var(--_size));
  }
  @container (max-width: 330px) {
    [part='intake'][data-studio] {
      --_colors: calc(2 * max(44px, 1.5em + 18px));
    }
  }
  @container (max-width: 19em) {
    [part='intake'][data-studio] {
      --_top: calc(50px + var(--_space) + var(--_size));
      --_news: calc(22px + 8.6em);
    }
  }
  @container (max-width: 290px) {
    [part='intake'][data-studio] {
      --_tools: calc(2 * max(56px, 38px + 1em) + 2px);
    }
  }
  @container (max-width: 10em) {
    [part='intake'][data-studio] {
      --_tools: calc(4 * max(56px, 38px + 1em) + 2px);
    }
  }
  @container (min-width: 640px) {
    [part='intake'][data-studio] {
      --_picture: min((100cqw - 1.25 * var(--_space)) * 0.5556 / var(--_ratio), max(280px, 64vh));
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
      column-gap: calc(var(--_space) * 1.25);
      min-height: calc(var(--_top) + var(--_space) + max(var(--_picture), var(--_lines, 0px)));
    }
    [data-studio]:is([data-studio~='coming'], [data-studio~='missing']) {
      grid-template-rows: repeat(4, auto) 1fr;
    }
    [part='studio-coming'] {
      grid-area: 2 / 1 / 6;
    }
    [part='camera'] ~ [part='studio-coming'] {
      grid-row: 3 / 6;
    }
    [data-later] {
      grid-column: 2;
    }
  }
`;
