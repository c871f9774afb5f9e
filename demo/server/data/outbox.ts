import { monthOf, type Clock } from '../clock.js';
import type { Account } from './accounts.js';
import type { Usage } from './counters.js';
import type { Store } from './store.js';

export interface Notice {
  at: string;
  to: string;
  account: string;
  kind: 'low' | 'exhausted';
  subject: string;
  text: string;
}

/** How many uses left are few enough to write to the owner ("about 50", documented). */
const LOW = 50;

/** E-mails to owners. They are only kept here, and shown; each kind goes out once a month. */
export class Outbox {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Called after every counted use. */
  afterUse(account: Account, { remaining, limit, resetDate }: Usage): void {
    if (remaining === 'unlimited' || remaining > LOW) return;
    const until = `The counter starts again on ${resetDate} (UTC).`;
    const [kind, subject, text] =
      remaining === 0
        ? ['exhausted', 'No uses left this month', `All ${limit} uses of ${account.name} are gone. ${until}`]
        : ['low', `${remaining} uses left this month`, `${account.name} has ${remaining} of ${limit} uses left. ${until}`];
    const now = this.clock.now();
    this.store.run(
      'INSERT OR IGNORE INTO notices VALUES (?, ?, ?, ?, ?, ?, ?)',
      account.id,
      monthOf(now),
      kind!,
      now,
      account.email,
      subject!,
      text!,
    );
  }

  list(): Notice[] {
    const rows = this.store.all<Omit<Notice, 'at' | 'to'> & { at: number; recipient: string }>(
      'SELECT * FROM notices ORDER BY at, rowid',
    );
    return rows.map(({ at, recipient, account, kind, subject, text }) => ({
      at: new Date(at).toISOString(),
      to: recipient,
      account,
      kind,
      subject,
      text,
    }));
  }
}
