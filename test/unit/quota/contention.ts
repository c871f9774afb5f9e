import type { Random } from '../../../src/core/clock.js';

/**
 * The model of the AWS article on back-off: clients contend for one row under optimistic concurrency control, each wants to
 * write once and goes on until it did. A message takes 10 ms on average, 2 ms standard deviation.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function contend(
  clients: number,
  wait: (attempt: number, random: Random) => number,
  random: Random,
): { calls: number; ms: number } {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const delay = () => Math.abs(10 + 2 * normal());
  const queue: { at: number; attempt: number; version?: number }[] = [];
  const send = (message: (typeof queue)[number]) => {
    let place = queue.length;
    while (place && queue[place - 1]!.at < message.at) place--;
    queue.splice(place, 0, message);
  };
  for (let client = 0; client < clients; client++) send({ at: delay(), attempt: 0 });
  let version = 0;
  let calls = 0;
  let ms = 0;
  for (let message; (message = queue.pop());) {
    const { at, attempt } = message;
    if (message.version === undefined) {
      // A read arrives, goes back, and is followed by the write.
      send({ at: at + delay() + delay(), attempt, version });
      continue;
    }
    calls++;
    const answered = at + delay();
    ms = Math.max(ms, answered);
    if (message.version === version) version++;
    else send({ at: answered + delay() + wait(attempt + 1, random), attempt: attempt + 1 });
  }
  return { calls, ms };
}

/** The mean of many runs. */
export function contention(runs: number, clients: number, wait: (attempt: number, random: Random) => number, random: Random) {
  let calls = 0;
  let ms = 0;
  for (let run = 0; run < runs; run++) {
    const result = contend(clients, wait, random);
    calls += result.calls / runs;
    ms += result.ms / runs;
  }
  return { calls, ms };
}
