import type { Account } from './accounts.js';
import type { Store } from './store.js';

export interface CreditReservation {
  /** returns the credits left */
  spend(): number;
  giveBack(): void;
}

/** Picsart credits: like uses, held while a request is under way and spent only for a picture that was made. */
export class Credits {
  private readonly promised = new Map<string, number>();

  constructor(private readonly store: Store) {}

  available(account: Account): number {
    return this.store.get<{ credits: number }>('SELECT credits FROM accounts WHERE id = ?', account.id)?.credits ?? 0;
  }

  reserve(account: Account, cost: number): CreditReservation | undefined {
    const promised = this.promised.get(account.id) ?? 0;
    if (this.available(account) - promised < cost) return undefined;
    this.promised.set(account.id, promised + cost);
    let open = true;
    const giveBack = () => {
      if (open) this.promised.set(account.id, (this.promised.get(account.id) ?? cost) - cost);
      open = false;
    };
    const spend = () => {
      giveBack();
      this.store.run('UPDATE accounts SET credits = MAX(0, credits - ?) WHERE id = ?', cost, account.id);
      return this.available(account);
    };
    return { spend, giveBack };
  }
}
