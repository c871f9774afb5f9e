// One of several processes on one store: takes as often as it is told, all at once, and says how often there was room.
import { openStore } from '../../src/proxy/stores/open-store.js';

const [url, times] = process.argv.slice(2);
const store = await openStore(url!);
await store.check();
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const until = Date.now() + 60_000;
const want = { name: 'many', limit: 10, until };
const all = await Promise.all(Array.from({ length: Number(times) }, () => store.take([want])));
process.stdout.write(`${all.filter((full) => !full.length).length}\n`);
await store.close();
process.exit(0);
