import { say } from '../texts/say.js';
import type { View } from '../views/view.js';
import { errorText, when } from './error-text.js';

/** What is going on. */
export function messageView({ html, strings, lang, face, generation: { state, step, error, closed } }: View) {
  const { why, until } = closed ?? {};
  const gone =
    why === 'credits' || !until
      ? strings['credits-exhausted']
      : say(strings, lang, why === 'limit' ? 'rate-limited' : 'quota-exhausted', { date: when(until, lang, why === 'quota') });
  if (state === 'exhausted') return html`<slot name="exhausted">${gone}</slot>`;
  return (
    (state === 'working' ? step && strings[step] : error && errorText(error, strings, face.fields, lang)) ||
    (strings[state] ?? '')
  );
}

/** The way to the owner, for addresses that a link may have. */
export const contactView = ({ html, strings, page: { contactUrl }, generation }: View) =>
  generation.state === 'exhausted' && contactUrl && /^(https?|mailto|tel):|^[^:]*$/i.test(contactUrl)
    ? html`<a part="contact-link" href=${contactUrl}>${strings.contact}</a>`
    : '';
