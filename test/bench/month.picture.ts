import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const header = Buffer.alloc(13);
header.writeUInt32BE(64, 0);
header.writeUInt32BE(64, 4);
header.set([8, 0], 8); // eight bits of grey
const pixels = chunk('IDAT', deflateSync(Buffer.alloc(65 * 64)));
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const WORD = 'design ';

/** A whole PNG of its own for every number, base64. */
export const pictureOf = (design: number): string =>
  Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Title\0${WORD}${design} `, 'latin1')),
    pixels,
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');

/** Which one a picture is. */
export function designOf(picture: string): number {
  const text = Buffer.from(picture, 'base64').toString('latin1');
  return parseInt(text.slice(text.indexOf(WORD) + WORD.length));
}
