import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppOptions } from '../../demo/server/app.js';
import { serveApp } from '../../demo/server/serve-app.js';
import { JOBS, type Run } from '../../demo/server/work/jobs.js';

/** The long jobs in this thread, where a test can look at them. */
export const runHere: Run = async (name, input) => (await JOBS[name](input as never)) as never;

export interface Api {
  /** `http://127.0.0.1:34567` */
  url: string;
  dataDir: string;
  /** `control('set', {usesLeft: 3})` posts, `control('log')` gets */
  control<T = any>(path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** The real local API, in this process, on a free port and with fresh data that is gone afterwards. */
export async function startApi({ dataDir: given, ...options }: Partial<AppOptions> = {}): Promise<Api> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'pattern-api-')));
  const { url, stop } = await serveApp({ ...options, dataDir, port: 0, host: '127.0.0.1' });
  return {
    url,
    dataDir,
    async control(path, body) {
      const isOrder = body !== undefined || path === 'reset';
      const order = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) };
      const response = await fetch(`${url}/_control/${path}`, isOrder ? order : undefined);
      const answer = await response.json();
      if (!response.ok) throw new Error(`_control/${path}: ${answer.message}`);
      return answer;
    },
    async stop() {
      await stop();
      if (!given) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
