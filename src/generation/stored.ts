import type { Stored } from '../cache/store/entry.js';

/** Bytes and their type instead of a Blob, as the store wants them, and back. */
export const toStored = async (blob: Blob, filename?: string): Promise<Stored> => ({
  bytes: await blob.arrayBuffer(),
  type: blob.type,
  filename,
});

export const toBlob = ({ bytes, type }: Stored): Blob => new Blob([bytes], { type });
