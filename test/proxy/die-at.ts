// Writes a second result in the place of a first one, and is killed at one certain write to the disk on the way.
import fs from 'node:fs';
import { sqliteStore } from '../../src/proxy/stores/sqlite.js';

const [file, at] = process.argv.slice(2) as [string, string];
const store = sqliteStore(file);
const result = (fill: number) => ({ bytes: new Uint8Array(60_000).fill(fill), about: { fill: String(fill) }, at: Date.now() });
const bounds = { maxBytes: 1e6, maxAge: 1e9 };
await store.keep('n', result(1), bounds);
const { writeSync } = fs;
let writes = 0;
fs.writeSync = ((...args: Parameters<typeof writeSync>) => {
  if (++writes === Number(at)) process.kill(process.pid, 'SIGKILL');
  return writeSync(...args);
}) as typeof writeSync;
await store.keep('n', result(2), bounds);
fs.writeSync = writeSync;
process.stdout.write(`${writes}\n`);
process.exit();
