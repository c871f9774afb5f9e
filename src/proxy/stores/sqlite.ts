import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemClock, type Clock } from '../../core/clock.js';
import { alone } from './alone.js';
import { takeTurn } from './file-turn.js';
import { optionalPackage } from './optional-package.js';
import { weight, type Store } from './store.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS budgets (name TEXT PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS results (
    key TEXT PRIMARY KEY, about TEXT NOT NULL, at INTEGER NOT NULL, used INTEGER NOT NULL, weight INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS bytes (key TEXT PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS counts (
    day TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, name)
  ) WITHOUT ROWID;`;

const MONTH = 31 * 86_400_000;
/** Longest wait for the other processes on the same file. */
const PATIENCE = 4000;

type Value = string | number | Uint8Array;
type Row = Record<string, string & number & Uint8Array>;
interface Database {
  all(sql: string, values?: Value[]): Row[];
  run(sql: string, values?: Value[]): unknown;
  exec(sql: string): void;
  close(): void;
}

/** One file for all processes of one machine. What was answered is on disk: a kill or a restart loses nothing. */
export function sqliteStore(file: string, { clock = systemClock }: { clock?: Clock } = {}): Store {
  const path = resolve(file);
  let opening: Promise<Database> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ears = new Set<(message: unknown) => void>();

  async function open(): Promise<Database> {
    const sqlite = await optionalPackage('node-sqlite3-wasm', () => import('node-sqlite3-wasm'));
    mkdirSync(dirname(path), { recursive: true });
    const db = new sqlite.default.Database(path) as unknown as Database;
    // A rollback journal, for the write-ahead log needs shared memory here. It is kept and overwritten: cheaper than deleting.
    await inTurn(() => {
      db.all('PRAGMA journal_mode = PERSIST');
      db.exec(`PRAGMA synchronous = NORMAL; ${SCHEMA}`);
      db.run('DELETE FROM facts WHERE at < ?', [clock.now() - 2 * MONTH]);
      db.run('DELETE FROM counts WHERE day < ?', [new Date(clock.now() - 2 * MONTH).toISOString()]);
    });
    return db;
  }

  async function inTurn<T>(work: () => T): Promise<T> {
    const late = Date.now() + PATIENCE;
    for (;;) {
      const end = takeTurn(path);
      if (end)
        try {
          return alone(path, work);
        } finally {
          end();
        }
      if (Date.now() > late) throw new Error(`${path} is held by another process`);
      await new Promise((next) => setTimeout(next, 1 + Math.random() * 4));
    }
  }

  /** One piece of work after the other, each a transaction in a turn of its own. */
  function transact<T>(work: (db: Database) => T): Promise<T> {
    const next = last.then(async () => {
      opening ??= open();
      const db = await opening.catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return inTurn(() => {
        db.exec('BEGIN IMMEDIATE');
        try {
          const result = work(db);
          db.exec('COMMIT');
          return result;
        } catch (error) {
          db.exec('ROLLBACK');
          throw error;
        }
      });
    });
    last = next.catch(() => {});
    return next;
  }

  const fact = (db: Database, key: string) => {
    const [row] = db.all('SELECT value FROM facts WHERE key = ?', [key]);
    return row && JSON.parse(row.value!);
  };
  const sum = (db: Database) => Number(db.all('SELECT total(weight) AS sum FROM results')[0]!.sum);

  return {
    get: (key) => transact((db) => fact(db, key)),
    update: (key, change) =>
      transact((db) => {
        const old = fact(db, key);
        const value = change(old === undefined ? old : structuredClone(old));
        if (value === undefined) db.run('DELETE FROM facts WHERE key = ?', [key]);
        else if (JSON.stringify(value) !== JSON.stringify(old))
          db.run('INSERT OR REPLACE INTO facts VALUES (?, ?, ?)', [key, JSON.stringify(value), clock.now()]);
        return value;
      }),
    take: (wants) =>
      transact((db) => {
        const now = clock.now();
        const count = ({ name }: { name: string }) =>
          Number(db.all('SELECT count FROM budgets WHERE name = ? AND until > ?', [name, now])[0]?.count ?? 0);
        const full = wants.filter((want) => count(want) >= want.limit).map(({ name }) => name);
        if (full.length) return full;
        db.run('DELETE FROM budgets WHERE until <= ?', [now]);
        for (const want of wants)
          db.run('INSERT OR REPLACE INTO budgets VALUES (?, ?, ?)', [want.name, count(want) + 1, want.until]);
        return [];
      }),
    give: (names) =>
      transact((db) => {
        for (const name of names) db.run('UPDATE budgets SET count = count - 1 WHERE name = ? AND count > 0', [name]);
      }),
    kept: (key) =>
      transact((db) => {
        const [row] = db.all('SELECT about, at, used, bytes FROM results JOIN bytes USING (key) WHERE key = ?', [key]);
        if (!row) return;
        // Once in a minute is exact enough for "least recently used", and spares a write at each look.
        if (clock.now() - row.used! > 60_000) db.run('UPDATE results SET used = ? WHERE key = ?', [clock.now(), key]);
        return { bytes: row.bytes!, about: JSON.parse(row.about!), at: row.at! };
      }),
    keep: (key, kept, { maxBytes, maxAge }) =>
      transact((db) => {
        const drop = (old: string) => {
          db.run('DELETE FROM results WHERE key = ?', [old]);
          db.run('DELETE FROM bytes WHERE key = ?', [old]);
        };
        drop(key);
        for (const old of db.all('SELECT key FROM results WHERE at <= ?', [clock.now() - maxAge])) drop(old.key!);
        let excess = sum(db) + weight(kept) - maxBytes;
        if (excess > 0)
          for (const old of db.all('SELECT key, weight FROM results ORDER BY used')) {
            if (excess <= 0) break;
            drop(old.key!);
            excess -= old.weight!;
          }
        const now = clock.now();
        db.run('INSERT INTO results VALUES (?, ?, ?, ?, ?)', [key, JSON.stringify(kept.about), kept.at, now, weight(kept)]);
        db.run('INSERT INTO bytes VALUES (?, ?)', [key, kept.bytes]);
      }),
    count: (day, counts) =>
      transact((db) => {
        for (const [name, more] of Object.entries(counts))
          db.run('INSERT INTO counts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count', [
            day,
            name,
            more,
          ]);
      }),
    counts: (days) =>
      transact((db) =>
        days.map((day) =>
          Object.fromEntries(
            db.all('SELECT name, count FROM counts WHERE day = ?', [day]).map(({ name, count }) => [name, Number(count)]),
          ),
        ),
      ),
    tabs: {
      // Other processes on the same file are not told: they look again.
      post: (message) => ears.forEach((hear) => queueMicrotask(() => hear(structuredClone(message)))),
      listen: (hear) => {
        ears.add(hear);
        return () => void ears.delete(hear);
      },
    },
    check: () => transact((db) => void db.run('INSERT OR REPLACE INTO facts VALUES (?, ?, ?)', ['check', '1', clock.now()])),
    async close() {
      await last;
      (await opening?.catch(() => undefined))?.close();
      opening = undefined;
    },
  };
}
