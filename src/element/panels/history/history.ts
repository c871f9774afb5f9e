// @csspart history-label - heading of the kept designs
// @csspart history-list - the kept designs in a row
// @csspart history-item - one of them
// @csspart history-show - shows it again
// @csspart history-thumbnail - its picture
// @csspart history-blank - in place of a picture
// @csspart history-name - what it is
// @csspart history-size - how many columns and rows it has
// @csspart history-date - when it was made
// @csspart history-share - how far one has come with it
// @csspart history-head - heading and what can be done with all
// @csspart compare-button - two of them side by side
// @csspart history-remove - removes it
// @csspart history-gone - what was removed, and can be taken back for a while
// @csspart history-told - the words of it
// @csspart history-undo-button - takes it back
// @csspart history-owed - that a name is not stored
import type { Summary } from '../../../cache/store/entry.js';
import type { Looked, Removed } from '../../../generation/kept.js';
import type { Mount } from '../../files.js';
import { history } from '../../texts/english/history.js';
import { viewer } from '../../texts/english/viewer.js';
import type { Texts } from '../../texts/say.js';
import type { Speak } from '../../texts/voice.js';
import { adopt } from '../adopt.js';
import { Comparison } from './comparison.js';
import { Naming } from './naming.js';
import { Removals, type Removal } from './removals.js';
import { sheet } from './sheet.js';

/** What a press in the strip does. */
export interface HistoryHost {
  recall(key: string): Promise<void>;
  forget(key: string): Promise<Removed>;
  restore(key: string, removed: Removed): Promise<void>;
  /** False when the name is not stored. */
  rename(key: string, name: string): Promise<boolean>;
  peek(key: string): Promise<Looked | undefined>;
}

export interface HistoryInput {
  host: HistoryHost;
  items: Summary[];
  lang: string;
  strings?: Texts;
  speak: Speak;
}

// What is compared has the same words as where it is shown.
const english = { ...viewer, ...history };

/** Thumbnails of the kept designs: one press shows one again without a use, another removes it, and a third takes that back. */
export const mount: Mount<HistoryInput> = (container, input, lit) => {
  const { html, nothing, render } = lit;
  const root = container.getRootNode() as ShadowRoot;
  adopt(root, sheet);
  const removals = new Removals(() => draw());
  const naming = new Naming(() => draw());
  const comparison = new Comparison(
    () => draw(),
    (key) => input.host.peek(key),
  );
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
    const { host, lang, strings, speak } = input;
    const kept = removals.rest(input.items);
    // One alone is what the visitor has before her.
    const items = kept.length > 1 ? kept : [];
    const removal = removals.last;
    const words = speak(lang, english, strings);
    const { say, percent } = words;
    const day = new Intl.DateTimeFormat(lang || undefined, { dateStyle: 'medium' });
    const told = (item: Summary) => {
      const { title, at, progress } = item;
      const done = progress?.share;
      const { niche, pattern, columns, rows } = title;
      const kind = niche ?? pattern ?? '';
      const size = columns ? `${columns} × ${rows}` : '';
      return {
        name: naming.nameOf(item) ?? (say(kind) || kind),
        size,
        date: at ? day.format(at) : '',
        share: done ? `✓ ${percent(done * 100)}` : '',
      };
    };
    // As it is seen, word by word: a list in words would glue its "and" to them in some languages.
    const inFull = (item: Summary) => Object.values(told(item)).filter(Boolean).join(', ');
    dropPictures(items);
    comparison.keepTo(items);
    const entry = (item: Summary) => {
      const { name, size, date, share } = told(item);
      const whole = inFull(item);
      const src = pictureOf(item);
      return html`<li part="history-item">
        <button
          part="history-show"
          type="button"
          aria-label=${comparison.open ? whole : say('historyShow', { name: whole })}
          aria-pressed=${comparison.open ? comparison.chosen.includes(item.key) : nothing}
          @click=${() => (comparison.open ? choose(item.key) : void host.recall(item.key))}
        >
          ${src ? html`<img part="history-thumbnail" src=${src} alt="" />` : html`<span part="history-blank"></span>`}
          <span part="history-name" dir="auto">${name}</span>
          <bdi part="history-size" dir="ltr">${size}</bdi>
          <span part="history-date">${date}</span>
          ${share ? html`<span part="history-share">${share}</span>` : nothing}
        </button>
        <button
          part="history-remove"
          type="button"
          aria-label=${say('historyRemove', { name: whole })}
          @click=${() => removals.add(item, host.forget(item.key))}
        >
          ×
        </button>
        ${naming.view(lit, item, say, whole, (name) => host.rename(item.key, name))}
      </li>`;
    };
    const choose = (key: string) => {
      comparison.choose(key);
      if (comparison.chosen.length === 2) container.querySelector<HTMLElement>('[part=comparison]')?.focus();
    };
    const buttons = () => [...container.querySelectorAll('button')];
    const before = buttons().indexOf(root.activeElement as HTMLButtonElement);
    render(
      html`${
          items.length
            ? html`<div part="history-head">
                  <h3 part="history-label"><slot name="history-label">${say('history')}</slot></h3>
                  <button part="compare-button" type="button" aria-pressed=${comparison.open} @click=${() => comparison.turn()}>
                    ${say(comparison.open ? 'historyClose' : 'historyCompare')}
                  </button>
                </div>
                <ul part="history-list" role="list">
                  ${items.map(entry)}
                </ul>
                ${comparison.view(lit, items, words, told, pictureOf)}`
            : nothing
        }
        ${naming.owed ? html`<p part="history-owed" role="status">${say('notKept')}</p>` : nothing}
        <div part="history-gone">
          <span part="history-told" role="status"
            >${removal && say(removal.said?.owed ? 'historyOwed' : 'historyGone', { name: inFull(removal.item) })}</span
          >
          ${
            removal
              ? html`<button part="history-undo-button" type="button" @click=${() => void takeBack(removal)}>
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
      // Whoever writes a name is not disturbed by what comes from elsewhere: it is drawn when she is done.
      if (!container.querySelector('[part=history-field]')) draw();
    },
    unmount() {
      removals.end();
      dropPictures([]);
      render(nothing, container);
    },
  };
};
