// @csspart studio-icon - sign on a button
import type { Lit } from '../../files.js';

/** Lines in a square of 24. */
const LINES = {
  crop: 'M6 2v14a2 2 0 0 0 2 2h14M2 6h14a2 2 0 0 1 2 2v14',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M5 19l1.7-1.7M17.3 6.7 19 5',
  turn: 'M20 5v5h-5M19.4 10A8 8 0 1 0 20 14',
  mirror: 'M12 3v18M9 7 3 17h6zM15 7l6 10h-6z',
  locked: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  open: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 6.8-1.2',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17v.6',
};

export const icon = ({ html }: Pick<Lit, 'html'>, name: keyof typeof LINES) =>
  html`<svg part="studio-icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${LINES[name]} /></svg>`;
