import { designText } from '../cache/key/design-key.js';
import { toPatternError } from '../core/pattern-error.js';
import { effectiveParameters } from '../providers/parameters.js';
import { snakeName } from '../providers/snake-name.js';
import type { Asked } from '../providers/provider.js';
import { digest } from './digest.js';
import type { Incoming } from './incoming.js';
import type { Settings } from './options.js';
import { checkAddress, checkPicture } from './picture.js';
import { Refused } from './refused.js';

/** What one use buys, as it will be asked for upstream: nothing of the caller's request goes on but what the provider knows. */
export interface Design extends Asked {
  /** The same for everybody who wants the same. */
  key: string;
}

type Place = Pick<Settings, 'provider' | 'upstream'>;

export async function readDesign(request: Incoming, body: Uint8Array<ArrayBuffer>, place: Place): Promise<Design> {
  try {
    const asked = await read(request, body, place);
    const key = await keyOf(asked, place);
    const { upload, parameters } = asked;
    // One copy is enough for as long as the design is waited for.
    return { upload: upload.base64 ? { base64: upload.base64 } : upload, parameters, key };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { code, field } = toPatternError(error);
    throw new Refused(code === 'server-error' ? 'parameters-invalid' : code, { field: field && snakeName(field) });
  }
}

/** As a `Request` only where the provider knows no shorter way. */
function read({ url, headers }: Incoming, body: Uint8Array<ArrayBuffer>, { provider }: Place): Asked | Promise<Asked> {
  const { read } = provider;
  if (read.ofBytes) return read.ofBytes(body);
  const type = headers.get('Content-Type') ?? '';
  return read(new Request(url, { method: 'POST', headers: { 'Content-Type': type }, body }));
}

/** Over the bytes that arrive, never a digest that a caller claims: that would let one visitor choose what another is shown. */
async function keyOf({ upload, parameters }: Asked, { provider, upstream }: Place): Promise<string> {
  const { url = '', file, bytes = file && new Uint8Array(await file.arrayBuffer()) } = upload;
  if (bytes) checkPicture(bytes, provider.name);
  else checkAddress(url);
  const effective = effectiveParameters(provider, parameters);
  const picture = bytes ? await digest(bytes) : url;
  return digest(designText({ provider: provider.name, endpoint: upstream, picture, parameters: effective }));
}
