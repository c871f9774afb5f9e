import { store } from './origin.js';

/** The written intent of a paid request: who flies it, its last sign of life, when it was sent and the count before. */
export interface Intent {
  owner: string;
  beat: number;
  sent?: number;
  used?: number;
}

// A silent owner is overtaken after five missed signs of life.
const BEAT = 2000;
const SILENCE = 5 * BEAT;

/** This page's hold on an intent; every step first makes sure that it still has it. */
export interface Hold {
  /** What an owner that fell silent after sending left behind. */
  left?: Intent;
  /** Writes down that the request is about to be sent; false when another tab has taken over. */
  sending(used: number | undefined): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Takes the intent of a design unless somebody alive has it. A record with a sign of life instead of a lock: a tab that
 * dies or freezes holds nothing, and nothing keeps a page out of the back/forward cache.
 */
export async function claim(key: string): Promise<Hold | undefined> {
  const fact = 'flight:' + key;
  const owner = Math.random().toString(36).slice(2);
  const change = (news: (old: Intent) => Intent | undefined) =>
    store.update<Intent>(fact, (old) => (old?.owner === owner ? news(old) : old));
  let left: Intent | undefined;
  const intent = await store.update<Intent>(fact, (old) => {
    const now = Date.now();
    // A beat from the future is a clock set back, not a sign of life.
    if (old && Math.abs(now - old.beat) < SILENCE) return old;
    left = old?.sent ? old : undefined;
    return { ...left, owner, beat: now };
  });
  if (intent?.owner !== owner) return;
  const timer = setInterval(() => change((old) => ({ ...old, beat: Date.now() })), BEAT);
  return {
    left,
    sending: async (used) => (await change((old) => ({ ...old, beat: Date.now(), sent: Date.now(), used })))?.owner === owner,
    async release() {
      clearInterval(timer);
      await change(() => undefined);
    },
  };
}
