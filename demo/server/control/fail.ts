import type { Fault } from '../faults.js';
import { ControlError, flag, text, whole, type Order } from './numbers.js';

const KNOWN = ['next', 'status', 'headers', 'body', 'path', 'method', 'drop', 'after', 'cors'];

/** `{next, status, headers?, body?, path?}` or `{next, drop: true, path?}`, and `method`, `after`, `cors`. */
export function readFault(order: Order): Fault {
  const unknown = Object.keys(order).find((name) => !KNOWN.includes(name));
  if (unknown) throw new ControlError(`\`${unknown}\` is not known; ${KNOWN.join(', ')} are`);
  const drop = flag(order, 'drop', false);
  if (!drop && order.status === undefined) throw new ControlError('A failure needs `status`, or `drop: true`');
  const status = order.status === undefined ? undefined : whole(order, 'status', 200);
  if (status !== undefined && status > 599) throw new ControlError('`status` must be from 200 to 599');
  return {
    next: order.next === undefined ? 1 : whole(order, 'next', 1),
    status,
    headers: readHeaders(order.headers ?? {}),
    body: order.body,
    path: text(order, 'path'),
    method: text(order, 'method')?.toUpperCase(),
    drop,
    after: flag(order, 'after', false),
    cors: flag(order, 'cors', true),
  };
}

function readHeaders(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw new ControlError('`headers` must be an object');
  const headers = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
  try {
    new Headers(headers);
  } catch {
    throw new ControlError('`headers` holds a name or value that HTTP does not allow');
  }
  return headers;
}
