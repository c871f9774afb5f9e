import { channels, inkOn as inkFor, readHex } from '../../../src/chart/hex.js';

/** Red, green, blue from 0 to 1. */
export const rgb = (hex: string) => channels(readHex(hex)).map((channel) => channel / 255) as [number, number, number];

/** The three operands of `rg` or `RG`. */
export const operands = (hex: string): string => rgb(hex).map(short).join(' ');

export const short = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Grey level of a symbol on this colour: black or white. */
export const inkOn = (hex: string): 0 | 1 => (inkFor(readHex(hex)) === '#ffffff' ? 1 : 0);
