import type { Incoming } from './incoming.js';
import type { Context, Settings } from './options.js';
import { Refused } from './refused.js';
import { addressOf, visitorName } from './visitor.js';

/** The host's own answer to somebody whom it does not let in. */
export class TurnedAway extends Error {
  constructor(readonly response: Response) {
    super('turned away');
  }
}

/** Whose budget it is; found out when it is needed, for most answers take from none. */
export type Visitor = () => Promise<string>;

/** Asks the host, and resolves with whose budget it is. Whatever is not a clear yes is a no. */
export async function admit(request: Incoming, context: Context, settings: Settings): Promise<Visitor> {
  const { authorize, trustProxy, log } = settings;
  let visitor: string | undefined;
  if (authorize) {
    let admitted;
    try {
      admitted = await authorize(request.request());
    } catch (error) {
      log.error(`authorize failed: ${(error as Error | undefined)?.name ?? 'unknown'}`);
      throw new Refused('stranger');
    }
    // What no answer can be (`Response.error()`) is a no as well.
    if (admitted instanceof Response) throw admitted.status < 200 ? new Refused('stranger') : new TurnedAway(admitted);
    if (typeof admitted !== 'object' || admitted === null) throw new Refused('stranger');
    ({ visitor } = admitted);
  }
  let name: Promise<string> | undefined;
  return () => (name ??= visitorName(visitor ? `known ${visitor}` : addressOf(request, context, trustProxy), settings));
}
