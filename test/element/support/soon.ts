import { waitUntil } from '@open-wc/testing';

/** Waits until it, or what it promises, is so; as long as a small machine with three browsers may need. */
export const soon = (what: () => unknown, message = String(what)) =>
  waitUntil(async () => !!(await what()), message, { timeout: 20_000 });
