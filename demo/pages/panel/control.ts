// The control API of the local server, see demo/server/README.md.
export interface Account {
  provider: string;
  plan?: string;
  usesLeft?: number | 'unlimited';
  limit?: number | 'unlimited';
  resetDate?: string;
  credits?: number;
  minuteLimit: number | null;
}
export interface ApiState {
  clock: { now: string; set: boolean };
  latencyMs: number;
  faults: unknown[];
  accounts: Account[];
}
/** A request that reached the API. */
export interface LogLine {
  at: string;
  method: string;
  path: string;
  status: number | null;
  counted: boolean;
}
/** A request that a page made to the proxy. */
export interface Asked extends Omit<LogLine, 'counted'> {
  cache: 'hit' | 'miss' | 'joined' | null;
}
export interface Letter {
  at: string;
  subject: string;
  text: string;
}

export const look = async <T>(path: string): Promise<T> => (await fetch('/_control/' + path)).json();

/** Resolves with what is wrong, or nothing. */
export async function order(path: string, body: object): Promise<string | undefined> {
  const answer = await fetch('/_control/' + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.ok ? undefined : (await answer.json()).message;
}

export const FAULTS: Record<string, object> = {
  month: { status: 429, body: { error: true, code: 'RATE_LIMIT_EXCEEDED', message: 'Monthly limit reached' } },
  minute: { status: 429, headers: { 'Retry-After': '10' } },
  broken: { status: 500 },
  busy: { status: 503 },
  drop: { drop: true },
  lost: { drop: true, after: true },
  key: { status: 401 },
};
