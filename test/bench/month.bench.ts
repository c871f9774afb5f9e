// A month of a busy shop, in simulated time and with a seed: `npx tsx test/bench/month.bench.ts [visitors] [seed]`. Visitors come to
// three proxies that share one store; the vendor is slow, fails, and loses answers that it has counted. What is bought is set
// beside what was wished for: nothing may be paid twice that nobody asked for twice.
import { createProxy, memoryStore } from '../../src/proxy/index.js';
import { FakeClock, seeded, settle } from '../support/simulation.js';
import { untilIdle } from '../support/under-way.js';
import { pictureOf } from './month.picture.js';
import { MonthlyVendor } from './month.vendor.js';
import { visitorsOf } from './month.visitors.js';

const [visitors = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const SHOP = 'https://shop.example';
const MINUTE = 60_000;
const MONTH = Date.UTC(2026, 10, 1);

const clock = new FakeClock(MONTH);
const random = seeded(seed);
const vendor = new MonthlyVendor(clock, seeded(seed + 1), 2000);
const store = memoryStore({ clock });
const proxies = [1, 2, 3].map(() =>
  createProxy({
    apiKey: 'px_live_month',
    upstream: 'https://vendor.example',
    origins: SHOP,
    store,
    clock,
    random,
    fetch: vendor.fetch,
    log: { error() {}, warn() {} },
  }),
);

const counts = new Map<string, number>();
const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
const waits: number[] = [];
const shown = new Set<number>();
const insisted = new Map<number, number>();
const underWay = new Set<Promise<void>>();
let served = 0;

/** A press, and what a visitor does about its answer: comes back when told to, three times at most. */
async function press(design: number, ip: string): Promise<void> {
  const began = clock.now();
  let insists = false;
  for (let tries = 0; tries < 3; tries++) {
    const request: Request = new Request('https://shop.example/patterns/api/v1/generate', {
      method: 'POST',
      headers: { Origin: SHOP, 'Content-Type': 'application/json', ...(insists && { 'Pattern-Insist': '1' }) },
      body: JSON.stringify({ image: pictureOf(design), niche: 'mosaic', width_cm: 20, height_cm: 20 }),
    });
    const response: Response = await proxies[served++ % 3]!(request, { ip });
    const { status, headers } = response;
    const body = (await response.json()) as { code?: string };
    if (status === 200) {
      count(headers.get('Pattern-Cache')!);
      shown.add(design);
      if (headers.get('Pattern-Cache') === 'miss') waits.push(clock.now() - began);
      return;
    }
    const wait = Number(headers.get('Retry-After') ?? 60) * 1000;
    const maybe: boolean = headers.has('Pattern-Maybe-Counted');
    if (maybe) count('told that it may have been counted');
    if (maybe && !insists) insisted.set(design, (insisted.get(design) ?? 0) + 1);
    insists ||= maybe;
    if (status === 429 && wait > 10 * MINUTE) return count(`refused: ${body.code}`);
    if (tries === 2) return count(`gave up: ${status} ${body.code ?? ''}`);
    await clock.sleep(wait);
  }
}

const started = performance.now();
let presses = 0;
for (const { at, design, ip } of visitorsOf(visitors, MONTH, random)) {
  await clock.advanceTo(at);
  presses++;
  const work: Promise<void> = press(design, ip).finally(() => underWay.delete(work));
  underWay.add(work);
  await untilIdle(settle, 3);
}
while (underWay.size) {
  await clock.advance(MINUTE);
  await untilIdle(settle, 3);
}
for (const proxy of proxies) await proxy.close();

const again = [...vendor.paid].filter(([picture, times]) => times > 1 + (insisted.get(picture) ?? 0));
waits.sort((a, b) => a - b);
const seconds = (share: number) => `${((waits[Math.floor(waits.length * share)] ?? 0) / 1000).toFixed(1)} s`;
console.log(
  `${visitors.toLocaleString('en')} visitors, ${presses.toLocaleString('en')} presses, three proxies, seed ${seed}; ` +
    `${((performance.now() - started) / 1000).toFixed(0)} s of real time\n`,
);
console.table({
  'uses of the month, of 2,000': vendor.used,
  'distinct designs that were paid for': vendor.paid.size,
  '... that were shown': shown.size,
  'uses whose answer the vendor lost': vendor.lost,
  '... made again, because a visitor said so': vendor.used - vendor.paid.size,
  'designs paid twice that nobody asked for twice': again.length,
  'presses that a plain proxy would have paid for': presses,
  ...Object.fromEntries([...counts].sort()),
  'waited for a new pattern: half of the visitors': seconds(0.5),
  '... 99 of 100': seconds(0.99),
});
