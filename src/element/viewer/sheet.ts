// Tagged so that editors, prettier and the build's minifier see it as CSS.
const css = String.raw;

const text = css`
  [part='viewer'] {
    container-type: inline-size;
    --ink: var(--pattern-text, #2a2622);
    --paper: var(--pattern-surface, #fffdfa);
    --quiet: var(--pattern-muted, #6d645b);
    --rule: var(--pattern-border, #e2dad0);
    --mark: var(--pattern-accent, #a8432d);
    --gap: var(--pattern-space, 1rem);
    --round: var(--pattern-radius, 0.5rem);
    color: var(--ink);
    font-family: var(--pattern-font, inherit);
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
  }
  @supports (color: light-dark(red, red)) {
    [part='viewer'] {
      --ink: var(--pattern-text, light-dark(#2a2622, #efe9e1));
      --paper: var(--pattern-surface, light-dark(#fffdfa, #1d1a17));
      --quiet: var(--pattern-muted, light-dark(#6d645b, #a99f94));
      --rule: var(--pattern-border, light-dark(#e2dad0, #3d372f));
      --mark: var(--pattern-accent, light-dark(#a8432d, #e58a6f));
    }
  }
  [part='layout'] {
    display: grid;
    gap: calc(var(--gap) * 1.75);
  }
  [part~='area'] {
    min-inline-size: 0;
  }
  [part='title'] {
    margin: 0 0 0.5em;
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.3;
  }
  [part='viewer'] :is(ul, ol, dl, dd, p) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part='viewer'] :focus-visible {
    outline: 2px solid var(--mark);
    outline-offset: 2px;
  }

  [part='facts'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
    gap: 0.75rem var(--gap);
    padding-block: 0.75rem;
    border-block: 1px solid var(--rule);
  }
  [part='fact-name'],
  [part='note'],
  [part='readout'],
  [part='current-place'] {
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  [part='fact-value'] {
    font-size: 1.125rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  [part='canvas'],
  [part='picture'] {
    display: block;
    inline-size: 100%;
    max-block-size: min(75vh, 44rem);
  }
  [part='canvas'] {
    direction: ltr;
    color: var(--quiet);
    background: var(--paper);
    caret-color: var(--mark);
    transition:
      color 1ms,
      background-color 1ms,
      caret-color 1ms;
  }
  [part='picture'] {
    object-fit: contain;
    border-radius: var(--round);
  }
  [part='zoom'],
  [part='pager'] {
    display: flex;
    align-items: center;
    gap: 0.375rem;
  }
  [part='zoom'] {
    margin-block-start: 0.5rem;
  }
  [part='readout'] {
    flex: 1;
    min-inline-size: 0;
  }
  [part~='viewer-button'] {
    box-sizing: border-box;
    min-block-size: 2.25rem;
    min-inline-size: 2.25rem;
    padding: 0 0.75rem;
    border: 1px solid var(--rule);
    border-radius: var(--round);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 0.875rem;
    cursor: pointer;
  }
  [part~='viewer-button']:hover {
    border-color: var(--quiet);
  }
  [part~='viewer-button'][aria-disabled='true'] {
    color: var(--quiet);
    border-color: var(--rule);
    cursor: default;
  }

  [part='materials'] {
    overflow: auto;
    max-block-size: min(75vh, 44rem);
    border-block-start: 1px solid var(--rule);
  }
  [part='material'] {
    border-block-end: 1px solid var(--rule);
  }
  [part='material-button'] {
    box-sizing: border-box;
    display: grid;
    grid-template-columns: auto 1fr auto 3.5em;
    align-items: center;
    gap: 0.75rem;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.25rem 0.5rem;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9375rem;
    text-align: start;
  }
  button[part='material-button'] {
    cursor: pointer;
  }
  button[part='material-button']:hover,
  [part='step']:hover {
    background: color-mix(in srgb, var(--mark) 7%, transparent);
  }
  [part='material-button']:focus-visible {
    outline-offset: -2px;
  }
  [part='material-button'][aria-pressed='true'] {
    background: color-mix(in srgb, var(--mark) 14%, transparent);
    box-shadow: inset 3px 0 var(--mark);
  }
  [part='swatch'] {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    border-radius: 50%;
    box-shadow: inset 0 0 0 1px rgb(128 118 108 / 0.45);
    forced-color-adjust: none;
  }
  [part='name'] {
    overflow-wrap: anywhere;
    line-height: 1.25;
  }
  [part='id'] {
    margin-inline-start: 0.5em;
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  [part='quantity'],
  [part='percentage'] {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  [part='percentage'] {
    color: var(--quiet);
    font-size: 0.8125rem;
  }

  [part='pager'] {
    margin-block: 0.75rem;
  }
  [part='slider'] {
    flex: 1;
    min-inline-size: 0;
    block-size: 2.25rem;
    margin: 0;
    accent-color: var(--mark);
  }
  [part='current'] {
    padding: var(--gap);
    border: 1px solid var(--rule);
    border-inline-start: 3px solid var(--mark);
    border-radius: var(--round);
  }
  [part='current-head'] {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--gap);
  }
  [part='current-label'] {
    font-size: 1.375rem;
    font-weight: 650;
    line-height: 1.3;
  }
  [part='runs'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    margin-block-start: 0.75rem !important;
  }
  [part='run'] {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    font-size: 0.9375rem;
  }
  [part='run'] [part='swatch'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  [part='run-name'] {
    color: var(--quiet);
  }
  [part='guide'] {
    position: relative;
    overflow: auto;
    max-block-size: 22rem;
    margin-block-start: var(--gap) !important;
    font-size: 0.875rem;
  }
  [part='step'] {
    padding: 0.375rem 0.625rem;
    border-block-end: 1px solid var(--rule);
    border-inline-start: 3px solid transparent;
    content-visibility: auto;
    contain-intrinsic-size: auto 3rem;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  [part='step'][aria-current] {
    border-inline-start-color: var(--mark);
    background: color-mix(in srgb, var(--mark) 10%, transparent);
  }
  [part='summary'] {
    margin-block-start: var(--gap);
    font-size: 0.875rem;
  }
  [part='summary-title'] {
    padding-block: 0.625rem;
    cursor: pointer;
  }
  [part='place'] {
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--rule);
    overflow-wrap: anywhere;
    content-visibility: auto;
    contain-intrinsic-size: auto 4rem;
  }

  @container (min-width: 640px) {
    [part='layout'] {
      grid-template-columns: minmax(0, 5fr) minmax(15rem, 3fr);
    }
    [part='facts'],
    [part~='work'] {
      grid-column: 1 / -1;
    }
  }
  @media (pointer: coarse) {
    [part~='viewer-button'],
    [part='material-button'],
    [part='step'],
    [part='slider'],
    [part='summary-title'] {
      box-sizing: border-box;
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    [part='material-button'][aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** A constructed sheet, because a strict content security policy allows no other style beside the page's own files. */
export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
