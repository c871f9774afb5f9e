import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp, type AppOptions } from './app.js';
import { listen } from './listen.js';

/** For a process that also serves other things: the app as a Node listener. */
export function appListener(options: AppOptions) {
  const api = createApp(options);
  const listener = getRequestListener(api.fetch as Parameters<typeof getRequestListener>[0], {
    overrideGlobalObjects: false,
  }) as RequestListener;
  return { ...api, listener };
}

/** The app on a port of its own, or behind another listener on the same one. */
export async function serveApp(
  options: AppOptions & { port: number; host: string; around?: (api: RequestListener) => RequestListener },
) {
  const { listener, now, idle, close } = appListener(options);
  const listening = await listen(options.around?.(listener) ?? listener, options.port, options.host).catch(
    async (error: unknown) => {
      await close();
      throw error;
    },
  );
  const stop = async () => {
    await listening.stop();
    await idle();
    await close();
  };
  return { url: `http://${options.host}:${listening.port}`, port: listening.port, now, stop };
}
