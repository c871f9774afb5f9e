// `npm run soak -- [minutes] [seed]`: widgets, tabs, quota, storage and network at random, through the proxy, until the time is
// over. What is found is told with the seed that shows it again; what is watched stands in `calm`.
import { chromium } from 'playwright';
import { ensureChromium } from '../support/chromium.mjs';
import { seeded } from '../support/simulation.js';
import { DEEDS } from './deeds.js';
import { FAIR, openShop } from './shop.js';
import { act, held, told, Visitor, type Tab } from './visitors.js';

const [minutes = 10, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number);
const BETWEEN_CALMS = 60;
/** Longer than any promise of the widgets: time limit, and what must have passed before a lost request is asked for again. */
const PATIENCE_MS = 90_000;
/**
 * What is drawn for the first time leaves its template for good, which is a step; what leaks grows from one quiet moment to the
 * next, so many times one after the other.
 */
const IN_A_ROW = 3;
const LINGER_MS = 20_000;
/** How much it may be in all of them together. */
const ALLOWED: Record<string, number> = { nodes: 60, 'heap MB': 6 };

const random = seeded(seed);
const pick = (below: number) => Math.floor(random() * below);
const findings: string[] = [];
let deed = 0;
const history: string[] = [];
const find = (text: string) => {
  findings.push(text);
  console.log(`FOUND at deed ${deed} of seed ${seed}: ${text}\n  before it: ${history.slice(-12).join(', ')}`);
};

const bag = Object.entries(DEEDS).flatMap(([name, [weight]]) => Array<string>(weight).fill(name));
const shop = await openShop(seeded(seed + 1));
const browser = await chromium.launch({ executablePath: ensureChromium().executablePath });
const visitors = [await Visitor.comes(browser, shop.url, find), await Visitor.comes(browser, shop.url, find)];
const tabs = (): Tab[] => visitors.flatMap((visitor) => visitor.tabs);
const answers = new Map<string, string>();

/** What the page holds as soon as that does not become less any more. */
async function settled(tab: Tab): Promise<Record<string, number>> {
  for (let before = await held(tab); ;) {
    await tab.page.waitForTimeout(1000);
    const now = await held(tab);
    if (now.nodes! >= before.nodes!) return now;
    before = now;
  }
}

/** What the page holds without widgets: what is more than before is given a while, for it may be waiting for something. */
async function quiet(tab: Tab): Promise<Record<string, number>> {
  for (const end = Date.now() + LINGER_MS; ;) {
    const now = await settled(tab);
    const lately = [...tab.quiet.slice(-IN_A_ROW), now];
    const grown = Object.entries(now).flatMap(([what, count]) => {
      const series = lately.map((counts) => counts[what]!);
      const rises = series.slice(1).every((each, at) => each > series[at]!);
      return rises && count > series[0]! + (ALLOWED[what] ?? 0) ? [`${what}: ${series.join(', ')}`] : [];
    });
    if (lately.length <= IN_A_ROW || !grown.length) return now;
    if (Date.now() < end) continue;
    find('held: ' + grown.join(', '));
    return now;
  }
}

/** Everything is as it should be; then every press must come to its end, nothing may be held, and no design paid twice. */
async function calm(): Promise<void> {
  shop.weather = FAIR;
  await shop.control('set', { key: 'px_live_demo', usesLeft: 2000, minuteLimit: 0, latencyMs: 0 });
  for (const { context } of visitors) await context.setOffline(false);
  for (const tab of tabs()) {
    await tab.session.send('Page.setWebLifecycleState', { state: 'active' });
    await tab.session.send('Storage.overrideQuotaForOrigin', { origin: shop.url });
    await act(tab, 'freeStorage');
    await act(tab, 'enable');
  }
  const end = Date.now() + PATIENCE_MS;
  for (const tab of tabs()) {
    let state = await told(tab);
    const note = () => state.problems.forEach(find);
    for (note(); state.open && Date.now() < end; note()) {
      await tab.page.waitForTimeout(250);
      state = await told(tab);
    }
    if (state.open) find(`${state.open} presses have not ended after ${PATIENCE_MS / 1000} s: ${state.busy.join()}`);
    for (const [design, answer] of state.answers) {
      if ((answers.get(design) ?? answer) !== answer) find(`${design} is ${answers.get(design)} here and ${answer} there`);
      answers.set(design, answer);
    }
    await act(tab, 'empty');
    const now = await quiet(tab);
    tab.quiet.push(now);
  }
  shop.wasted().forEach((text) => find('paid twice: ' + text));
}

const end = Date.now() + minutes * 60_000;
console.log(`Soak of ${minutes} minutes, seed ${seed}`);
while (Date.now() < end && findings.length < 10) {
  const visitor = visitors[pick(visitors.length)]!;
  const tab = visitor.tabs[pick(visitor.tabs.length)]!;
  const name = bag[pick(bag.length)]!;
  history.push(name);
  try {
    await DEEDS[name]![1]({ shop, visitor, tab, pick, fresh: Math.floor(deed / 20) });
  } catch (error) {
    // A page that is being left cannot be spoken to.
    if (!/context was destroyed|Cannot find context|ERR_INTERNET_DISCONNECTED|Target .*closed/.test(String(error)))
      find(String(error));
  }
  await new Promise((resolve) => setTimeout(resolve, pick(150)));
  if (++deed % BETWEEN_CALMS === 0) await calm();
}
await calm();
for (const { quiet } of tabs())
  console.log(
    `held at quiet moments: ${['nodes', 'listeners'].map((what) => `${what} ${quiet.map((counts) => counts[what]).join(' ')}`).join(', ')}`,
  );
await browser.close();
await shop.stop();
console.log(
  `${deed} deeds, ${shop.designs()} designs, ${shop.paid()} uses of which ${shop.lost()} got lost on the way, ${findings.length} findings`,
);
if (findings.length) console.log(`The same again: npm run soak -- ${minutes} ${seed}`);
process.exit(findings.length ? 1 : 0);
