import type { Incoming } from './incoming.js';

/** This proxy's own origin as browsers see it: what our own hops before it tell of it counts, and nobody else's word. */
export function ownOrigin({ url, headers }: Incoming, { trustProxy }: { trustProxy: number }): string {
  const told = (name: string) => (trustProxy ? headers.get(name)?.split(',').pop()?.trim() : undefined);
  const seen = new URL(url.origin);
  const protocol = told('X-Forwarded-Proto');
  const host = told('X-Forwarded-Host');
  if (protocol === 'https' || protocol === 'http') seen.protocol = protocol;
  if (host && /^[\w.:[\]-]+$/.test(host)) seen.host = host;
  return seen.origin;
}
