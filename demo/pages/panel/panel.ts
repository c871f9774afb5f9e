import { find } from '../make.js';
import { FAULTS, look, order, type ApiState, type Asked, type Letter, type LogLine } from './control.js';
import { showFigures, showInputs } from './figures.js';
import { showAsked, showLetters, showRequests } from './lists.js';

async function refresh(): Promise<void> {
  const [state, asked, log, letters] = await Promise.all([
    look<ApiState>('state'),
    look<Asked[]>('asked'),
    look<LogLine[]>('log'),
    look<Letter[]>('outbox'),
  ]);
  showFigures(state, asked, log);
  showInputs(state);
  showAsked(asked);
  showRequests(log);
  showLetters(letters);
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
  find('#reset').addEventListener('click', async () => {
    await tell('reset', {}, 'Everything is as on the first day.');
    // A widget that knows the month as used up asks by itself only every five minutes.
    await find<HTMLElementTagNameMap['pattern-generator']>('pattern-generator').refreshQuota();
  });
  find('#controls').addEventListener('submit', (event) => event.preventDefault());
}

/** Follows what happens while the panel is looked at. */
export function startPanel(): void {
  listen();
  let seen = false;
  new IntersectionObserver(([entry]) => (seen = entry!.isIntersecting)).observe(find('.panel'));
  const follow = async () => {
    if (seen && document.visibilityState === 'visible')
      await refresh().catch(() => say('The local API does not answer. Is `npm start` still running?'));
    setTimeout(follow, seen ? 1000 : 100);
  };
  void follow();
}
