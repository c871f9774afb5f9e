import { systemClock, type Clock } from '../../core/clock.js';
import { optionalPackage } from './optional-package.js';
import { GIVE, KEEP, SWAP, TAKE } from './redis-scripts.js';
import { weight, type Store } from './store.js';

const DAY = 86_400_000;
/** Facts that nobody touched for so long are of no use any more. */
const FORGET = 62 * DAY;
const CONNECT = 2000;

type Client = Awaited<ReturnType<typeof connect>>;

async function connect(url: string) {
  const { createClient, RESP_TYPES } = await optionalPackage('redis', () => import('redis'));
  const client = createClient({
    url,
    // What cannot be sent now fails now: a request must not wait for a server that comes back some day.
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECT, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 1000) },
  });
  client.on('error', () => {}); // each call says so by itself
  const ready = new Promise<void>((resolve) => client.once('ready', resolve));
  void client.connect().catch(() => {});
  let late: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([ready, new Promise<void>((resolve) => (late = setTimeout(resolve, CONNECT)))]);
  clearTimeout(late);
  return { client, binary: client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer }) };
}

/** For more than one machine: Redis 6 or later, or what speaks its language. Connects at the first call and again by itself. */
export function redisStore(
  url: string,
  { prefix = 'pattern', clock = systemClock }: { prefix?: string; clock?: Pick<Clock, 'now'> } = {},
): Store {
  const key = (kind: string, name = '') => `{${prefix}}:${kind}:${name}`;
  let opening: Promise<Client> | undefined;
  const open = () => (opening ??= connect(url));
  const run = async (script: string, keys: string[], values: (string | number | Uint8Array)[] = []) => {
    const { client } = await open();
    const args = values.map((value) => (typeof value === 'number' ? String(value) : value) as string);
    return client.eval(script, { keys, arguments: args });
  };
  const turns = new Map<string, Promise<void>>();
  const parse = (text: string | null) => (text ? JSON.parse(text) : undefined);

  const ears = new Set<(message: unknown) => void>();
  let hearing: Promise<{ destroy(): void }> | undefined;
  async function hear() {
    const subscriber = (await open()).client.duplicate();
    subscriber.on('error', () => {});
    // Subscribed as soon as there is a connection, and again after each new one.
    void subscriber
      .connect()
      .then(() => subscriber.subscribe(key('words'), (text) => ears.forEach((ear) => ear(JSON.parse(text)))))
      .catch(() => {});
    return subscriber;
  }

  return {
    get: async (name) => parse(await (await open()).client.get(key('fact', name))),
    update<T>(name: string, change: (old: T | undefined) => T | undefined) {
      const swap = async () => {
        const { client } = await open();
        for (;;) {
          const old = (await client.get(key('fact', name))) ?? '';
          const value = change(parse(old) as T | undefined);
          const text = value === undefined ? '' : JSON.stringify(value);
          if (text === old || (await run(SWAP, [key('fact', name)], [old, text, FORGET]))) return value;
        }
      };
      // One after the other within the process, so that only processes contend.
      const next = (turns.get(name) ?? Promise.resolve()).then(swap);
      const turn = next.then(
        () => {},
        () => {},
      );
      turns.set(name, turn);
      void turn.then(() => turns.get(name) === turn && turns.delete(name));
      return next;
    },
    async take(wants) {
      const now = clock.now();
      const values = wants.flatMap(({ limit, until }) => [limit, Math.max(1, Math.ceil(until - now))]);
      const full = await run(
        TAKE,
        wants.map(({ name }) => key('budget', name)),
        values,
      );
      return (full as number[]).map((place) => wants[place - 1]!.name);
    },
    give: async (names) =>
      void (await run(
        GIVE,
        names.map((name) => key('budget', name)),
      )),
    async kept(name) {
      const { client, binary } = await open();
      const [bytes, about, at] = await binary.hmGet(key('kept', name), ['bytes', 'about', 'at']);
      if (!bytes) return;
      void client.zAdd(key('used'), { score: clock.now(), value: name }, { condition: 'XX' }).catch(() => {});
      return { bytes: bytes as Uint8Array, about: parse(String(about)), at: Number(String(at)) };
    },
    async keep(name, kept, { maxBytes, maxAge }) {
      const keys = [key('kept', name), key('used'), key('made'), key('weights'), key('sum')];
      const about = JSON.stringify(kept.about);
      const bytes = Buffer.from(kept.bytes.buffer, kept.bytes.byteOffset, kept.bytes.length);
      const left = Math.max(1, Math.ceil(maxAge));
      await run(KEEP, keys, [name, key('kept'), bytes, about, kept.at, clock.now(), weight(kept), maxBytes, left]);
    },
    async count(day, counts) {
      const { client } = await open();
      const all = client.multi();
      for (const [name, more] of Object.entries(counts)) all.hIncrBy(key('count', day), name, more);
      await all.pExpire(key('count', day), FORGET).exec();
    },
    async counts(days) {
      const { client } = await open();
      const found = await Promise.all(days.map((day) => client.hGetAll(key('count', day))));
      return found.map((counts) => Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)])));
    },
    tabs: {
      post: (message) =>
        void open()
          .then(({ client }) => client.publish(key('words'), JSON.stringify(message)))
          .catch(() => {}), // the store still tells them
      listen(ear) {
        hearing ??= hear();
        hearing.catch(() => (hearing = undefined));
        ears.add(ear);
        return () => void ears.delete(ear);
      },
    },
    check: async () => void (await (await open()).client.ping()),
    async close() {
      for (const connection of [await hearing?.catch(() => undefined), (await opening?.catch(() => undefined))?.client])
        connection?.destroy();
      hearing = opening = undefined;
    },
  };
}
