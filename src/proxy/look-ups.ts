import type { Reply } from '../api/transport.js';
import { pause } from '../core/pause.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';
import type { Upstream } from './upstream.js';

type Asked = Pick<Upstream, 'account' | 'facts' | 'site'>;

interface Told {
  at: number;
  body: unknown;
}
interface Asking {
  told?: Told;
  /** Some machine asks the vendor; since when. */
  since?: number;
}

const FRESH = 60_000;
/** Rather an old answer than none. */
const STALE = 86_400_000;
/** After a failure the vendor is left alone for a moment. */
const REST = 5000;
/** Nobody else is waited for any longer. */
const PATIENCE = 10_000;

/** The free look-ups: however many pages are opened, the vendor is asked once a minute over all machines. */
export class LookUps {
  #settings: Settings;
  #upstream: Asked;
  #known = new Map<string, Told>();
  #asking = new Map<string, Promise<unknown>>();
  #failed = new Map<string, { at: number; error: unknown }>();

  constructor(settings: Settings, upstream: Asked) {
    this.#settings = settings;
    this.#upstream = upstream;
  }

  /** The body of the vendor's answer, at most a minute old if the vendor answers. Rejects when there is none at all. */
  async get(name: string, path: string): Promise<unknown> {
    const known = this.#known.get(name);
    if (known && this.#isYoung(known, FRESH)) return known.body;
    let asking = this.#asking.get(name);
    if (!asking) {
      asking = this.#ask(name, path).finally(() => this.#asking.delete(name));
      this.#asking.set(name, asking);
    }
    return asking;
  }

  async #ask(name: string, path: string): Promise<unknown> {
    const { facts, site } = this.#upstream;
    const { clock } = this.#settings;
    const key = `look-up:${name}:${site}`;
    const late = clock.now() + PATIENCE;
    for (;;) {
      let mine = false;
      const { told } =
        (await facts.update<Asking>(key, (old = {}) => {
          const now = clock.now();
          mine = !(old.told && this.#isYoung(old.told, FRESH)) && !(Math.abs(now - (old.since ?? -Infinity)) < PATIENCE);
          return mine ? { ...old, since: now } : old;
        })) ?? {};
      if (told && this.#isYoung(told, mine ? 0 : STALE)) return this.#remember(name, told).body;
      if (mine || clock.now() > late) return this.#askVendor(name, path, key, told);
      await pause(200, clock);
    }
  }

  async #askVendor(name: string, path: string, key: string, old = this.#known.get(name)): Promise<unknown> {
    const { account, facts } = this.#upstream;
    const { clock, timeout } = this.#settings;
    try {
      const failed = this.#failed.get(name);
      if (failed && Math.abs(clock.now() - failed.at) < REST) throw failed.error;
      const reply = await account.exchange(await account.ready({ path }, undefined, { timeout }), { limit: timeout });
      if (reply.status !== 200 || reply.body === undefined) {
        const error = failure(reply);
        this.#failed.set(name, { at: clock.now(), error });
        throw error;
      }
      const told = this.#remember(name, { at: clock.now(), body: reply.body });
      await facts.update<Asking>(key, () => ({ told }));
      return told.body;
    } catch (error) {
      await facts.update<Asking>(key, (asking) => ({ told: asking?.told }));
      if (old && this.#isYoung(old, STALE)) return old.body;
      throw error;
    }
  }

  #remember(name: string, told: Told): Told {
    this.#known.set(name, told);
    return told;
  }

  /** A clock set back makes nothing young for ever. */
  #isYoung = ({ at }: Told, age: number) => Math.abs(this.#settings.clock.now() - at) < age;
}

const failure = ({ status, body, lost }: Reply): Refused =>
  new Refused(lost === 'timeout' ? 'timeout' : 'server-error', status >= 400 ? { status, said: body } : {});
