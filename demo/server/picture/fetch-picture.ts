import type { HttpBindings } from '@hono/node-server';
import { BodyTooLarge, readLimited } from '../read-body.js';
import { PictureProblem } from './problem.js';

const TIMEOUT_MS = 10_000;
const REDIRECTS = 5;

/** The request's own host and the socket it came in by, to reach pictures that this very server offers. */
export interface Here {
  url: string;
  incoming?: HttpBindings['incoming'];
}

/**
 * Gets a picture from its address, http and https only. This server is for trials on one's own machine, so private
 * addresses are allowed; a public server would have to refuse them.
 */
export async function fetchPicture(address: string, maxBytes: number, here: Here): Promise<Buffer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = parse(address);
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const response = await fetch(reachable(url, here), { signal, redirect: 'manual', headers: { Accept: 'image/*' } });
      const location = response.headers.get('Location');
      if (response.status < 300 || response.status > 399 || !location) return await read(response, maxBytes);
      await response.body?.cancel();
      url = parse(location, url);
    }
  } catch (error) {
    if (error instanceof PictureProblem) throw error;
    throw new PictureProblem(
      'unreachable',
      signal.aborted ? '`image_url` did not answer in time' : '`image_url` cannot be reached',
    );
  }
  throw new PictureProblem('unreachable', `\`image_url\` is behind more than ${REDIRECTS} redirects`);
}

function parse(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new PictureProblem('unreachable', '`image_url` is not an address');
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol)) throw new PictureProblem('unreachable', '`image_url` must begin with http:// or https://');
  if (url.username || url.password) throw new PictureProblem('unreachable', '`image_url` must not hold a user name or password');
  return url;
}

/** Our own host may have a name that only the visitor's machine knows: go to the socket the request came in by. */
function reachable(url: URL, { url: own, incoming }: Here): URL {
  const port = incoming?.socket.localPort;
  return port && url.host === new URL(own).host ? new URL(url.pathname + url.search, `http://127.0.0.1:${port}`) : url;
}

async function read(response: Response, maxBytes: number): Promise<Buffer> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new PictureProblem('unreachable', `\`image_url\` answers with ${response.status}`);
  }
  try {
    return await readLimited(response.body, maxBytes);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new PictureProblem('too-large', `The picture is over ${maxBytes / 1024 / 1024} MB`);
    throw error;
  }
}
