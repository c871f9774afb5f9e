/** The fields of an API's own in which it counts requests, e.g. `X-Acme-RateLimit-Remaining`. */
export interface CounterFields {
  /** What their names begin with: `X-Acme-RateLimit-`. */
  prefix: string;
  /** The rest of the name for how many requests are left; default: `Remaining`. */
  remaining?: string;
  /** The rest of the name for when the window ends, in seconds from now or since 1970; default: `Reset`. */
  reset?: string;
  /** Length of the window in seconds, for answers that do not say when it ends. */
  span?: number;
}

/** What only the provider knows about its own answers. */
export interface ProviderRules {
  /** Codes that mean the month's uses are gone, when they come with a 429. */
  monthCodes?: readonly string[];
  /** Codes that mean the same request may work when it is sent again. */
  transientCodes?: readonly string[];
  /** Fields of its own in which it counts requests. The standard ones (`RateLimit`, `X-RateLimit-…`) are always read. */
  counters?: readonly CounterFields[];
  /** Where the body keeps its code; default: `code`. */
  code?(body: unknown): string | undefined;
  /** When the month's uses come back, in milliseconds since 1970 by the server's clock. */
  resetAt?(body: unknown): number | undefined;
}
