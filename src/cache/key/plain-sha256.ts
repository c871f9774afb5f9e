// A quarter of a million bytes take a few milliseconds: not felt between two frames.
const SLICE = 1 << 18;

const turn = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

/** SHA-256 (FIPS 180-4) in plain script, giving the page a breath after every slice. */
export async function plainSha256(data: Uint8Array): Promise<ArrayBuffer> {
  // The constants are the first 32 bits of the fractions of the square and cube roots of the first primes.
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  const fractions = (root: number) => Int32Array.from(primes, (prime) => ((prime ** root % 1) * 2 ** 32) | 0);
  const hash = fractions(1 / 2).slice(0, 8);
  const k = fractions(1 / 3);

  const { length } = data;
  const padded = new Uint8Array((length + 72) & ~63);
  padded.set(data);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(length) * 8n);

  const w = new Int32Array(64);
  // The eight working variables move down one place a round: a is v[p], b is v[p + 1], up to h.
  const v = new Int32Array(72);
  for (let at = 0; at < padded.length; at += 64) {
    if (at % SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
    v.set(hash, 64);
    for (let i = 0, p = 64; i < 64; i++, p--) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      w[i] =
        i < 16
          ? view.getInt32(at + i * 4)
          : w[i - 16]! + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7]! + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
      const a = v[p]!;
      const b = v[p + 1]!;
      const c = v[p + 2]!;
      const e = v[p + 4]!;
      const sum =
        v[p + 7]! + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (v[p + 6]! ^ (e & (v[p + 5]! ^ v[p + 6]!))) + k[i]! + w[i]!;
      v[p + 3]! += sum;
      v[p - 1] = sum + (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) | (c & (a | b)));
    }
    hash.forEach((word, i) => (hash[i] = word + v[i]!));
  }
  hash.forEach((word, i) => view.setInt32(i * 4, word));
  return view.buffer.slice(0, 32);
}
