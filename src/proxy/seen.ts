import { digest } from './digest.js';

const MOST = 2000;
/** Bytes of a body that tell it from most others of its length. */
const SAMPLES = 16;

/**
 * Bodies that were asked with before: the same bytes are the same design, and reading them again costs more than all the rest
 * of a hit. That they are the same is known by their digest, which is only made where one of this look was here.
 */
export class Seen {
  #looks = new Map<string, { digest: string; key: string }>(); // the last used at the end

  async key(type: string, body: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
    const look = lookOf(type, body);
    const seen = this.#looks.get(look);
    if (!seen || (await digest(body)) !== seen.digest) return;
    this.#looks.delete(look);
    this.#looks.set(look, seen);
    return seen.key;
  }

  async add(type: string, body: Uint8Array<ArrayBuffer>, key: string): Promise<void> {
    this.#looks.set(lookOf(type, body), { digest: await digest(body), key });
    for (const oldest of this.#looks.keys()) {
      if (this.#looks.size <= MOST) break;
      this.#looks.delete(oldest);
    }
  }
}

function lookOf(type: string, body: Uint8Array): string {
  let look = `${type} ${body.length}`;
  for (let i = 1; i <= SAMPLES; i++) look += `,${body[Math.floor((body.length * i) / (SAMPLES + 1))]}`;
  return look;
}
