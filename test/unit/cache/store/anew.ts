import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import { FakeClock } from './fake-clock.js';

/** What every test of this file starts with: a clock of its own, an empty disk, and no word in the console. */
export let clock: FakeClock;
export let disk: IDBFactory;

/** The visitor has cleared everything, or it is another visitor. */
export function newDisk(): void {
  disk = new FakeFactory() as unknown as IDBFactory;
}

export function everyTestAnew(): void {
  beforeEach(() => {
    clock = new FakeClock();
    newDisk();
    vi.spyOn(console, 'info').mockImplementation(() => {});
  });
  afterEach(() => void vi.restoreAllMocks());
}
