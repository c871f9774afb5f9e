// Writes one number after another, says each one that is kept, and is killed in the middle of it.
import { sqliteStore } from '../../src/proxy/stores/sqlite.js';

const store = sqliteStore(process.argv[2]!);
for (let n = 0; ; n++) {
  await store.update('n', () => n);
  await store.keep('n', { bytes: new Uint8Array(200_000).fill(n), about: {}, at: Date.now() }, { maxBytes: 1e6, maxAge: 1e9 });
  process.stdout.write(`${n}\n`);
}
