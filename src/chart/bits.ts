/** One bit a cell, as progress is kept. */
export function pack(marks: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(sizeOf(marks.length));
  for (let cell = 0; cell < marks.length; cell++) if (marks[cell]) bits[cell >> 3]! |= 1 << (cell & 7);
  return bits;
}

export const isSet = (bits: Uint8Array, cell: number): boolean => !!(bits[cell >> 3]! & (1 << (cell & 7)));

/** Bytes for so many cells. */
export const sizeOf = (cells: number): number => Math.ceil(cells / 8);

/** What two people made of the same beginning: each cell is as the one has it who changed it. */
export const mergeBits = (base: Uint8Array, mine: Uint8Array, theirs: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(mine, (own, at) => {
    const changed = own ^ base[at]!;
    return (theirs[at]! & ~changed) | (own & changed);
  });

export function countBits(bits: Uint8Array): number {
  let count = 0;
  for (let byte of bits) for (; byte; byte &= byte - 1) count++;
  return count;
}
