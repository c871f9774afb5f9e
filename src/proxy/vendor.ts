import { fields } from '../providers/tolerant.js';
import type { Known } from '../quota/known.js';

/** What pages may know of the quota. */
export interface Left {
  limit?: Known['limit'];
  remaining?: Known['remaining'];
  resetAt?: Date;
}

/** How a vendor's answers are kept and served again. */
interface Vendor {
  /** What is worth keeping: the numbers of the day it was made are wrong on any other. */
  kept(body: unknown): unknown;
  /** The kept text with today's numbers, and with our own address for its picture. */
  served(text: Uint8Array, left: Left | undefined, picture: () => string): Uint8Array | string;
  /** The answer of the free counter. */
  usage(left: Left | undefined, body: unknown): unknown;
  headers?(left: Left | undefined): Record<string, string>;
}

const date = (time: Date | undefined) => time?.toISOString().slice(0, 10);

const pixcraftUsage = (left: Left | undefined) =>
  left && { calls_limit: left.limit, calls_remaining: left.remaining, reset_date: date(left.resetAt) };

/** A large text is not read and written anew only to get a member more: that goes in front of the others. */
function withMember(text: Uint8Array, name: string, value: unknown): Uint8Array {
  const head = new TextEncoder().encode(`{${JSON.stringify(name)}:${JSON.stringify(value)},`);
  const whole = new Uint8Array(head.length + text.length - 1);
  whole.set(head);
  whole.set(text.subarray(1), head.length);
  return whole;
}

const VENDORS: Record<string, Vendor> = {
  pixcraft: {
    kept: (body) => ({ ...fields(body), usage: undefined }),
    served: (text, left) => (left ? withMember(text, 'usage', pixcraftUsage(left)) : text),
    usage: (left) => pixcraftUsage(left) ?? {},
  },
  picsart: {
    kept: (body) => body,
    served(text, _, picture) {
      const body = fields(JSON.parse(new TextDecoder().decode(text)));
      return JSON.stringify({ ...body, data: { ...fields(body.data), url: picture() } });
    },
    usage: (left) => (left ? { credits: left.remaining } : {}),
    headers: (left): Record<string, string> =>
      left?.remaining === undefined ? {} : { 'X-Picsart-Credit-Available': String(left.remaining) },
  },
};

/** One that a host has registered itself: its answers are passed on as they are. */
const OTHER: Vendor = {
  kept: (body) => body,
  served: (text) => text,
  usage: (left, body) => (left ? body : {}),
};

export const vendorOf = (name: string): Vendor => (Object.hasOwn(VENDORS, name) ? VENDORS[name]! : OTHER);
