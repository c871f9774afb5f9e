import { html } from 'lit';
import type { State } from '../../generation/generation.js';
import type { Quota } from '../../quota/ledger.js';
import { when } from '../error-text.js';
import { say } from '../texts/say.js';
import type { Strings } from '../texts/strings.js';

export interface MessageView {
  strings: Strings;
  state: State;
  step: string;
  text: string;
  quota: Quota;
  lang: string;
  contact?: string;
}

/** What is going on, in one place that is always there and that screen readers follow. */
export const messageView = ({ strings, state, step, text, quota, lang, contact }: MessageView) => {
  const gone =
    quota.kind === 'credits' || !quota.resetAt
      ? strings['credits-exhausted']
      : say(strings, lang, 'quota-exhausted', { date: when(quota.resetAt, lang, true) });
  const exhausted = state === 'exhausted';
  const said = exhausted ? gone : state === 'working' ? strings[step] : text || strings[state];
  return html`<p part="message" role="status" tabindex="-1">
      ${exhausted ? html`<slot name="exhausted">${said}</slot>` : (said ?? '')}
    </p>
    ${exhausted && contact && /^(https?|mailto|tel):|^[^:]*$/i.test(contact) ? html`<a part="contact-link" href=${contact}>${strings.contact}</a>` : ''}`;
};
