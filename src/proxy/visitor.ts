import { digest } from './digest.js';
import type { Incoming } from './incoming.js';
import type { Context, Settings } from './options.js';

/**
 * Whose request it is, as the budgets count: one IPv4 address, or one IPv6 network of /64, which is what one customer has.
 * `X-Forwarded-For` is believed as far as our own proxies wrote it, and no entry further.
 */
export function addressOf(request: Incoming, { ip }: Context, trustProxy: number): string {
  const written = (request.headers.get('X-Forwarded-For') ?? '').split(',').filter((entry) => entry.trim());
  const chain = [...written, ip ?? ''];
  for (let at = Math.max(0, chain.length - 1 - trustProxy); at < chain.length; at++) {
    const network = networkOf(chain[at]!);
    if (network) return network;
  }
  return 'unknown';
}

/** `203.0.113.7`, `2001:db8:1:2::/64`, or nothing where it is no address. */
export function networkOf(entry: string): string | undefined {
  const text = entry.trim().toLowerCase();
  const bare = /^\[([^\]]+)](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  const v4 = ipv4(bare);
  if (v4) return v4.join('.');
  const groups = ipv6(bare.replace(/%.*$/, ''));
  if (!groups) return;
  const mapped = groups.slice(0, 5).every((group) => !group) && groups[5] === 0xffff;
  if (mapped) return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

function ipv4(text: string): number[] | undefined {
  const parts = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ? text.split('.').map(Number) : [256];
  return parts.every((part) => part < 256) ? parts : undefined;
}

function ipv6(text: string): number[] | undefined {
  // The last 32 bits may be written as IPv4.
  const tail = /^(.*:)(\d+(?:\.\d+){3})$/.exec(text);
  const v4 = tail && ipv4(tail[2]!);
  if (tail && !v4) return;
  const plain = v4 ? tail[1]! + [v4[0]! * 256 + v4[1]!, v4[2]! * 256 + v4[3]!].map((n) => n.toString(16)).join(':') : text;
  const halves = plain.split('::');
  if (halves.length > 2 || !plain.includes(':')) return;
  const [head = [], rest = []] = halves.map((half) => (half ? half.split(':') : []));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing) return;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...rest];
  return groups.every((group) => /^[\da-f]{1,4}$/.test(group)) ? groups.map((group) => parseInt(group, 16)) : undefined;
}

/** The name of a visitor's budget: addresses are personal, so only a digest with the shop's own secret is kept. */
export async function visitorName(address: string, { apiKey }: Pick<Settings, 'apiKey'>): Promise<string> {
  return (await digest(`visitor ${apiKey} ${address}`)).slice(0, 32);
}
