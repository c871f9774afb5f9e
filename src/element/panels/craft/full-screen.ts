// @csspart full - holds the stage while that fills the screen
import { stayAwake } from './awake.js';

/**
 * The stage in full screen. A modal dialog fills the window, whatever the page's own boxes are; within it the stage asks for
 * the whole screen, which some phones and frames do not give.
 */
export class FullScreen {
  readonly #stage: HTMLElement;
  readonly #closed: () => void;
  #dialog?: HTMLDialogElement;
  #sleep?: () => void;

  constructor(stage: HTMLElement, closed: () => void) {
    this.#stage = stage;
    this.#closed = closed;
  }

  get open(): boolean {
    return !!this.#dialog;
  }

  /** In the language of the moment. */
  name(label: string): void {
    if (this.#dialog) this.#dialog.ariaLabel = label;
  }

  enter(): void {
    if (this.#dialog) return;
    const dialog = document.createElement('dialog');
    dialog.setAttribute('part', 'full');
    this.#stage.before(dialog);
    dialog.append(this.#stage);
    dialog.addEventListener('close', () => this.leave());
    this.#stage.addEventListener('fullscreenchange', this.#watch);
    this.#dialog = dialog;
    dialog.showModal();
    this.#stage.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {}); // the dialog fills the window
    this.#sleep = stayAwake();
  }

  leave(): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    this.#sleep?.();
    this.#stage.removeEventListener('fullscreenchange', this.#watch);
    if (this.#isWhole()) void document.exitFullscreen().catch(() => {});
    dialog.replaceWith(this.#stage);
    this.#closed();
  }

  /** Leaving the screen, by its own key, leaves the dialog too. */
  readonly #watch = (): void => {
    if (!this.#isWhole()) this.leave();
  };

  #isWhole(): boolean {
    return (this.#stage.getRootNode() as ShadowRoot).fullscreenElement === this.#stage;
  }
}
