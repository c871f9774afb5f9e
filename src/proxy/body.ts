import type { Clock } from '../core/clock.js';
import type { Incoming, Pour } from './incoming.js';
import { busy, Refused } from './refused.js';

/** What a body may weigh, by what it says it is. A form carries its picture as it is, JSON as base64. */
const MOST = { json: 14e6, multipart: 25e6 };
const ARRIVES = 30_000;
const AT_ONCE = 64;
/** A short rush waits for a place; who finds a long row before him is told so. */
const QUEUE = 1024;
const PATIENCE = 2000;

/** Reads bodies whole, but never too many, too large or too slow ones. */
export class Bodies {
  #clock: Clock;
  #reading = 0;
  #waiting: (() => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async read(request: Incoming, type: 'json' | 'multipart' = 'json'): Promise<Uint8Array<ArrayBuffer>> {
    const most = MOST[type];
    const encoding = request.headers.get('Content-Encoding');
    if (encoding && encoding !== 'identity') throw new Refused('encoded');
    if (Number(request.headers.get('Content-Length')) > most) throw new Refused('too-large');
    await this.#enter();
    try {
      return request.pour ? await this.#receive(request.pour, most) : new Uint8Array();
    } finally {
      this.#reading--;
      this.#waiting.shift()?.();
    }
  }

  async #enter(): Promise<void> {
    if (this.#reading >= AT_ONCE) {
      if (this.#waiting.length >= QUEUE) throw busy(this.#clock);
      await new Promise<void>((resolve, reject) => {
        const late = this.#clock.setTimeout(() => {
          this.#waiting.splice(this.#waiting.indexOf(go), 1);
          reject(busy(this.#clock));
        }, PATIENCE);
        const go = () => {
          this.#clock.clearTimeout(late);
          resolve();
        };
        this.#waiting.push(go);
      });
    }
    this.#reading++;
  }

  async #receive(pour: Pour, most: number): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = [];
    let size = 0;
    let late: unknown;
    try {
      await new Promise<void>((resolve, reject) => {
        const fail = (reason: 'too-slow' | 'too-large' | 'cut-off') => {
          reject(new Refused(reason));
          stop();
        };
        const stop = pour({
          part(bytes) {
            if ((size += bytes.length) > most) fail('too-large');
            else parts.push(bytes);
          },
          end: resolve,
          cut: () => fail('cut-off'),
        });
        late = this.#clock.setTimeout(() => fail('too-slow'), ARRIVES);
      });
    } finally {
      this.#clock.clearTimeout(late);
    }
    if (parts.length === 1) return parts[0] as Uint8Array<ArrayBuffer>;
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}
