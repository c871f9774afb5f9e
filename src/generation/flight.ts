import type { Entry } from '../cache/store/entry.js';
import { waitUntil } from '../core/wait-until.js';
import { claim, type Intent } from './intent.js';
import { tabs } from './origin.js';
import { PatternError, type PatternErrorCode, type PatternErrorDetails } from '../core/pattern-error.js';

export interface Outcome {
  entry: Entry;
  fromCache: boolean;
}

/** What a flight under way tells everybody who waits for it. */
export interface Watcher {
  /** Sitting out a limit until then (epoch ms); undefined: going on. */
  onWait(until?: number): void;
  onStep(step: string): void;
  /** The answer is in the store now. */
  onKept(): void;
}

export interface Pilot extends Watcher {
  signal: AbortSignal;
  left?: Intent;
  /** To be called just before each send. */
  sending(used: number | undefined): Promise<void>;
  /** To be called when it was refused: nothing is under way, and what follows is another request. */
  answered(): void;
}

/** How one design is looked up, made and kept. */
export interface Plan {
  look(): Promise<Outcome | undefined>;
  make(pilot: Pilot): Promise<Entry>;
  keep(entry: Entry): Promise<void>;
}

interface Flight extends Watcher {
  watchers: Set<Watcher>;
  /** What the watchers were told last, for those who come later. */
  until?: number;
  abort: AbortController;
  sent?: boolean;
  landed?: boolean;
  outcome: Promise<Outcome>;
}

type Word = { flight: string; entry?: Entry; error?: PatternErrorDetails & { code: PatternErrorCode } };

const LOOK = 1000;
const overtaken = Symbol();
const flights = new Map<string, Flight>();

/** One request per design, whoever asks: widgets share a flight of the page, tabs share an intent in the store. */
export function fly(key: string, plan: Plan, watcher: Watcher, signal: AbortSignal): Promise<Outcome> {
  const flight = flights.get(key) ?? depart(key, plan);
  flight.watchers.add(watcher);
  const { landed, until } = flight;
  if (until) watcher.onWait(until);
  return new Promise((resolve, reject) => {
    const leave = () => {
      flight.watchers.delete(watcher);
      ground(key, flight);
      reject(new PatternError('cancelled'));
    };
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    flight.outcome
      .then((outcome) => resolve(landed ? { ...outcome, fromCache: true } : outcome), reject)
      .finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Ends what nobody waits for. Once sent it is worth money: then it flies on unwatched and its answer is kept. */
function ground(key: string, flight: Flight): void {
  if (flight.watchers.size || flight.sent) return;
  forget(key, flight);
  flight.abort.abort(new PatternError('cancelled'));
}

const forget = (key: string, flight: Flight) => void (flights.get(key) === flight && flights.delete(key));

function depart(key: string, plan: Plan): Flight {
  const watchers = new Set<Watcher>();
  const flight: Flight = {
    watchers,
    abort: new AbortController(),
    outcome: undefined as never,
    onWait(until) {
      flight.until = until;
      watchers.forEach((watcher) => watcher.onWait(until));
    },
    onStep: (step) => watchers.forEach((watcher) => watcher.onStep(step)),
    onKept: () => watchers.forEach((watcher) => watcher.onKept()),
  };
  flights.set(key, flight);
  flight.outcome = travel(key, plan, flight);
  flight.outcome.catch(() => forget(key, flight));
  return flight;
}

async function travel(key: string, { look, make, keep }: Plan, flight: Flight): Promise<Outcome> {
  const { signal } = flight.abort;
  const words = listen(key);
  const say = (news: Omit<Word, 'flight'>) => tabs.post({ flight: key, ...news });
  try {
    for (;;) {
      const found = await look();
      if (found) {
        forget(key, flight);
        return found;
      }
      signal.throwIfAborted();
      const hold = await claim(key);
      if (!hold) {
        flight.onStep('generating');
        const word = await words.next(signal);
        if (word?.entry) return { entry: word.entry, fromCache: true };
        if (word?.error) throw new PatternError(word.error.code, word.error);
        continue;
      }
      try {
        const entry = await make({
          ...flight,
          signal,
          left: hold.left,
          async sending(used) {
            if (!(await hold.sending(used))) throw overtaken;
            flight.sent = true;
          },
          answered() {
            flight.sent = false;
            ground(key, flight);
          },
        });
        flight.landed = true;
        // The visitor and the other tabs first, the store second: trouble there must not cost anybody the answer.
        // In a turn of its own: copying a large answer takes as long as showing it.
        setTimeout(() => say({ entry }));
        void keep(entry)
          .finally(hold.release)
          .then(() => {
            forget(key, flight);
            flight.onKept();
          });
        return { entry, fromCache: false };
      } catch (error) {
        await hold.release();
        if (error === overtaken) continue;
        if (error instanceof PatternError && error.code !== 'cancelled') say({ error: { ...error, code: error.code } });
        throw error;
      }
    }
  } finally {
    words.close();
  }
}

/** The other tabs' word on a design: by the channel, or never where there is none, and then the store tells. */
function listen(key: string) {
  let word: Word | undefined;
  let wake: (() => void) | undefined;
  const close = tabs.listen((message) => {
    if ((message as Word)?.flight !== key) return;
    word = message as Word;
    wake?.();
  });
  return {
    close,
    async next(signal: AbortSignal): Promise<Word | undefined> {
      const pause = new AbortController();
      wake = () => pause.abort();
      if (!word) await waitUntil(Date.now() + LOOK, { signal: AbortSignal.any([signal, pause.signal]) }).catch(() => {});
      const said = word;
      word = undefined;
      return said;
    },
  };
}
