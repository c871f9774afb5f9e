import { digestOf, maskKey } from './keys.js';
import { FRESH_DATA } from './fresh-data.js';
import { PLANS, type Limit, type Plan } from './plans.js';
import type { Store } from './store.js';

export type ProviderName = 'pixcraft' | 'picsart';

export interface Account {
  id: string;
  provider: ProviderName;
  name: string;
  email: string;
  plan: Plan | null;
  /** uses a month */
  limit: Limit;
  credits: number;
  /** requests a minute; 0 is no limit, null is the provider's own default */
  minuteLimit: number | null;
}

export interface ApiKey {
  masked: string;
  account: Account;
  active: boolean;
  /** empty: any origin */
  allowedDomains: string[];
  /** empty: every niche */
  allowedNiches: string[];
  customColors: { id: string; name: string; hex: string }[];
  brand?: string;
  customLogoUrl?: string;
}

interface Row {
  [column: string]: string | number | null;
}

const accountOf = (row: Row): Account => ({
  id: row.id as string,
  provider: row.provider as ProviderName,
  name: row.name as string,
  email: row.email as string,
  plan: row.plan as Plan | null,
  limit: row.plan ? PLANS[row.plan as Plan] : 'unlimited',
  credits: Number(row.credits ?? 0),
  minuteLimit: row.minute_limit as number | null,
});

const keyOf = (row: Row): ApiKey => ({
  masked: row.masked as string,
  account: accountOf(row),
  active: row.active === 1,
  allowedDomains: JSON.parse(row.allowed_domains as string),
  allowedNiches: JSON.parse(row.allowed_niches as string),
  customColors: JSON.parse(row.custom_colors as string),
  brand: (row.brand as string | null) ?? undefined,
  customLogoUrl: (row.custom_logo_url as string | null) ?? undefined,
});

export class Accounts {
  constructor(private readonly store: Store) {
    if (!store.get('SELECT 1 FROM accounts LIMIT 1')) this.startAfresh();
    else this.renewKeys();
  }

  findKey(key: string): ApiKey | undefined {
    const row = this.store.get<Row>(
      'SELECT * FROM keys JOIN accounts ON accounts.id = keys.account WHERE digest = ?',
      digestOf(key),
    );
    return row && keyOf(row);
  }

  list(): (Account & { keys: ApiKey[] })[] {
    const keys = this.store
      .all<Row>('SELECT * FROM keys JOIN accounts ON accounts.id = keys.account ORDER BY keys.rowid')
      .map(keyOf);
    const accounts = this.store.all<Row>('SELECT * FROM accounts ORDER BY rowid').map(accountOf);
    return accounts.map((account) => ({ ...account, keys: keys.filter((key) => key.account.id === account.id) }));
  }

  setCredits(id: string, credits: number): void {
    this.store.run('UPDATE accounts SET credits = ? WHERE id = ?', credits, id);
  }

  setMinuteLimit(id: string, limit: number | null): void {
    this.store.run('UPDATE accounts SET minute_limit = ? WHERE id = ?', limit, id);
  }

  startAfresh(): void {
    this.store.transaction(() => {
      for (const table of ['results', 'notices', 'uses', 'keys', 'accounts']) this.store.run(`DELETE FROM ${table}`);
      for (const { id, provider, name, email, plan = null, credits = null } of FRESH_DATA) {
        const columns = 'id, provider, name, email, plan, credits';
        this.store.run(`INSERT INTO accounts (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, id, provider, name, email, plan, credits);
      }
      this.renewKeys();
    });
  }

  /** Nothing changes a key while the server runs, so they are always those of this version, whatever wrote the data. */
  private renewKeys(): void {
    this.store.transaction(() => {
      this.store.run('DELETE FROM keys');
      for (const { id, keys } of FRESH_DATA)
        for (const key of keys) {
          this.store.run(
            'INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
            digestOf(key.key),
            maskKey(key.key),
            id,
            key.active === false ? 0 : 1,
            JSON.stringify(key.allowedDomains ?? []),
            JSON.stringify(key.allowedNiches ?? []),
            JSON.stringify(key.customColors ?? []),
            key.brand ?? null,
            key.customLogoUrl ?? null,
          );
        }
    });
  }
}
