import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A little over what a body may take; who does not even send that is cut off by Node itself. */
const REQUEST_MS = 45_000;

/** Why nothing can be served there. */
const TOLD: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port, host) => `Port ${port} on ${host} is taken. Choose another PORT`,
  EACCES: (port) => `Port ${port} may not be used by this user. Choose a PORT from 1024`,
  EADDRNOTAVAIL: (_, host) => `This machine has no address ${host}. Check HOST`,
  ENOTFOUND: (_, host) => `There is no address ${host}. Check HOST`,
};

export interface Serving {
  port: number;
  /** Takes no more requests, and resolves when those under way are answered, or when `patience` (ms) is over. */
  stop(patience: number): Promise<void>;
}

export async function serve(listener: RequestListener, port: number, host: string): Promise<Serving> {
  const server = createServer({ requestTimeout: REQUEST_MS, keepAliveTimeout: 65_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(TOLD[error.code ?? '']?.(port, host) ?? error.message, { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: (patience) =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), patience);
        // A connection that becomes idle only now would be kept alive for its next request, which must not come.
        const idle = setInterval(() => server.closeIdleConnections(), 100);
        server.close(() => {
          clearTimeout(late);
          clearInterval(idle);
          resolve();
        });
      }),
  };
}
