import { html } from 'lit';
import type { Quota } from '../../quota/ledger.js';
import { fill, type Strings } from '../strings.js';

/** How many uses are left; only with the limit known is there a bar. */
export const usageView = ({ kind, remaining, limit }: Quota, strings: Strings, lang: string) => {
  const label = kind === 'credits' ? strings.credits : strings.usage;
  return html`<div part="usage">
    ${typeof limit === 'number' ? html`<meter part="usage-bar" max=${limit} value=${remaining as number} aria-label=${label}></meter>` : ''}
    <span part="usage-text">${fill(strings.left, { count: (remaining as number).toLocaleString(lang || undefined) })}</span>
  </div>`;
};
