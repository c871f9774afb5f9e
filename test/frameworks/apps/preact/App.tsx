import { useEffect, useState } from 'preact/hooks';
import { hear, OPEN, turnedBy } from '../shop.js';
import { Maker as Usual } from './Maker.js';

export function App({ maker: Maker = Usual }) {
  const [{ shown, visitors, ...shop }, set] = useState(OPEN);
  useEffect(() => turnedBy((change) => set((before) => ({ ...before, ...change }))), []);
  return (
    <>
      <p>Visitors: {visitors}</p>
      {shown && <Maker {...shop} onResult={hear} />}
    </>
  );
}
