import type { Operation, Provider } from '../providers/provider.js';
import type { Incoming } from './incoming.js';
import type { Settings } from './options.js';

/** What comes with a picture. */
export interface OperationRoute {
  kind: 'generate' | 'pdf' | 'validate';
  operation: Operation;
}

/** What a request is for, by name: no caller decides on an address. */
export type Route =
  | OperationRoute
  | { kind: 'health' }
  | { kind: 'usage'; name: 'usage'; path: string }
  | { kind: 'look-up'; name: string; path: string }
  | { kind: 'picture'; key: string }
  | { kind: 'owner'; part: 'page' | 'style' }
  | { kind: 'none' }
  | { kind: 'other-method'; allowed: string };

const RESULTS = /^\/results\/([\da-f]{64})(?:\.\w+)?$/;

const OWNER: Record<string, 'page' | 'style'> = { '/_owner': 'page', '/_owner/style.css': 'style' };

/** Where the picture of a design is served. */
export const picturePath = (key: string, extension: string): string => `/results/${key}.${extension}`;

/** All that a provider serves, by path. */
export function routesOf({ operations, lookups }: Provider): Map<string, [method: string, Route]> {
  const { generate, pdf, usage, validate, health } = operations;
  const routes = new Map<string, [string, Route]>();
  const add = (operation: Operation | undefined, route: Route) => {
    if (operation) for (const path of [operation.path, ...(operation.aliases ?? [])]) routes.set(path, [operation.method, route]);
  };
  for (const [name, { path }] of Object.entries(lookups ?? {})) routes.set(path, ['GET', { kind: 'look-up', name, path }]);
  add(usage, { kind: 'usage', name: 'usage', path: usage?.path ?? '' });
  add(health, { kind: 'health' });
  add(validate, { kind: 'validate', operation: validate! });
  add(pdf, { kind: 'pdf', operation: pdf! });
  add(generate, { kind: 'generate', operation: generate });
  return routes;
}

export function routeOf(
  { method: asked, url: { pathname } }: Incoming,
  routes: ReturnType<typeof routesOf>,
  { basePath, ownerToken }: Pick<Settings, 'basePath' | 'ownerToken'>,
): Route {
  if (!pathname.startsWith(`${basePath}/`)) return { kind: 'none' };
  const path = pathname.slice(basePath.length);
  const picture = RESULTS.exec(path)?.[1];
  const found: [string, Route] | undefined = picture
    ? ['GET', { kind: 'picture', key: picture }]
    : ownerToken && Object.hasOwn(OWNER, path)
      ? ['GET', { kind: 'owner', part: OWNER[path]! }]
      : routes.get(path);
  if (!found) return { kind: 'none' };
  const [method, route] = found;
  // Who watches whether a server is there often asks for no more than the head.
  const allowed = method === 'GET' ? ['GET', 'HEAD'] : [method];
  return allowed.includes(asked) ? route : { kind: 'other-method', allowed: allowed.join(', ') };
}
