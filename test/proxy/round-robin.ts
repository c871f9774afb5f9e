// The plainest load balancer there is: one machine after the other, and 502 from one that is gone.
import { request as forward, type RequestListener } from 'node:http';

export interface Balanced {
  url: string;
}

/** Its addresses end in the path of the proxies, so that what comes in goes on as it is. */
export function roundRobin<Target extends Balanced>(
  targets: readonly Target[],
  /** Told which machine a request went to. */
  onPass: (target: Target, path: string) => void = () => {},
): RequestListener {
  let turn = 0;
  return (request, answer) => {
    const target = targets[turn++ % targets.length]!;
    const { hostname: host, port } = new URL(target.url);
    const headers = { ...request.headers, 'x-forwarded-for': request.headers['x-visitor'] ?? '203.0.113.1' };
    onPass(target, request.url!);
    const passed = forward({ host, port, path: request.url, method: request.method, headers }, (from) => {
      answer.writeHead(from.statusCode!, from.headers);
      from.pipe(answer);
      // A machine that dies in the middle of its answer leaves its visitor without the rest of it.
      from.on('error', () => answer.destroy());
    });
    passed.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502, { 'Pattern-Proxy': '1' }).end()));
    answer.once('close', () => passed.destroy());
    request.pipe(passed);
  };
}
