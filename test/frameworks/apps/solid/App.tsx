import { createSignal, Show } from 'solid-js';
import { hear, OPEN, turnedBy } from '../shop.js';
import { Maker } from './Maker.js';

export function App() {
  const [shop, set] = createSignal(OPEN);
  turnedBy((change) => set((before) => ({ ...before, ...change })));
  return (
    <>
      <p>Visitors: {shop().visitors}</p>
      <Show when={shop().shown}>
        <Maker {...shop()} onResult={hear} />
      </Show>
    </>
  );
}
