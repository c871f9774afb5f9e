// What the proxy's bench sends, and how it is timed.
import { Agent, request } from 'node:http';
import sharp from 'sharp';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export function post(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; cache: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), ...headers },
      },
      (answer) => {
        answer.resume().on('end', () => {
          resolve({ status: answer.statusCode!, cache: String(answer.headers['pattern-cache']) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A picture that weighs about so much. */
export async function pictureOf(bytes: number): Promise<Buffer> {
  const side = Math.max(8, Math.round(Math.sqrt(bytes / 3)));
  const raw = Buffer.alloc(side * side * 3);
  for (let i = 0, state = 1; i < raw.length; i++) raw[i] = (state = (state * 48_271) % 2_147_483_647) & 255;
  return sharp(raw, { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

/** The same picture as another design each time: what follows its end is nobody's business. */
export const bodyOf = (picture: Buffer, seed = 0): string =>
  JSON.stringify({
    image: Buffer.concat([picture, Buffer.from(String(seed).padStart(9, '0'))]).toString('base64'),
    niche: 'mosaic',
    width_cm: 20,
    height_cm: 20,
  });

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export const quantile = (times: number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!;

/** Requests a second with so many under way all the time. */
export async function rate(send: () => Promise<unknown>, { seconds = 3, atOnce = 32 } = {}): Promise<number> {
  let done = 0;
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < end) {
        await send();
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - started);
}
