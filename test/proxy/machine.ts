// A proxy as a process of its own, started by its command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Machine {
  /** Where the vendor's paths are. */
  url: string;
  pid: number;
  /** What it has printed so far. */
  said(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** As it is written, or (`dist/npm/…`) as a shop runs it. */
const WRITTEN = ['--import', 'tsx', 'src/proxy/command/command.ts'];
/** As it is written, with a clock that runs ahead. */
export const HURRIED = ['--import', './test/proxy/hurried.mjs', ...WRITTEN];

export function start(
  environment: Record<string, string>,
  command = WRITTEN,
  { file = process.execPath, ...options }: { file?: string; cwd?: string; uid?: number; gid?: number } = {},
) {
  const { PATH, HOME } = process.env;
  const child = spawn(file, command, {
    ...options,
    env: { PATH, HOME, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const ready = new Promise<Machine>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /Proxy: (\S+)/.exec(said)?.[1];
      if (url) resolve({ url, pid: child.pid!, said: () => said, kill });
    });
    void ended.then(() => reject(new Error(said)));
  });
  return { ready, ended, said: () => said, kill };
}
