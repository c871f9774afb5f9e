import { html } from 'lit';
import type { Quota } from '../../quota/ledger.js';
import { say } from '../texts/say.js';
import type { Strings } from '../texts/strings.js';

/** How many uses are left; only with the limit known is there a bar. */
export const usageView = ({ remaining, limit }: Quota, strings: Strings, lang: string) => {
  const text = say(strings, lang, 'left', { count: remaining });
  return html`<div part="usage">
    ${typeof limit === 'number' ? html`<meter part="usage-bar" max=${limit} value=${remaining as number} aria-label=${text}></meter>` : ''}
    <span part="usage-text">${text}</span>
  </div>`;
};
