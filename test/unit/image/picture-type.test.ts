import { pictureType } from '../../../src/image/picture-type.js';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0)).buffer;

it.each([
  ['image/jpeg', '\xff\xd8\xff\xe0'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/webp', 'RIFF\x0a\0\0\0WEBPVP8 '],
  [undefined, ''],
  [undefined, '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [undefined, 'GIF89a'],
  [undefined, 'an error\xff\xd8\xff'],
])('%s by its first bytes', (type, text) => {
  expect(pictureType(bytes(text + '\0'.repeat(100)))).toBe(type);
  expect(pictureType(bytes(text))).toBe(type);
});
