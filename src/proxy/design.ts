import { designKey } from '../cache/key/design-key.js';
import { sha256 } from '../cache/key/sha256.js';
import { toPatternError } from '../core/pattern-error.js';
import { effectiveParameters } from '../providers/parameters.js';
import { snakeName } from '../providers/snake-name.js';
import type { Asked } from '../providers/provider.js';
import type { Settings } from './options.js';
import { checkAddress, checkPicture } from './picture.js';
import { Refused } from './refused.js';

/** What one use buys, as it will be asked for upstream: nothing of the caller's request goes on but what the provider knows. */
export interface Design extends Asked {
  /** The same for everybody who wants the same. */
  key: string;
}

export async function readDesign(
  request: Request,
  body: Uint8Array<ArrayBuffer>,
  { provider, upstream }: Pick<Settings, 'provider' | 'upstream'>,
): Promise<Design> {
  const type = request.headers.get('Content-Type') ?? '';
  const asked = await provider
    .read(new Request(request.url, { method: 'POST', headers: { 'Content-Type': type }, body }))
    .catch((error: unknown) => {
      const { code, field } = toPatternError(error);
      throw new Refused(code === 'server-error' ? 'parameters-invalid' : code, { field: field && snakeName(field) });
    });
  return { ...asked, key: await keyOf(asked, { provider, upstream }) };
}

/** Over the bytes that arrive, never a digest that a caller claims: that would let one visitor choose what another is shown. */
async function keyOf(
  { upload, parameters }: Asked,
  { provider, upstream }: Pick<Settings, 'provider' | 'upstream'>,
): Promise<string> {
  let picture = upload.url!;
  if (upload.file) {
    const bytes = new Uint8Array(await upload.file.arrayBuffer());
    checkPicture(bytes, provider.name);
    picture = await sha256(bytes);
  } else checkAddress(picture);
  const effective = effectiveParameters(provider, parameters);
  return designKey({ provider: provider.name, endpoint: upstream, picture, parameters: effective });
}
