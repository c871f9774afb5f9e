const css = String.raw;

/** What is seen from the first press on. */
export const sheet = css`
  [part~='message'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    align-items: baseline;
  }
  [part~='message'] [part='contact-link'] {
    flex: none;
    margin-inline-start: auto;
    text-decoration: none;
  }
  [part='widget'] :is([part~='error'], [part~='exhausted'], [part~='notice']) {
    --_tone: var(--_danger);
    position: relative;
    padding: 12px 14px;
    padding-inline-start: calc(1.5em + 26px);
    color: var(--_text);
    font-weight: 400;
    background: color-mix(in srgb, var(--_tone) 9%, var(--_surface));
    border: 1px solid color-mix(in srgb, var(--_tone) 45%, var(--_surface));
    border-inline-start: 4px solid var(--_tone);
    border-radius: var(--_round);
  }
  [part='widget'] [part~='exhausted'] {
    --_tone: var(--_accent);
  }
  [part='widget'] [part~='notice'] {
    --_tone: var(--_edge);
  }
  /* An exclamation mark in a disc, drawn so that it is not read aloud; for what is used up, a clock. Beside the first line. */
  :is([part='alert']:not(:empty), [part~='notice'])::before {
    --_mark:
      linear-gradient(var(--_surface) 0 0) 50% 26% / 14% 38% no-repeat,
      radial-gradient(circle, var(--_surface) 65%, transparent 70%) 50% 80% / 16% 16% no-repeat;
    content: '';
    position: absolute;
    inset-inline-start: 12px;
    width: 1.5em;
    height: 1.5em;
    border-radius: 50%;
    background: var(--_mark), var(--_tone);
  }
  [part~='exhausted'] [part='alert']:not(:empty)::before {
    --_mark:
      linear-gradient(var(--_surface) 0 0) 50% 30% / 10% 36% no-repeat,
      linear-gradient(var(--_surface) 0 0) 66% 50% / 32% 10% no-repeat;
  }
  [part='alert'] {
    flex: 1 1 12em;
  }
  /* It stays for screen readers, which tell only what changes, and takes no room. */
  [part='alert']:empty {
    position: absolute;
  }
  [part='widget'] :is([part='message-date'], [part='countdown']) {
    font-weight: 700;
  }
  [part='countdown'] {
    min-width: 3em;
    font-size: 1.35em;
    font-variant-numeric: tabular-nums;
  }
  [part='progress'],
  [part='usage-bar'] {
    display: block;
    flex: 1 1 8em;
    height: 8px;
    overflow: hidden;
    background: var(--_border);
    border-radius: 4px;
  }
  [part='progress-bar'],
  [part='usage-fill'] {
    display: block;
    height: 100%;
    background: var(--_accent);
    border-radius: inherit;
  }
  [part='progress-bar'] {
    width: 40%;
    animation: along 1.6s infinite ease-in-out;
  }
  @keyframes along {
    from {
      translate: -100%;
    }
    to {
      translate: 250%;
    }
  }
  [part='usage'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  [part='usage-bar'] {
    max-width: 16em;
  }
  /* The picture under a grid that is being filled: the place of the pattern, so high that nothing below it is seen to move when that comes. */
  [part='making'] {
    position: relative;
    height: max(80vh, 20em);
    overflow: hidden;
    background: var(--_border);
    border-radius: var(--_round);
  }
  [part='making']::after {
    content: '';
    position: absolute;
    inset: 0;
    background:
      linear-gradient(var(--_surface) 1px, transparent 0) 0 0 / 12px 12px,
      linear-gradient(90deg, var(--_surface) 1px, transparent 0) 0 0 / 12px 12px;
    animation: weave 1.2s infinite alternate ease-in-out;
  }
  [part='making-picture'] {
    position: absolute;
    width: 100%;
    height: 100%;
    object-fit: cover;
    opacity: 0.75;
  }
  @keyframes weave {
    from {
      opacity: 0.3;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part='progress-bar'],
    [part='making']::after {
      animation-duration: 12s;
    }
  }
  img[part='preview'] {
    max-width: 100%;
    max-height: min(60vh, 26em);
  }
  [part='frame'] {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  [part='frame-outside'] {
    fill: rgb(0 0 0 / 0.55);
    fill-rule: evenodd;
  }
  [part='frame-edge'] {
    fill: none;
    stroke: #fff;
    stroke-width: 2px;
    stroke-dasharray: 6 4;
    vector-effect: non-scaling-stroke;
  }
  [part='guide'] {
    max-height: 20em;
    overflow: auto;
  }
  /* Long lines are laid out when they come into view. */
  ol > [part='step'] {
    content-visibility: auto;
    contain-intrinsic-size: auto 1.5em;
  }
  @media print {
    /* Paper is white, whatever the page is. */
    :host {
      color-scheme: light !important;
    }
    [part='heading'],
    [part='intake'],
    [part~='message'],
    [part='actions'],
    [part='making'],
    [part='usage'] {
      display: none;
    }
    [part='widget'] {
      padding: 0;
      border: 0;
    }
  }
`;
