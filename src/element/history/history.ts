import type { Summary } from '../../cache/results.js';
import { historySheet } from './history-sheet.js';
import { historyTexts } from './history-strings.js';

/** What a press in the strip does. */
export interface HistoryHost {
  recall(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const node = document.createElement(tag);
  node.setAttribute('part', part);
  node.append(...content);
  return node;
};

/** Thumbnails of the kept designs: one press shows one again without a use, another removes it. Called anew for every change. */
export function showHistory(container: HTMLElement, host: HistoryHost, items: Summary[], lang: string, strings: object): void {
  historySheet(container.getRootNode() as ShadowRoot);
  const words = historyTexts(lang, strings as Record<string, string>) as Record<string, string>;
  const focused = (container.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  const place =
    focused && container.contains(focused) ? [...container.querySelectorAll('button')].indexOf(focused as HTMLButtonElement) : -1;
  container.replaceChildren(...(items.length ? [label(words.history!), strip(host, items, words)] : []));
  // A removed design took its button along: the keyboard goes on at the one in its place.
  if (place >= 0) [...container.querySelectorAll('button')].at(Math.min(place, items.length * 2 - 1))?.focus();
}

function label(text: string): Node {
  const slot = document.createElement('slot');
  slot.name = 'history-label';
  slot.textContent = text;
  return element('h3', 'history-label', slot);
}

function strip(host: HistoryHost, items: Summary[], words: Record<string, string>): Node {
  const list = element('ul', 'history-list');
  list.append(
    ...items.map(({ key, label = '', thumb }) => {
      const [first = '', ...size] = label.split(' ');
      const name = [words[first] ?? first, ...size].join(' ');
      const say = (text: string) => text.replace('{name}', name);
      const show = element('button', 'history-show', picture(thumb), element('span', 'history-name', name));
      show.setAttribute('aria-label', say(words.historyShow!));
      show.onclick = () => void host.recall(key);
      const remove = element('button', 'history-remove', '×');
      remove.setAttribute('aria-label', say(words.historyRemove!));
      remove.onclick = () => void host.forget(key);
      return element('li', 'history-item', show, remove);
    }),
  );
  return list;
}

function picture(thumb: Summary['thumb']): Node {
  if (!thumb) return element('span', 'history-blank');
  const image = element('img', 'history-thumbnail');
  image.alt = '';
  image.src = URL.createObjectURL(new Blob([thumb.bytes], { type: thumb.type }));
  image.onload = image.onerror = () => URL.revokeObjectURL(image.src);
  return image;
}
