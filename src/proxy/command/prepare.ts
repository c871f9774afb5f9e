import type { ProxyOptions } from '../options.js';
import { openStore } from '../stores/open-store.js';
import { checks } from './checks.js';
import { inVariables, readEnvironment } from './environment.js';

export interface Prepared {
  options: ProxyOptions;
  port: number;
  host: string;
}

/** Reads the variables and tells what was checked. With what makes it useless to go on it throws, in the words of who set them. */
export async function prepare(
  variables: Record<string, string | undefined>,
  { log, error: warn }: Pick<Console, 'log' | 'error'> = console,
): Promise<Prepared> {
  let options: ProxyOptions | undefined;
  try {
    const { options: given, store, port, host } = readEnvironment(variables);
    options = { ...given, store: await openStore(store) };
    for await (const { fine, text, fatal } of checks(options)) {
      if (fatal) throw new Error(text);
      if (fine) log(`✓ ${text}`);
      else warn(`✗ ${text}`);
    }
    return { options, port, host };
  } catch (error) {
    await options?.store?.close();
    throw new Error(inVariables((error as Error).message), { cause: error });
  }
}
