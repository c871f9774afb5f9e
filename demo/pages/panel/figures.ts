import { find } from '../make.js';
import type { ApiState, Asked, LogLine } from './control.js';

const show = (name: string, value: string) => (find(`[data-figure="${name}"]`).textContent = value);

export function showFigures({ clock, accounts, faults }: ApiState, asked: Asked[], log: LogLine[]): void {
  const pixcraft = accounts.find(({ provider }) => provider === 'pixcraft')!;
  const date = (time: string, options: Intl.DateTimeFormatOptions) =>
    new Date(time).toLocaleDateString(undefined, { day: 'numeric', month: 'short', ...options });
  show('left', `${pixcraft.usesLeft!.toLocaleString()} of ${pixcraft.limit!.toLocaleString()}`);
  show('asked', String(asked.filter(({ path }) => /\/generate$|\/background\//.test(path)).length));
  show('paid', String(log.filter(({ counted }) => counted).length));
  show('reset', date(pixcraft.resetDate!, { timeZone: 'UTC' }));
  show('clock', date(clock.now, { hour: 'numeric', minute: '2-digit' }));
  find('#faults').textContent = faults.length ? `(${faults.length} ordered)` : '';
}

/** The inputs say what is in force, except the one that is being typed in. */
export function showInputs({ accounts, latencyMs }: ApiState): void {
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
