const fetched = async (path: string) => (await fetch(path)).blob();

export const lighthouse = () => fetched('/pictures/lighthouse.jpg');
export const pears = () => fetched('/pictures/pears.jpg');

export const halfLoaded = async () => (await lighthouse()).slice(0, 20_000, 'image/jpeg');
export const noPicture = () => new Blob(['Dear diary, today'], { type: 'image/png' });
/** As iPhones write it, as far as its first bytes. */
export const heic = () => new Blob([new Uint8Array(4), 'ftypheic', new Uint8Array(100)], { type: 'image/heic' });
export const tooManyParts = () =>
  new Blob([`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${'<path d="M0 0h9"/>'.repeat(200_000)}</svg>`], {
    type: 'image/svg+xml',
  });

/** The head of a PNG of 1.6 billion pixels. */
export function bomb(): Blob {
  const head = new DataView(new ArrayBuffer(45));
  [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, 40_000, 40_000].forEach((word, i) => head.setUint32(4 * i, word));
  head.setUint32(24, 0x08060000);
  return new Blob([head], { type: 'image/png' });
}

/** One colour all over. */
export function blank(): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 300 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#ddd';
  context.fillRect(0, 0, 300, 300);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}

/** As if it had been moved after it was chosen. */
export async function moved(): Promise<Blob> {
  const gone = () => Promise.reject(new DOMException('', 'NotReadableError'));
  return Object.assign(await lighthouse(), { arrayBuffer: gone, slice: () => ({ arrayBuffer: gone }) });
}
