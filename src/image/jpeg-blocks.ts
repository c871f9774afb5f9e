import { Bits, readHuffman, type Huffman } from './jpeg-bits.js';
import type { Work } from '../core/slices.js';

interface Component {
  id: number;
  across: number;
  down: number;
  /** Blocks that a scan of this component alone has, and blocks in a row of all. */
  wide: number;
  high: number;
  stride: number;
  /** By coefficient, how many of its last bits are still to come. */
  missing: Uint8Array;
  /** Coefficients that are not zero so far, 64 a block: a refining scan has a bit for each. */
  known?: Uint8Array;
  dc?: Huffman;
  ac?: Huffman;
}

/** Which coefficients a scan brings, and from which bit to which (ITU T.81, G.1.1.1). */
interface Band {
  from: number;
  to: number;
  high: number;
  low: number;
  /** Blocks to come in which the band holds nothing new. */
  empty: number;
}

function passBlock(bits: Bits, { dc, ac, known }: Component, block: number, band: Band, progressive: boolean): void {
  let { from: k } = band;
  const { to, high } = band;
  if (k === 0) {
    if (high) bits.bit();
    else bits.take(bits.symbol(dc!));
    if (progressive) return;
    k = 1;
  }
  const at = block * 64;
  /** Over `zeros` coefficients that stay zero, with a bit for each that is known. */
  const pass = (zeros: number) => {
    for (; k <= to; k++)
      if (high && known![at + k]) bits.bit();
      else if (zeros-- === 0) return;
  };
  if (band.empty) {
    band.empty--;
    return pass(64);
  }
  while (k <= to) {
    const symbol = bits.symbol(ac!);
    const [zeros, size] = [symbol >> 4, symbol & 15];
    if (!size && zeros < 15) {
      if (progressive) band.empty = 2 ** zeros - 1 + bits.take(zeros);
      return pass(64);
    }
    bits.take(size); // refined, it is the sign alone: one bit
    pass(zeros);
    if (size && known && k <= to) known[at + k] = 1;
    k++;
  }
}

/**
 * Whether a JPEG that lacks its end marker holds every block of its picture all the same, so that only the marker is missing. It is
 * decoded as far as is needed for counting. False for what is not Huffman-coded.
 */
export function* hasAllBlocks(bytes: Uint8Array): Work<boolean> {
  const tables: Record<number, Huffman> = {};
  let components: Component[] = [];
  let [progressive, interval, columns, rows] = [false, 0, 0, 0];
  const word = (at: number) => bytes[at]! * 256 + bytes[at + 1]!;

  const frame = (at: number) => {
    const [height, width] = [word(at + 1), word(at + 3)];
    const parts = Array.from({ length: bytes[at + 5]! }, (_, i) => bytes.subarray(at + 6 + i * 3));
    const across = Math.max(...parts.map((part) => part[1]! >> 4));
    const down = Math.max(...parts.map((part) => part[1]! & 15));
    if (parts.length > 4 || across * down > 16) throw new RangeError('no decoder would take this');
    columns = Math.ceil(width / 8 / across);
    rows = Math.ceil(height / 8 / down);
    components = parts.map(([id, sides]) => {
      const [x, y] = [sides! >> 4, sides! & 15];
      const [wide, high] = [Math.ceil((width * x) / across / 8), Math.ceil((height * y) / down / 8)];
      const known = progressive ? new Uint8Array(columns * x * rows * y * 64) : undefined;
      return { id: id!, across: x, down: y, wide, high, stride: columns * x, missing: new Uint8Array(64).fill(16), known };
    });
  };

  function* scan(at: number): Work<number> {
    const count = bytes[at]!;
    const parts = Array.from({ length: count }, (_, i) => {
      const [id, which] = bytes.subarray(at + 1 + i * 2);
      const part = components.find((component) => component.id === id)!;
      [part.dc, part.ac] = [tables[which! >> 4], tables[16 + (which! & 15)]];
      return part;
    });
    const [from, to, precision] = bytes.subarray(at + 1 + count * 2);
    const band: Band = { from: from!, to: to!, high: precision! >> 4, low: precision! & 15, empty: 0 };
    const bits = new Bits(bytes, at + 4 + count * 2);
    const [only] = parts.length === 1 ? parts : [];
    const [wide, high] = only ? [only.wide, only.high] : [columns, rows];
    for (let y = 0, unit = 0; y < high; y++) {
      for (let x = 0; x < wide; x++, unit++) {
        if (interval && unit && unit % interval === 0) {
          bits.restart();
          band.empty = 0;
        }
        if (only) passBlock(bits, only, y * only.stride + x, band, progressive);
        else
          for (const part of parts)
            for (let v = 0; v < part.down; v++)
              for (let h = 0; h < part.across; h++)
                passBlock(bits, part, (y * part.down + v) * part.stride + x * part.across + h, band, progressive);
      }
      yield;
    }
    for (const { missing } of parts) missing.fill(band.low, from, to! + 1);
    return bits.at;
  }

  try {
    for (let at = 2; at + 3 < bytes.length;) {
      const marker = bytes[at + 1]!;
      const end = at + 2 + word(at + 2);
      const body = at + 4;
      if (bytes[at] !== 0xff || end > bytes.length) return false;
      if (marker === 0xc4)
        for (let from = body; from < end;) {
          const counts = bytes.subarray(from + 1, from + 17);
          const length = counts.reduce((sum, one) => sum + one, 0);
          tables[bytes[from]!] = readHuffman(counts, bytes.subarray(from + 17, from + 17 + length));
          from += 17 + length;
        }
      else if (marker === 0xdd) interval = word(body);
      else if (marker >= 0xc0 && marker <= 0xc2) {
        progressive = marker === 0xc2;
        frame(body);
      } else if (marker >= 0xc3 && marker <= 0xcf) return false;
      at = marker === 0xda ? yield* scan(body) : end;
    }
    return components.length > 0 && components.every(({ missing }) => missing.every((bitsToCome) => !bitsToCome));
  } catch {
    return false;
  }
}
