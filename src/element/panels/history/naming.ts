// @csspart history-rename - gives it a name
// @csspart history-field - where the name is written
import type { Summary } from '../../../cache/store/entry.js';
import type { Lit } from '../../files.js';
import type { Voice } from '../../texts/voice.js';

const LONGEST = 60; // letters, however many bytes each takes

/** Nothing hidden, nothing that turns the order of what stands around it. */
const plain = (text: string) =>
  [...text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').trim()].slice(0, LONGEST).join('');

/** Names that visitors give their designs. */
export class Naming {
  /** The browser did not store the last one. */
  owed = false;
  /** The design that is being named. */
  #key?: string;
  /** What is shown though it is not stored yet, or cannot be. */
  readonly #names = new Map<string, string>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  nameOf({ key, title }: Summary): string | undefined {
    // Once it is listed, another tab's word counts too.
    if (this.#names.get(key) === (title.name ?? '')) this.#names.delete(key);
    const name = this.#names.get(key) ?? title.name;
    return name ? plain(String(name)) : undefined;
  }

  view({ html, nothing }: Lit, item: Summary, say: Voice['say'], name: string, save: (name: string) => Promise<boolean>) {
    const { key } = item;
    const open = ({ currentTarget }: Event) => {
      this.#key = key;
      this.#changed();
      const field = (currentTarget as HTMLElement).parentElement!.querySelector<HTMLInputElement>('[part=history-field]');
      field?.select();
    };
    const leave = (field: HTMLInputElement, keep: boolean) => {
      if (this.#key !== key) return;
      this.#key = undefined;
      const button = field.parentElement!.querySelector<HTMLElement>('[part=history-rename]');
      const wasHere = field.matches(':focus');
      const written = plain(field.value);
      if (keep && written !== (this.nameOf(item) ?? '')) void this.#save(key, written, save);
      this.#changed();
      if (wasHere) button?.focus();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      // The widget takes Escape for "cancel".
      event.stopPropagation();
      event.preventDefault();
      leave(event.currentTarget as HTMLInputElement, event.key === 'Enter' && !event.isComposing);
    };
    return html`<button part="history-rename" type="button" aria-label=${say('historyRename', { name })} @click=${open}>✎</button>
      ${
        this.#key === key
          ? html`<input
              part="history-field"
              dir="auto"
              maxlength=${LONGEST}
              aria-label=${say('historyName')}
              placeholder=${say('historyName')}
              .value=${this.nameOf(item) ?? ''}
              @keydown=${press}
              @blur=${({ currentTarget }: Event) => leave(currentTarget as HTMLInputElement, true)}
            />`
          : nothing
      }`;
  }

  async #save(key: string, name: string, save: (name: string) => Promise<boolean>): Promise<void> {
    this.#names.set(key, name);
    this.owed = !(await save(name));
    this.#changed();
  }
}
