import type { Incoming } from './incoming.js';

/** This proxy's own origin as browsers see it: what our own hops before it tell of it counts, and nobody else's word. */
export function ownOrigin({ url, headers }: Incoming, { trustProxy }: { trustProxy: number }): string {
  const told = (name: string) => (trustProxy ? headers.get(name)?.split(',').pop()?.trim() : undefined);
  const protocol = told('X-Forwarded-Proto');
  const host = told('X-Forwarded-Host');
  // Both as a whole: a host that is set on an address leaves our own port there.
  const seen = `${/^https?$/.test(protocol ?? '') ? `${protocol}:` : url.protocol}//${host ?? url.host}`;
  return /^https?:\/\/[\w.:[\]-]+$/.test(seen) && URL.canParse(seen) ? new URL(seen).origin : url.origin;
}
