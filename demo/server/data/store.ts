import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { takeLock } from './data-lock.js';

export type Value = string | number | null | Uint8Array;

/** SQLite in one file. Every write is on disk when the call returns, so a restart loses nothing that was answered. */
export interface Store {
  get<Row>(sql: string, ...values: Value[]): Row | undefined;
  all<Row>(sql: string, ...values: Value[]): Row[];
  /** returns how many rows changed */
  run(sql: string, ...values: Value[]): number;
  transaction<T>(work: () => T): T;
  close(): void;
}

const VERSION = 1;
const SCHEMA = `
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY, provider TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL,
    plan TEXT, credits INTEGER, minute_limit INTEGER
  );
  CREATE TABLE keys (
    digest TEXT PRIMARY KEY, masked TEXT NOT NULL, account TEXT NOT NULL REFERENCES accounts(id), active INTEGER NOT NULL,
    allowed_domains TEXT NOT NULL, allowed_niches TEXT NOT NULL, custom_colors TEXT NOT NULL, brand TEXT, custom_logo_url TEXT
  );
  CREATE TABLE uses (account TEXT NOT NULL, day TEXT NOT NULL, calls INTEGER NOT NULL, PRIMARY KEY (account, day));
  CREATE TABLE notices (
    account TEXT NOT NULL, month TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, recipient TEXT NOT NULL,
    subject TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (account, month, kind)
  );
  CREATE TABLE results (
    id TEXT PRIMARY KEY, made INTEGER NOT NULL, expires INTEGER, type TEXT NOT NULL, details TEXT NOT NULL, bytes BLOB NOT NULL
  );`;

export function openStore(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'api.sqlite');
  const release = takeLock(file);
  const db = new sqlite.Database(file);
  try {
    // Write-ahead logging replays by itself after a crash; without shared memory it needs exclusive locking set first.
    db.get('PRAGMA locking_mode = EXCLUSIVE');
    db.get('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL');
    const version = Number(db.get('PRAGMA user_version')?.user_version ?? 0);
    if (version !== 0 && version !== VERSION)
      throw new Error(`${file} is of version ${version}, not ${VERSION}. Remove it to start afresh.`);
    if (version === 0) db.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${VERSION}; COMMIT;`);
  } catch (error) {
    db.close();
    release();
    throw error;
  }
  return {
    get: <Row>(sql: string, ...values: Value[]) => (db.get(sql, values) ?? undefined) as Row | undefined,
    all: <Row>(sql: string, ...values: Value[]) => db.all(sql, values) as Row[],
    run: (sql, ...values) => db.run(sql, values).changes,
    transaction(work) {
      if (db.inTransaction) return work();
      db.exec('BEGIN');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    close() {
      db.close();
      release();
    },
  };
}
