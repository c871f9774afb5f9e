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
export interface LogLine {
  at: string;
  method: string;
  path: string;
  status: number | null;
  counted: boolean;
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
  month: { status: 429, body: { error: true, code: 'RATE_LIMIT_EXCEEDED', message: 'Monthly limit reached', docs: '/docs' } },
  minute: { status: 429, headers: { 'Retry-After': '10' } },
  broken: { status: 500, body: { error: true, code: 'PROCESSING_ERROR', message: 'Processing failed', docs: '/docs' } },
  busy: { status: 503 },
  drop: { drop: true },
  key: { status: 401, body: { error: true, code: 'INVALID_API_KEY', message: 'Invalid key', docs: '/docs' } },
};
