export interface LogEntry {
  at: string;
  method: string;
  path: string;
  /** null while it is under way, 0 when the connection was cut */
  status: number | null;
  /** masked */
  key: string | null;
  /** whether it cost a use or a credit */
  counted: boolean;
}

/** Enough for any test; a demo left running over night must not eat memory. */
const KEPT = 10_000;

/** Every API request seen, oldest first. The entry is there from the moment the request arrives. */
export class RequestLog {
  private entries: LogEntry[] = [];

  add(entry: LogEntry): LogEntry {
    this.entries.push(entry);
    if (this.entries.length > KEPT) this.entries.shift();
    return entry;
  }

  list(): LogEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
