import fc from 'fast-check';
import { ordering, ORDERS } from '../../../src/chart/order.js';
import { finish } from '../../../src/core/slices.js';
import { HUGE } from '../../support/huge-answers.js';

const orderColors = (...wish: Parameters<typeof ordering>) => finish(ordering(...wish));

it('any number of colours comes to the order in which a plain sort would put them, and what is equal stays as it was', () => {
  const color = fc.record({ id: fc.constantFrom('A1', 'A10', 'A2'), name: fc.constant('x'), hex: fc.constantFrom('#fff', '#123456'), quantity: fc.nat(3) }); // prettier-ignore
  fc.assert(
    fc.property(fc.array(color, { size: 'max', maxLength: 700 }), (all) => {
      const plain = [...all.keys()].sort((a, b) => all[b]!.quantity - all[a]!.quantity);
      expect(orderColors(all, 'en', '', 'amount')).toEqual(plain);
      for (const by of ORDERS) expect(orderColors(all, 'en', '', by).toSorted((a, b) => a - b)).toEqual([...all.keys()]);
    }),
    { numRuns: 30 },
  );
});

it('a colour is found by its words in any order, its code among them, with or without accents', () => {
  const named = (name: string, id: string) => ({ name, id, hex: '#123456', quantity: 1 });
  const all = [named('Black', '310'), named('Écru', 'ECRU'), named('Dark Beaver Grey', '645'), named('Altın İpek', 'T-10')];
  const find = (search: string, lang = 'en') => orderColors(all, lang, search).map((at) => all[at]!.id);
  expect(find('310 black')).toEqual(['310']);
  expect(find('ecru')).toEqual(['ECRU']);
  expect(find('  grey   DARK ')).toEqual(['645']);
  expect(find('bläck')).toEqual(['310']);
  expect(find('ipek', 'tr')).toEqual(['T-10']);
  expect(find('grey black')).toEqual([]);
  for (const odd of ['(', '[a-', '\\', '.*', '🧵', '\0', 'x'.repeat(10_000), 'grey black '.repeat(1000)])
    expect(find(odd)).toEqual([]);
  expect(find(' ')).toEqual(['310', 'ECRU', '645', 'T-10']);
});

it('ten thousand are put in order in many small steps', () => {
  const materials = HUGE.materials().materials.slice(0, 10_000);
  const work = ordering(materials as never, 'en', 'thread', 'code');
  let steps = 0;
  while (!work.next().done) steps++;
  expect(steps).toBeGreaterThan(materials.length / 50);
});
