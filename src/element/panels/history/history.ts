// @csspart history-label - heading of the kept designs
// @csspart history-list - the kept designs in a row
// @csspart history-item - one of them
// @csspart history-show - shows it again
// @csspart history-thumbnail - its picture
// @csspart history-blank - in place of a picture
// @csspart history-name - what it is
// @csspart history-size - how many columns and rows it has
// @csspart history-date - when it was made
// @csspart history-remove - removes it
// @csspart history-gone - what was removed, and can be taken back for a while
// @csspart history-told - the words of it
// @csspart undo-button - takes it back
import type { Summary } from '../../../cache/store/entry.js';
import type { Removed } from '../../../generation/kept.js';
import type { Mount } from '../../files.js';
import { history as english } from '../../texts/english/history.js';
import type { Texts } from '../../texts/say.js';
import { voice } from '../../texts/voice.js';
import { adopt } from '../adopt.js';
import { Removals, type Removal } from './removals.js';
import { sheet } from './sheet.js';

/** What a press in the strip does. */
export interface HistoryHost {
  recall(key: string): Promise<void>;
  forget(key: string): Promise<Removed>;
  restore(key: string, removed: Removed): Promise<void>;
}

export interface HistoryInput {
  host: HistoryHost;
  items: Summary[];
  lang: string;
  strings?: Texts;
}

/** Thumbnails of the kept designs: one press shows one again without a use, another removes it, and a third takes that back. */
export const mount: Mount<HistoryInput> = (container, input, lit) => {
  const { html, nothing, render } = lit;
  const root = container.getRootNode() as ShadowRoot;
  adopt(root, sheet);
  const removals = new Removals(() => draw());
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

  const takeBack = async (removal: Removal) => {
    removals.take(removal);
    await input.host.restore(removal.item.key, await removal.removing);
  };

  const draw = () => {
    const { host, lang, strings } = input;
    const kept = removals.rest(input.items);
    // One alone is what the visitor has before her.
    const items = kept.length > 1 ? kept : [];
    const removal = removals.last;
    const { say, list } = voice(lang, english, strings);
    const day = new Intl.DateTimeFormat(lang || undefined, { dateStyle: 'medium' });
    const told = ({ title, at }: Summary) => {
      const { niche, pattern, columns, rows, name } = title;
      const kind = niche ?? pattern ?? '';
      const size = columns ? `${columns} × ${rows}` : '';
      return { name: name ?? (say(kind) || kind), size, date: at ? day.format(at) : '' };
    };
    const inFull = (item: Summary) => list(Object.values(told(item)).filter(Boolean));
    dropPictures(items);
    const entry = (item: Summary) => {
      const { name, size, date } = told(item);
      const whole = inFull(item);
      const src = pictureOf(item);
      return html`<li part="history-item">
        <button
          part="history-show"
          type="button"
          aria-label=${say('historyShow', { name: whole })}
          @click=${() => void host.recall(item.key)}
        >
          ${src ? html`<img part="history-thumbnail" src=${src} alt="" />` : html`<span part="history-blank"></span>`}
          <span part="history-name" dir="auto">${name}</span>
          <bdi part="history-size" dir="ltr">${size}</bdi>
          <span part="history-date">${date}</span>
        </button>
        <button
          part="history-remove"
          type="button"
          aria-label=${say('historyRemove', { name: whole })}
          @click=${() => removals.add(item, host.forget(item.key))}
        >
          ×
        </button>
      </li>`;
    };
    const buttons = () => [...container.querySelectorAll('button')];
    const before = buttons().indexOf(root.activeElement as HTMLButtonElement);
    render(
      html`${
          items.length
            ? html`<h3 part="history-label"><slot name="history-label">${say('history')}</slot></h3>
                <ul part="history-list" role="list">
                  ${items.map(entry)}
                </ul>`
            : nothing
        }
        <div part="history-gone">
          <span part="history-told" role="status"
            >${removal && say(removal.said?.owed ? 'historyOwed' : 'historyGone', { name: inFull(removal.item) })}</span
          >
          ${
            removal
              ? html`<button part="undo-button" type="button" @click=${() => void takeBack(removal)}>
                  ${say('historyUndo')}
                </button>`
              : nothing
          }
        </div>`,
      container,
    );
    // The last one took its button along: the keyboard goes on at the one before.
    if (before >= buttons().length) buttons().pop()?.focus();
  };
  draw();
  return {
    update(next) {
      input = next;
      draw();
    },
    unmount() {
      removals.end();
      dropPictures([]);
      render(nothing, container);
    },
  };
};
