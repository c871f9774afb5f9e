/** For each length of code: the first code that is longer, and where its symbols lie (ITU T.81, F.2.2.3). */
export interface Huffman {
  beyond: number[];
  shift: number[];
  symbols: Uint8Array;
}

const CUT = new RangeError('cut short');

export function readHuffman(counts: Uint8Array, symbols: Uint8Array): Huffman {
  const table: Huffman = { beyond: [], shift: [], symbols };
  let [code, index] = [0, 0];
  for (const count of counts) {
    table.shift.push(index - code);
    index += count;
    code += count;
    table.beyond.push(count ? code : -1);
    code *= 2;
  }
  return table;
}

/** The bits of a scan; whoever wants more than there are is stopped. */
export class Bits {
  #bits = 0;
  #left = 0;
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  bit(): number {
    if (!this.#left) {
      const byte = this.bytes[this.at];
      const stuffed = byte === 0xff;
      // Any other marker ends the scan.
      if (byte === undefined || (stuffed && this.bytes[this.at + 1] !== 0)) throw CUT;
      this.at += stuffed ? 2 : 1;
      this.#bits = byte;
      this.#left = 8;
    }
    return (this.#bits >> --this.#left) & 1;
  }

  take(count: number): number {
    let value = 0;
    while (count--) value = value * 2 + this.bit();
    return value;
  }

  symbol({ beyond, shift, symbols }: Huffman): number {
    for (let length = 0, code = this.bit(); length < 16; length++, code = code * 2 + this.bit())
      if (code < beyond[length]!) return symbols[code + shift[length]!]!;
    throw CUT;
  }

  /** Over the rest of the byte and the restart marker. */
  restart(): void {
    this.#left = 0;
    if (this.bytes[this.at] !== 0xff || (this.bytes[this.at + 1]! & 0xf8) !== 0xd0) throw CUT;
    this.at += 2;
  }
}
