import type { Progress } from '../../../src/cache/store/entry.js';
import type { Marking } from '../../../src/cache/store/marks.js';
import { Logbook } from '../../../src/generation/logbook.js';
import { MemoryTabs } from '../../support/simulation.js';

const bounds = 'memory';

/** The store of an origin, and a tab of it. */
const kept = new Map<string, Progress>();
const results = {
  progress: async (key: string) => kept.get(key),
  saveProgress: async (key: string, value: Progress | Marking) => {
    kept.set(key, typeof value === 'function' ? value(kept.get(key)) : value);
    return key !== 'unkept';
  },
};
const tabs = new MemoryTabs();
const tab = () => new Logbook(results, tabs.tab());
const share = (of: number) => () => ({ share: of });

it('tells everybody else who shows the design, on the page and in other tabs, and not the one who saved', async () => {
  const [here, there] = [tab(), tab()];
  const heard: string[] = [];
  const watch = (name: string, logbook: Logbook, key: string) => {
    const door = logbook.open(key, bounds);
    return { door, stop: door.onProgress(() => heard.push(name)) };
  };
  const mine = watch('mine', here, 'a');
  const beside = watch('beside', here, 'a');
  watch('there', there, 'a');
  watch('another design', there, 'b');
  await mine.door.saveProgress(share(0.5));
  await Promise.resolve();
  expect(heard.sort()).toEqual(['beside', 'there']);
  expect(await beside.door.progress()).toEqual({ share: 0.5 });

  heard.length = 0;
  beside.stop();
  await mine.door.saveProgress(share(0.6));
  expect(heard).toEqual(['there']);
});

it('does not mind what else is said between tabs', async () => {
  const wire = tabs.tab();
  const heard = vi.fn();
  tab().open('a', bounds).onProgress(heard);
  for (const message of [undefined, null, 'a', 7, {}, { progress: {} }, { progress: 'other' }]) wire.post(message);
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
});

it('says whether it is stored', async () => {
  expect(await tab().open('a', bounds).saveProgress(share(0.5))).toBe(true);
  expect(await tab().open('unkept', bounds).saveProgress(share(0.5))).toBe(false);
});
