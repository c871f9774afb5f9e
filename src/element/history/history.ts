import type { Summary } from '../../cache/store/entry.js';
import type { Mount } from '../files.js';
import { button, part } from '../viewer/part.js';
import { historySheet } from './history-sheet.js';
import { history as english } from '../texts/english/history.js';
import type { Texts } from '../texts/say.js';
import { voice, type Voice } from '../texts/voice.js';

/** What a press in the strip does. */
export interface HistoryHost {
  recall(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface HistoryInput {
  host: HistoryHost;
  items: Summary[];
  lang: string;
  strings?: Texts;
}

/** Thumbnails of the kept designs: one press shows one again without a use, another removes it. */
export const mountHistory: Mount<HistoryInput> = (container, input) => {
  show(container, input);
  return { update: (input) => show(container, input), unmount: () => container.replaceChildren() };
};

function show(container: HTMLElement, { host, items, lang, strings }: HistoryInput): void {
  historySheet(container.getRootNode() as ShadowRoot);
  const { say } = voice(lang, english, strings);
  const focused = (container.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  const place =
    focused && container.contains(focused) ? [...container.querySelectorAll('button')].indexOf(focused as HTMLButtonElement) : -1;
  container.replaceChildren(...(items.length ? [label(say('history')), strip(host, items, say)] : []));
  // A removed design took its button along: the keyboard goes on at the one in its place.
  if (place >= 0) [...container.querySelectorAll('button')].at(Math.min(place, items.length * 2 - 1))?.focus();
}

function label(text: string): Node {
  const slot = document.createElement('slot');
  slot.name = 'history-label';
  slot.textContent = text;
  return part('h3', 'history-label', [slot]);
}

function strip(host: HistoryHost, items: Summary[], say: Voice['say']): Node {
  return part(
    'ul',
    'history-list',
    items.map(({ key, title, thumb }) => {
      const kind = title.niche ?? title.pattern ?? '';
      const name = title.name ?? `${say(kind) || kind} ${title.columns ? `${title.columns} × ${title.rows}` : ''}`.trim();
      const named = (key: string) => ({ 'aria-label': say(key, { name }) });
      const show = button('history-show', [picture(thumb), part('span', 'history-name', [name])], named('historyShow'));
      show.onclick = () => void host.recall(key);
      const remove = button('history-remove', ['×'], named('historyRemove'));
      remove.onclick = () => void host.forget(key);
      return part('li', 'history-item', [show, remove]);
    }),
  );
}

function picture(thumb: Summary['thumb']): Node {
  if (!thumb) return part('span', 'history-blank');
  const src = URL.createObjectURL(new Blob([thumb.bytes], { type: thumb.type }));
  const image = part('img', 'history-thumbnail', [], { alt: '' });
  image.onload = image.onerror = () => URL.revokeObjectURL(src);
  image.src = src;
  return image;
}
