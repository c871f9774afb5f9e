import { PictureProblem } from './problem.js';

/** base64, with or without `data:image/png;base64,` before it. What the prefix claims does not count, the content does. */
export function fromBase64(text: string, maxBytes: number, field = 'image'): Buffer {
  const comma = text.startsWith('data:') ? text.indexOf(',') : -1;
  if (comma > 0 && !text.slice(0, comma).endsWith(';base64'))
    throw new PictureProblem('unreadable', `The data URL in \`${field}\` is not base64`);
  const encoded = text.slice(comma + 1);
  if (!/^[\w+/\s-]*={0,2}\s*$/.test(encoded)) throw new PictureProblem('unreadable', `\`${field}\` is not base64`);
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length > maxBytes) throw new PictureProblem('too-large', `The picture is over ${maxBytes / 1024 / 1024} MB`);
  return bytes;
}
