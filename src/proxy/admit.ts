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
export async function admit(request: Request, context: Context, settings: Settings): Promise<Visitor> {
  const { authorize, trustProxy, log } = settings;
  let visitor: string | undefined;
  if (authorize) {
    const { url, method, headers } = request;
    let admitted;
    try {
      // Without the body: that is read within bounds, and only afterwards.
      admitted = await authorize(new Request(url, { method, headers }));
    } catch (error) {
      log.error(`authorize failed: ${(error as Error | undefined)?.name ?? 'unknown'}`);
      throw new Refused('stranger');
    }
    if (admitted instanceof Response) throw new TurnedAway(admitted);
    if (typeof admitted !== 'object' || admitted === null) throw new Refused('stranger');
    ({ visitor } = admitted);
  }
  const address = visitor ? `known ${visitor}` : addressOf(request, context, trustProxy);
  let name: Promise<string> | undefined;
  return () => (name ??= visitorName(address, settings));
}
