import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  server: Server;
  port: number;
  /** stops taking requests and lets those under way finish, five seconds at most */
  stop(): Promise<void>;
}

const PATIENCE_MS = 5000;

export async function listen(listener: RequestListener, port: number, host: string): Promise<Listening> {
  // Longer than a client leaves a connection unused: one that is closed while its next request is on the way looks lost.
  const server = createServer({ keepAliveTimeout: 65_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
      // A connection that becomes idle only now would be kept alive for its next request, which must not come.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      server.close(() => {
        clearTimeout(late);
        clearInterval(idle);
        resolve();
      });
    });
  return { server, port: (server.address() as AddressInfo).port, stop };
}

/** What `PORT` says; 0 picks a free one. */
export function portFrom(text: string | undefined, usual: number): number {
  const port = text ? Number(text) : usual;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is ${text}, but must be from 0 to 65535`);
  return port;
}

/** Ctrl+C and a service manager's stop end the process with everything written; a second one ends it at once. */
export function onStop(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
