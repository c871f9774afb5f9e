// @csspart history-label - heading of the kept designs
// @csspart history-list - the kept designs in a row
// @csspart history-item - one of them
// @csspart history-show - shows it again
// @csspart history-thumbnail - its picture
// @csspart history-blank - in place of a picture
// @csspart history-name - what it is
// @csspart history-remove - removes it
import type { Summary } from '../../../cache/store/entry.js';
import type { Mount } from '../../files.js';
import { history as english } from '../../texts/english/history.js';
import type { Texts } from '../../texts/say.js';
import { voice } from '../../texts/voice.js';
import { adopt } from '../adopt.js';
import { sheet } from './sheet.js';

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
export const mount: Mount<HistoryInput> = (container, input, lit) => {
  const { html, nothing, render } = lit;
  const root = container.getRootNode() as ShadowRoot;
  adopt(root, sheet);
  const pictures = new Map<string, string>();

  const pictureOf = ({ key, thumb }: Summary) => {
    if (thumb && !pictures.has(key)) pictures.set(key, URL.createObjectURL(new Blob([thumb.bytes], { type: thumb.type })));
    return pictures.get(key);
  };
  const dropPictures = (kept: Summary[]) => {
    for (const [key, src] of pictures)
      if (!kept.some((item) => item.key === key)) {
        URL.revokeObjectURL(src);
        pictures.delete(key);
      }
  };

  const update = ({ host, items, lang, strings }: HistoryInput) => {
    const { say } = voice(lang, english, strings);
    dropPictures(items);
    const entry = (item: Summary) => {
      const { niche, pattern, columns, rows, name: own } = item.title;
      const kind = niche ?? pattern ?? '';
      const name = own ?? `${say(kind) || kind} ${columns ? `${columns} × ${rows}` : ''}`.trim();
      const src = pictureOf(item);
      return html`<li part="history-item">
        <button
          part="history-show"
          type="button"
          aria-label=${say('historyShow', { name })}
          @click=${() => void host.recall(item.key)}
        >
          ${src ? html`<img part="history-thumbnail" src=${src} alt="" />` : html`<span part="history-blank"></span>`}
          <span part="history-name">${name}</span>
        </button>
        <button
          part="history-remove"
          type="button"
          aria-label=${say('historyRemove', { name })}
          @click=${() => void host.forget(item.key)}
        >
          ×
        </button>
      </li>`;
    };
    const before = [...container.querySelectorAll('button')].indexOf(root.activeElement as HTMLButtonElement);
    render(
      html`<h3 part="history-label"><slot name="history-label">${say('history')}</slot></h3>
        <ul part="history-list" role="list">
          ${items.map(entry)}
        </ul>`,
      container,
    );
    // The last design took its button along: the keyboard goes on at the one before.
    if (before >= items.length * 2) container.querySelector<HTMLButtonElement>('li:last-child button')?.focus();
  };
  update(input);
  return {
    update,
    unmount() {
      dropPictures([]);
      render(nothing, container);
    },
  };
};
