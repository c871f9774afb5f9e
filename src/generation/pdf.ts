import { sendFree } from '../api/free.js';
import type { Entry } from '../cache/store/entry.js';
import { PatternError } from '../core/pattern-error.js';
import { boundsOf, toResult, type Design } from './design.js';
import type { Page } from './page.js';
import { sentPicture } from './press.js';
import { toBlob } from './stored.js';

export interface Download {
  blob: Blob;
  filename: string;
}

/** Letters of any script, digits and plain marks: nothing of a path, nothing hidden, nothing that turns the order around. */
const plain = (name: string) =>
  name
    .replace(/[^\p{L}\p{M}\p{N}._ -]/gu, '')
    .replace(/^[. ]+/, '')
    .slice(0, 120);

/** The name that an answer gives its file, in either spelling of RFC 6266. */
function named(headers: Headers): string | undefined {
  const field = headers.get('Content-Disposition') ?? '';
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(field) ?? [];
  const [, quoted, bare] = /filename="?(?:([^"]+)"|([^";\s]+))/i.exec(field) ?? [];
  try {
    return plain(encoded ? decodeURIComponent(encoded) : (quoted ?? bare ?? '')) || undefined;
  } catch {
    return plain(quoted ?? bare ?? '') || undefined;
  }
}

const isPdf = (bytes: ArrayBuffer) => String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength))) === '%PDF';

/** The PDF of a design that was made, or its picture: kept already, or asked for; it costs no use. */
export async function fetchDownload(page: Page, entry: Entry, it: Design, signal: AbortSignal): Promise<Download> {
  const { settings, sent } = it;
  const account = await page.openAccount(settings);
  const { provider } = account;
  const { niche, columns, rows } = toResult(entry, it);
  const name = [provider.name, niche, columns && columns + 'x' + rows].filter(Boolean).join('-');
  let kept = entry.files.pdf ?? entry.files.image;
  if (!kept) {
    const { pdf } = provider.operations;
    if (!pdf) throw new PatternError('misconfigured');
    const upload = await sentPicture(page, entry, it, signal);
    const { bytes, headers, status } = await sendFree(account, pdf, () => provider.write(upload, sent), settings, signal);
    if (!bytes || !isPdf(bytes)) throw new PatternError('bad-response', { status });
    kept = entry.files.pdf = { bytes, type: 'application/pdf', filename: named(headers) ?? name + '.pdf' };
    void page.results.keep(entry.key, 'pdf', kept, boundsOf(settings));
  }
  const ending = kept.type.replace(/.*\/(?:x-)?/, '').replace('jpeg', 'jpg');
  return { blob: toBlob(kept), filename: kept.filename ?? `${name}.${ending}` };
}
