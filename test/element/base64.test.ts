import { expect } from '@open-wc/testing';
import { toBase64 } from '../../src/providers/base64.js';

// What the platform cannot encode by itself is done by hand, in every engine alike once its own is taken away.
const native = Object.getOwnPropertyDescriptor(Uint8Array.prototype, 'toBase64');
afterEach(() => void (native && Object.defineProperty(Uint8Array.prototype, 'toBase64', native)));

for (const how of ['by the platform', 'by hand'])
  it(`seven megabytes become base64 ${how}`, async () => {
    if (how === 'by hand') delete (Uint8Array.prototype as { toBase64?: unknown }).toBase64;
    const blob = new Blob([Uint8Array.from({ length: 7_000_000 }, (_, i) => (i * i) >> 3)], { type: 'image/jpeg;a=b,c' });
    let turns = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      port2.postMessage(0);
    };
    port2.postMessage(0);
    const base64 = await toBase64(blob);
    port1.close();
    // By hand it is long work, and the page has its turn after every slice of it.
    if (how === 'by hand') expect(turns).to.be.greaterThan(20);
    const url = await (await fetch('data:;base64,' + base64)).arrayBuffer();
    expect(new Uint8Array(url)).to.deep.equal(new Uint8Array(await blob.arrayBuffer()));
  });
