// @csspart message-date - the time in a message
import { OWNER_MUST_ACT } from '../../core/pattern-error.js';
import type { Scene } from './parts.js';
import { errorTold, type Told } from './error-text.js';
import { heldBackTold } from './held-back.js';

/** The one place where the widget says what is going on. */
export interface Message {
  /** Its kind, beside `message` in the part's name; `silent` is heard and not seen. */
  kind: '' | 'silent' | 'notice' | 'error' | 'exhausted';
  /** Said at once, to screen readers too. */
  alarm?: unknown;
  /** Said when there is time. */
  said?: unknown;
  /** What can be done about it. */
  help?: unknown;
}

/** The date stands out: it is what people look for. */
function rich({ html }: Scene, { text, date }: Told): unknown {
  const [before, after] = date ? text.split(date) : [];
  return after === undefined ? text : html`${before}<b part="message-date">${date}</b>${after}`;
}

/** The way to the owner, for addresses that a link may have. */
const contact = ({ html, strings, page: { contactUrl } }: Scene): unknown =>
  contactUrl && /^(https?|mailto|tel):|^[^:]*$/i.test(contactUrl)
    ? html`<a part="contact-link" href=${contactUrl}>${strings.contact}</a>`
    : '';

/** The address is all there is of the picture, where a visitor could try something on it. */
const unreadable = ({ generation, page }: Scene) =>
  generation.picture.open?.url && !generation.picture.open.opened && (page.studio ?? page.controls) !== 'none';

export function messageFor(scene: Scene): Message {
  const { html, strings, face, page, now, several } = scene;
  const { state, step, error, strip } = now;
  if (state === 'exhausted') {
    const below = page.history !== 'off' && strip.history.length > 1;
    return {
      kind: 'exhausted',
      alarm: html`<slot name="exhausted">${rich(scene, heldBackTold(scene))}</slot>${below ? ' ' + strings.kept : ''}`,
      help: contact(scene),
    };
  }
  if (error)
    return {
      kind: 'error',
      alarm: rich(scene, errorTold(error, scene, face.fields)),
      help: OWNER_MUST_ACT.has(error.code) ? contact(scene) : '',
    };
  if (state === 'ready')
    // Empty until the picture is seen, so that another one is announced as well.
    return now.blank
      ? { kind: 'notice', said: strings['image-blank'] }
      : unreadable(scene)
        ? { kind: 'notice', said: strings['image-far'] }
        : {
            kind: several ? 'notice' : 'silent',
            said: scene.thumbnailSize === undefined ? '' : strings[several ? 'first' : 'chosen'],
          };
  if (state === 'empty') return { kind: 'silent' };
  if (state === 'working') return { kind: step === 'unsettled' ? 'notice' : '', said: step && strings[step] };
  return { kind: '', said: strings[state] };
}
