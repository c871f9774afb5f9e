import type { Hono } from 'hono';
import type { Call, Env, Handler } from './services.js';

/** `{ '/usage': { GET: … } }` */
export type Endpoints = Record<string, Record<string, Handler>>;

/** Adds the endpoints, and tells a wrong method from a path that does not exist. */
export function addEndpoints(
  app: Hono<Env>,
  endpoints: Endpoints,
  wrongMethod: (call: Call, allowed: string) => Response,
  unknown: Handler,
): void {
  for (const [path, methods] of Object.entries(endpoints)) {
    for (const [method, handler] of Object.entries(methods)) app.on(method, path, handler);
    app.all(path, (call) => wrongMethod(call, Object.keys(methods).join(', ')));
  }
  app.all('*', unknown);
}
