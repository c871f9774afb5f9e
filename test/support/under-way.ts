// What is done in other threads takes real time, and on a busy machine as long as it likes: simulated time must wait for it.
let underWay = 0;

/** Work in a thread of its own, such as encoding a picture, that is waited for as well. */
export function followed<T>(work: Promise<T>): Promise<T> {
  underWay++;
  return work.finally(() => underWay--);
}

function follow<T extends object>(target: T, name: keyof T): void {
  const real = target[name] as (...args: unknown[]) => Promise<unknown>;
  Object.defineProperty(target, name, {
    value(this: T, ...args: unknown[]) {
      return followed(real.apply(this, args));
    },
  });
}
follow(SubtleCrypto.prototype, 'digest');
follow(Blob.prototype, 'arrayBuffer');
for (const kind of [Request.prototype, Response.prototype])
  for (const name of ['arrayBuffer', 'formData', 'json', 'text'] as const) follow(kind, name);

/** Everything that is really under way has had its turn: so many moments in a row without any of it. */
export async function untilIdle(moment: () => Promise<void>, moments: number): Promise<void> {
  for (let idle = 0; idle < moments; idle++) {
    await moment();
    if (underWay) idle = 0;
  }
}
