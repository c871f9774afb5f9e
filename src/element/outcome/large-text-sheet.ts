const css = String.raw;

/** Large text on a small screen: a long word may be all that fits into a line. */
export const largeTextSheet = css`
  @container (max-width: 12em) {
    [part='widget'] :is(button, [part='alert'], [part='contact-link'], [part='field-error']) {
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    [part='widget'] :is([part='actions'] button, [part='contact-link']) {
      padding-inline: 8px;
    }
    [part='widget'] [part~='message'] [part='contact-link'] {
      flex: 0 1 auto;
      margin: 0;
    }
    [part='widget'] :is([part~='error'], [part~='exhausted'], [part~='notice']) {
      padding: calc(1.5em + 20px) 12px 12px;
    }
    [part='widget'] [part~='message']::before,
    [part='alert']::before {
      top: 12px;
    }
    [part='widget'] select {
      padding-inline-end: 1.4em;
    }
  }
`;
