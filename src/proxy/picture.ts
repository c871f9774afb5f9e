import { readHeader } from '../image/header.js';
import { Refused } from './refused.js';

/** What a vendor's decoder is sent. An SVG is a program, and the others are no pictures that both vendors read. */
const READ = new Set(['jpeg', 'png', 'webp', 'gif', 'bmp', 'avif']);
const MOST_PIXELS = 100e6;
/** Documented by PixCraft; the others are held by the bound on bodies alone. */
const MOST_BYTES: Record<string, number> = { pixcraft: 10 * 1024 * 1024 };

/** Content decides, not the name: what is no picture, or too large to be decoded, would only cost a request. */
export function checkPicture(bytes: Uint8Array, provider: string): void {
  if (bytes.length > (MOST_BYTES[provider] ?? Infinity)) throw new Refused('image-too-large');
  const { format = '', width = 0, height = 0 } = readHeader(bytes) ?? {};
  if (!format) throw new Refused('image-invalid');
  if (!READ.has(format)) throw new Refused('image-unsupported');
  if (!(width && height)) throw new Refused('image-invalid');
  if (width * height > MOST_PIXELS) throw new Refused('image-too-large');
}

/** An address that the vendor fetches itself. */
export function checkAddress(url: string): void {
  const { protocol, username, password } = URL.canParse(url) ? new URL(url) : ({} as Partial<URL>);
  if (url.length > 4096 || !/^https?:$/.test(protocol ?? '') || username || password) throw new Refused('image-invalid');
}
