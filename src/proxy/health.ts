import type { Settings } from './options.js';

/** How the vendor has been answering this machine since it was started. */
export interface Health {
  asked: number;
  /** No answer, or one of 500 and above. */
  failed: number;
  /** Milliseconds until an answer's head, each new one counting for a tenth. */
  ms?: number;
  lastStatus?: number;
  /** Epoch ms. */
  lastAt?: number;
}

/** The same `fetch`, which remembers how it went, and never follows a redirect: that could carry the key elsewhere. */
export function watched({ fetch, clock }: Pick<Settings, 'fetch' | 'clock'>, health: Health) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const started = clock.now();
    health.asked++;
    let status: number | undefined;
    try {
      const response = await fetch(url, { ...init, redirect: 'manual' });
      status = response.status;
      return response;
    } finally {
      const ms = Math.max(0, clock.now() - started);
      health.ms = health.ms === undefined ? ms : health.ms * 0.9 + ms * 0.1;
      health.lastStatus = status;
      health.lastAt = clock.now();
      if (!status || status >= 500) health.failed++;
    }
  };
}
