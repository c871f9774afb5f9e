import type { Shop } from './shop.js';
import { act, type Tab, type Visitor } from './visitors.js';

/** One thing that happens, to one tab of one visitor. */
export interface Scene {
  shop: Shop;
  visitor: Visitor;
  tab: Tab;
  /** 0 ≤ whole < below. */
  pick(below: number): number;
  /** Rises slowly, so that there are always designs that nobody has asked for. */
  fresh: number;
}

const WIDTHS = [20, 24, 30];
const wear = ({ tab, pick }: Scene, name: string, ...args: number[]) => act(tab, name, pick(8), ...args);
const simple = (name: string) => (scene: Scene) => wear(scene, name);

/** What happens, and how often beside the others. */
export const DEEDS: Record<string, [weight: number, (scene: Scene) => Promise<unknown>]> = {
  mount: [8, simple('mount')],
  remove: [4, simple('remove')],
  press: [50, (scene) => wear(scene, 'press', scene.fresh + scene.pick(6), WIDTHS[scene.pick(3)]!)],
  cancel: [4, simple('cancel')],
  reset: [4, simple('reset')],
  pdf: [4, simple('pdf')],
  recall: [4, simple('recall')],
  quota: [2, simple('quota')],
  clear: [1, simple('clear')],
  language: [1, simple('language')],
  disable: [1, simple('disable')],
  move: [2, simple('move')],
  wipe: [2, simple('wipe')],
  'block storage': [1, simple('blockStorage')],
  'free storage': [4, simple('freeStorage')],
  'full disk': [
    1,
    ({ tab, shop }) => tab.session.send('Storage.overrideQuotaForOrigin', { origin: shop.url, quotaSize: 200_000 }),
  ],
  'clear site data': [
    1,
    ({ tab, shop }) => tab.session.send('Storage.clearDataForOrigin', { origin: shop.url, storageTypes: 'all' }),
  ],
  reload: [3, async ({ tab }) => ((tab.quiet = []), tab.page.reload())],
  'away and back': [
    2,
    async ({ tab }) => {
      tab.quiet = [];
      await tab.page.goto('about:blank');
      await tab.page.goBack();
    },
  ],
  'new tab': [2, async ({ visitor }) => visitor.tabs.length < 3 && visitor.openTab()],
  'close tab': [
    2,
    async ({ visitor, tab }) => {
      if (visitor.tabs.length < 2) return;
      visitor.tabs.splice(visitor.tabs.indexOf(tab), 1);
      await tab.page.close();
    },
  ],
  freeze: [1, ({ tab }) => tab.session.send('Page.setWebLifecycleState', { state: 'frozen' })],
  thaw: [8, ({ tab }) => tab.session.send('Page.setWebLifecycleState', { state: 'active' })],
  offline: [1, ({ visitor }) => visitor.context.setOffline(true)],
  online: [8, ({ visitor }) => visitor.context.setOffline(false)],
  weather: [
    8,
    async ({ shop, pick }) => {
      shop.weather = { lost: pick(3) / 10, refused: pick(4) / 10, dropped: pick(3) / 10, slowMs: pick(4) * 400 };
    },
  ],
  'few uses': [2, ({ shop, pick }) => shop.control('set', { key: 'px_live_demo', usesLeft: pick(3) })],
  'many uses': [8, ({ shop }) => shop.control('set', { key: 'px_live_demo', usesLeft: 2000 })],
  'minute limit': [1, ({ shop, pick }) => shop.control('set', { key: 'px_live_demo', minuteLimit: 2 + pick(5) })],
  'no minute limit': [4, ({ shop }) => shop.control('set', { key: 'px_live_demo', minuteLimit: 0 })],
};
