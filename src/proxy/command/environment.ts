import type { ProxyOptions } from '../options.js';

/** Each variable of the command with the option it sets. */
const VARIABLES = {
  PROVIDER: 'provider',
  API_KEY: 'apiKey',
  UPSTREAM: 'upstream',
  ORIGINS: 'origins',
  BASE_PATH: 'basePath',
  VISITOR_DAY: 'visitorDay',
  SITE_MINUTE: 'siteMinute',
  SITE_MONTH: 'siteMonth',
  RESERVE: 'reserve',
  KEEP_DAYS: 'keepDays',
  KEEP_MB: 'keepMb',
  TRUST_PROXY: 'trustProxy',
  OWNER_TOKEN: 'ownerToken',
  ON_LOW_URL: 'onLowUrl',
} as const satisfies Record<string, keyof ProxyOptions>;

export interface Environment {
  options: Omit<ProxyOptions, 'store'>;
  store: string;
  port: number;
  host: string;
}

type Variables = Record<string, string | undefined>;

/** What the variables say; a wrong one throws with its own name. */
export function readEnvironment(variables: Variables): Environment {
  // Compose files and panels set what was left empty to nothing: an empty HOST would be all addresses of the machine.
  const value = (variable: string) => variables[variable]?.trim() || undefined;
  const given = Object.entries(VARIABLES).flatMap(([variable, option]) => {
    const said = value(variable);
    return said ? [[option, said]] : [];
  });
  const PORT = value('PORT') ?? '8787';
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${PORT}", but must be from 0 to 65535`);
  return {
    options: {
      ...(Object.fromEntries(given) as unknown as ProxyOptions),
      showLeft: !/^(?:0|no|off|false)$/i.test(value('SHOW_LEFT') ?? ''),
    },
    store: value('STORE') ?? 'file:pattern-proxy.sqlite',
    port,
    host: value('HOST') ?? '127.0.0.1',
  };
}

/** An error about an option begins with its name: here with the name of who set a variable. */
export const inVariables = (message: string): string =>
  Object.entries(VARIABLES).reduce((text, [variable, option]) => text.replace(new RegExp(`^${option}\\b`), variable), message);
