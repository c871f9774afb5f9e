// @csspart usage-fill - how full the bar is
// @csspart usage-text - how many are left, in words
import { say } from '../texts/say.js';
import type { Scene } from './parts.js';

/** How many uses are left, where the page wants it told; only with the limit known is there a bar. */
export function usageView({ html, strings, lang, page: { usage, lowUsage }, now }: Scene) {
  const { remaining, limit } = now.quota;
  if (typeof remaining !== 'number' || usage === 'never' || (usage !== 'always' && remaining > lowUsage)) return '';
  const left = say(strings, lang, 'left', { count: remaining });
  const bar = () =>
    html`<span
      part="usage-bar"
      role="meter"
      aria-label=${left}
      aria-valuemin="0"
      aria-valuemax=${limit as number}
      aria-valuenow=${remaining}
      aria-valuetext=${say(strings, lang, 'leftOf', { count: remaining, limit })}
      ><span part="usage-fill" .style=${`inline-size:${(100 * remaining) / (limit as number)}%`}></span
    ></span>`;
  return html`<div part="usage">${typeof limit === 'number' ? bar() : ''}<span part="usage-text">${left}</span></div>`;
}
