import { FAULTS, look, order, type ApiState, type Letter, type LogLine } from './control.js';

const find = <T extends Element = HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const node = (tag: string, className: string, ...content: (Node | string)[]) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
};
const time = (at: string) => new Date(at).toLocaleTimeString();

function showFigures({ clock, accounts, faults }: ApiState): void {
  const pixcraft = accounts.find(({ provider }) => provider === 'pixcraft')!;
  const figures: Record<string, string> = {
    'Uses left': `${pixcraft.usesLeft!.toLocaleString()} of ${pixcraft.limit!.toLocaleString()}`,
    Plan: pixcraft.plan ?? '',
    'Starts again': new Date(pixcraft.resetDate!).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' }),
    'Clock of the API': new Date(clock.now).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    'Failures ahead': String(faults.length),
  };
  find('#figures').replaceChildren(
    ...Object.entries(figures).map(([name, value]) => {
      const entry = document.createElement('div');
      entry.append(node('dt', '', name), node('dd', '', value));
      return entry;
    }),
  );
}

/** The inputs say what is in force, except the one that is being typed in. */
function showInputs({ accounts, latencyMs }: ApiState): void {
  const pixcraft = accounts.find(({ provider }) => provider === 'pixcraft')!;
  const picsart = accounts.find(({ provider }) => provider === 'picsart')!;
  const values: Record<string, unknown> = {
    usesLeft: pixcraft.usesLeft,
    minuteLimit: pixcraft.minuteLimit ?? 0,
    credits: picsart.credits,
    latencyMs,
  };
  for (const [name, value] of Object.entries(values)) {
    const input = find<HTMLInputElement>(`#controls [name=${name}]`);
    if (input !== document.activeElement) input.value = String(value);
  }
}

const none = (text: string) => [node('li', 'muted', text)];

function showRequests(log: LogLine[]): void {
  const lines = log
    .slice(-40)
    .reverse()
    .map(({ at, method, path, status, counted }) =>
      node(
        'li',
        '',
        node('span', 'muted', time(at)),
        node('span', 'what', `${method} ${path}`),
        node('span', '', status === null ? '…' : status === 0 ? 'cut' : String(status)),
        node('span', counted ? 'counted' : 'muted', counted ? '1 use' : 'free'),
      ),
    );
  find('#requests').replaceChildren(...(lines.length ? lines : none('Nothing yet.')));
}

function showOutbox(letters: Letter[]): void {
  const lines = [...letters]
    .reverse()
    .map(({ at, subject, text }) =>
      node('li', '', node('span', 'muted', time(at)), node('span', 'what', node('strong', '', subject), ' ', text)),
    );
  find('#outbox').replaceChildren(
    ...(lines.length ? lines : none('Nothing yet. The owner is written to at 50 uses left and at 0.')),
  );
}

let shown = '';
async function refresh(): Promise<void> {
  const [state, log, outbox] = await Promise.all([look<ApiState>('state'), look<LogLine[]>('log'), look<Letter[]>('outbox')]);
  showFigures(state);
  showInputs(state);
  // Lists are drawn anew only when they changed, so that what somebody reads or scrolls stays.
  const now = JSON.stringify([log, outbox]);
  if (now === shown) return;
  shown = now;
  showRequests(log);
  showOutbox(outbox);
}

const say = (text: string) => (find('#said').textContent = text);
async function tell(path: string, body: object, done: string): Promise<void> {
  say((await order(path, body)) ?? done);
  await refresh();
}

function listen(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('#controls input'))
    input.addEventListener('change', () => tell('set', { [input.name]: Number(input.value) }, 'Set.'));
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-fault]'))
    button.addEventListener('click', () =>
      tell('fail', { next: 1, path: 'generate', ...FAULTS[button.dataset.fault!] }, 'The next pattern request will meet it.'),
    );
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-clock]'))
    button.addEventListener('click', () => {
      const now = new Date();
      const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString();
      return tell('set', { now: button.dataset.clock === 'real' ? null : first }, 'The clock is set.');
    });
  find('#reset').addEventListener('click', () => tell('reset', {}, 'Everything is as on the first day.'));
  find('#controls').addEventListener('submit', (event) => event.preventDefault());
}

async function poll(): Promise<void> {
  if (document.visibilityState === 'visible')
    await refresh().catch(() => say('The local API does not answer. Is `npm start` still running?'));
  setTimeout(poll, 1000);
}

export function startPanel(): void {
  listen();
  void poll();
}
