/** The pictures that APIs answer with, by their first bytes as Latin-1. All that an image may be is told apart in header.ts. */
const TYPES: [type: string, signature: RegExp][] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^.PNG\r/],
  ['image/webp', /^RIFF....WEBP/s],
];

/** The MIME type of what is such a picture. Content decides, not what the server calls it. */
export function pictureType(bytes: ArrayBuffer): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 16));
  return TYPES.find(([, signature]) => signature.test(head))?.[0];
}
