import { say } from '../texts/say.js';
import type { View } from '../views/view.js';

/** How many uses are left, where the page wants it told; only with the limit known is there a bar. */
export const usageView = ({ html, strings, lang, page: { usage, lowUsage }, generation }: View) => {
  const { remaining, limit } = generation.quota;
  if (typeof remaining !== 'number' || usage === 'never' || (usage !== 'always' && remaining > lowUsage)) return '';
  const text = say(strings, lang, 'left', { count: remaining });
  return html`<div part="usage">
    ${typeof limit === 'number' ? html`<meter part="usage-bar" max=${limit} value=${remaining} aria-label=${text}></meter>` : ''}
    <span part="usage-text">${text}</span>
  </div>`;
};
