import { useEffect, useState } from 'react';
import { hear, OPEN, turnedBy } from '../shop.js';
import { Maker } from './Maker.js';

export function App() {
  const [{ shown, visitors, ...maker }, set] = useState(OPEN);
  useEffect(() => turnedBy((change) => set((before) => ({ ...before, ...change }))), []);
  return (
    <>
      <p>Visitors: {visitors}</p>
      {shown && <Maker {...maker} onResult={hear} />}
    </>
  );
}
