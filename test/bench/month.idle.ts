// What is done in other threads takes real time, which simulated time must wait for.
let underWay = 0;

function follow<T extends object>(target: T, name: keyof T): void {
  const real = target[name] as (...args: unknown[]) => Promise<unknown>;
  Object.defineProperty(target, name, {
    value(this: T, ...args: unknown[]) {
      underWay++;
      return real.apply(this, args).finally(() => underWay--);
    },
  });
}
follow(SubtleCrypto.prototype, 'digest');
for (const kind of [Request.prototype, Response.prototype, Blob.prototype])
  for (const name of ['arrayBuffer', 'json', 'text'] as const) if (name in kind) follow(kind as any, name);

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Everything that waits for no timer has had its turn. */
export async function untilReallyIdle(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) {
    await turn();
    if (underWay) turns = 0;
  }
}
