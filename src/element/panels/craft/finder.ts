// @csspart search - finds materials by name or code
// @csspart orders - what they are put in order by
// @csspart order - one way to do so
// @csspart none-found - nothing has that name
import { type Order, ordering, ORDERS } from '../../../chart/order.js';
import type { Voice } from '../../texts/voice.js';
import type { Stage } from '../viewer/stage.js';
import { Latest } from './latest.js';

/** Finds materials and puts them in order. */
export class Finder {
  readonly #stage: Stage;
  #search = '';
  #by?: Order;
  readonly #latest: Latest;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#latest = new Latest(stage);
  }

  view(say: Voice['say']) {
    const { lit, order } = this.#stage;
    const { html, nothing } = lit;
    const look = ({ target }: Event) => {
      this.#search = (target as HTMLInputElement).value;
      this.#look();
    };
    const put = (by: Order) => () => {
      // A second press brings the order of the answer back.
      this.#by = by === this.#by ? undefined : by;
      this.#look();
    };
    return html`<input
        part="search"
        type="search"
        aria-label=${say('craftSearch')}
        placeholder=${say('craftSearch')}
        @input=${look}
      />
      <div part="orders" role="group" aria-label=${say('craftOrder')}>
        ${ORDERS.map(
          (by) =>
            html`<button part="order" type="button" aria-pressed=${this.#by === by} @click=${put(by)}>
              ${say('craftBy-' + by)}
            </button>`,
        )}
      </div>
      <p part="none-found" role="status">${order?.length === 0 ? say('craftNone') : nothing}</p>`;
  }

  /** The list has changed. */
  again(): void {
    if (this.#search || this.#by) this.#look();
  }

  /** All are there again. */
  close(): void {
    if (!this.#search && !this.#by) return;
    this.#search = '';
    this.#by = undefined;
    this.#look();
  }

  end(): void {
    this.#latest.end();
  }

  #look(): void {
    const stage = this.#stage;
    const show = (order?: number[]) => {
      stage.order = order;
      stage.changed();
    };
    this.#latest.end();
    if (!this.#search.trim() && !this.#by) return show();
    this.#latest.do(ordering(stage.result.materials, stage.lang, this.#search, this.#by), show);
  }
}
