import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../../src/providers/base64.js';

const BYTES = Uint8Array.from({ length: 1_000_001 }, (_, i) => (i * i) >> 3);
const expected = Buffer.from(BYTES).toString('base64');

describe('base64', () => {
  // Newer engines encode by themselves; here it is this Node that decides, and a stand-in for the other.
  const native = Object.getOwnPropertyDescriptor(Uint8Array.prototype, 'toBase64');
  afterEach(() => {
    if (native) Object.defineProperty(Uint8Array.prototype, 'toBase64', native);
    else delete (Uint8Array.prototype as any).toBase64;
  });

  it('by hand keeps every byte over many slices, without a prefix', async () => {
    delete (Uint8Array.prototype as any).toBase64;
    expect(await toBase64(new Blob([BYTES], { type: 'image/jpeg;a=b,c' }))).toBe(expected);
    expect(await toBase64(new Blob())).toBe('');
  });

  it('by the platform where it can', async () => {
    Object.defineProperty(Uint8Array.prototype, 'toBase64', {
      configurable: true,
      value(this: Uint8Array) {
        return 'native:' + Buffer.from(this).toString('base64');
      },
    });
    expect(await toBase64(new Blob([BYTES]))).toBe('native:' + expected);
  });

  it('comes back, with or without a data: prefix', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'data:image/png;base64,'),
        async (bytes, prefix) => {
          const text = await toBase64(new Blob([bytes as Uint8Array<ArrayBuffer>]));
          expect([...fromBase64(prefix + text)]).toEqual([...bytes]);
        },
      ),
    );
  });

  it('is read alike by a server’s own means and by a page’s', () => {
    const { Buffer } = globalThis;
    const read = (text: string) => {
      try {
        return [...fromBase64(text)].join();
      } catch {
        return 'refused';
      }
    };
    const text = fc.oneof(fc.base64String(), fc.stringMatching(/^[A-Da-d0-1+/=\-_ \n]{0,12}$/));
    fc.assert(
      fc.property(text, (text) => {
        const here = read(text);
        vi.stubGlobal('Buffer', undefined);
        const there = read(text);
        vi.stubGlobal('Buffer', Buffer);
        expect(here).toBe(there);
      }),
      { numRuns: 2000 },
    );
    vi.unstubAllGlobals();
  });

  it.each(['c%t', 'data:text/plain,cat', 'Y2F0==', 'Y2F-', 'Y2F_', 'Y', 'Y2F0Y', 'Y2=F0', 'é', '='])('refuses %s', (text) =>
    expect(() => fromBase64(text)).toThrow(),
  );
});
