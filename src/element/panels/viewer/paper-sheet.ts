const css = String.raw;

/** The page on paper: the pattern and what it takes, nothing to press. Comes after the other sheets. */
export const paperSheet = css`
  @media print {
    [part='work-button'],
    [part='tools'],
    [part='readout'],
    [part='tool'],
    [part='work'],
    [part='texts'] {
      display: none;
    }
    [part='layout'] {
      display: block;
    }
    [part='materials'] {
      max-height: none;
      columns: 2;
      overflow: visible;
    }
    [part='material'] {
      break-inside: avoid;
    }
    [part='viewer'] [part='material-button'] {
      min-height: 0;
    }
  }
`;
