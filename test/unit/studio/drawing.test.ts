import type { Draft } from '../../../src/studio/drafter.js';
import { Drawing } from '../../../src/studio/drawing.js';
import type { DraftFacts, Prospect, StudioInput } from '../../../src/studio/input.js';
import { Session } from '../../../src/studio/session.js';
import { work } from '../../../src/studio/worker.js';

/** A worker on this side of the line. */
function worker(): Worker {
  const end = {
    onmessage: null,
    postMessage: (data: unknown) => queueMicrotask(() => near.onmessage?.({ data } as MessageEvent)),
  };
  const near = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage: (data: unknown) =>
      void (end as { onmessage: ((event: { data: unknown }) => void) | null }).onmessage?.({ data }),
    terminate() {},
  };
  work(end as Parameters<typeof work>[0]);
  return near as unknown as Worker;
}

/** The first draft of a picture of 30 × 20 dots at this width, and what is told of it. */
async function drawn(widthCm: number): Promise<[Draft, DraftFacts]> {
  const picture = { width: 30, height: 20, data: Uint8ClampedArray.from({ length: 2400 }, (_, at) => (at * 7) % 256) };
  const unit = { width: 0.15, height: 0.15 };
  const values = { widthCm };
  const bounds = () => ({ min: 10, max: 1000 });
  const session = new Session({ picture, values, unit, sized: true, may: () => true, bounds }, () => {});
  const facts: DraftFacts[] = [];
  const input = {
    picture: { pixels: async () => picture },
    start: worker,
    ondraft: (told: DraftFacts) => facts.push(told),
  } as unknown as StudioInput;
  const drawing = new Drawing(
    () => input,
    session,
    () => {},
  );
  await drawing.wish({
    parameters: { niche: 'embroidery', maxColors: 4 },
    unit,
    colors: async () => undefined,
  } as unknown as Prospect);
  await expect.poll(() => facts.length).toBe(1);
  drawing.close();
  return [drawing.draft!, facts[0]!];
}

it('a draft has the cells of its pattern', async () => {
  const [{ columns, rows, cells }, facts] = await drawn(30);
  expect([columns, rows, cells.length]).toEqual([200, 133, 26_600]);
  expect(facts).toMatchObject({ columns: 200, rows: 133, units: 26_600 });
});

it('of millions of cells a million is drawn, in the same shape, and all of them are told', async () => {
  const [{ columns, rows, cells }, facts] = await drawn(900);
  expect(facts).toMatchObject({ columns: 6000, rows: 4000, units: 24_000_000 });
  expect(cells.length / 1e6).toBeCloseTo(1, 2);
  expect(columns / rows).toBeCloseTo(1.5, 2);
});
