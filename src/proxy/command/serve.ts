import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A little over what a body may take; who does not even send that is cut off by Node itself. */
const REQUEST_MS = 45_000;
/** Whoever has connected and not even begun to ask, by then, is not waited for. */
const SILENT_MS = 1000;

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
  // Browsers connect ahead of what they may ask. Node counts such a connection as busy, and closes it only after a minute.
  const silent = new Set<Socket>();
  const server = createServer({ requestTimeout: REQUEST_MS, keepAliveTimeout: 65_000 }, (request, answer) => {
    silent.delete(request.socket);
    listener(request, answer);
  });
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
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
        const soon = setTimeout(() => silent.forEach((socket) => socket.destroy()), SILENT_MS);
        server.close(() => {
          clearTimeout(late);
          clearTimeout(soon);
          clearInterval(idle);
          resolve();
        });
      }),
  };
}
