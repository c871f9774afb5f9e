import { prepare } from './prepare.js';

/** A small one to show. */
export const thumbnail = async (file: Blob, side: number): Promise<Blob> => (await prepare(file, { maxSide: side })).blob;
