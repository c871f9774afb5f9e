import { ordering } from '../../../src/chart/order.js';
import { finish } from '../../../src/core/slices.js';
import { brickLinkXml, materialsCsv, shoppingList } from '../../../src/chart/shopping.js';

const orderColors = (...wish: Parameters<typeof ordering>) => finish(ordering(...wish));

const colors = [
  { id: 'T-10', name: 'Sky', hex: '#3060d0', quantity: 5 },
  { id: 'T-9', name: 'Rose', hex: '#d02040', quantity: 50 },
  { id: 'B1', name: 'Ash', hex: '#808080', quantity: 7 },
  { id: 'B2', name: 'Éclair', hex: '#20a040', quantity: 9 },
];
const names = (order: number[]) => order.map((at) => colors[at]!.name);

it('colours are found by a part of their name or code, and put in order by amount, code or hue', () => {
  expect(names(orderColors(colors))).toEqual(['Sky', 'Rose', 'Ash', 'Éclair']);
  expect(names(orderColors(colors, 'fr', ' ÉCL '))).toEqual(['Éclair']);
  expect(names(orderColors(colors, 'en', 't-1'))).toEqual(['Sky']);
  expect(names(orderColors(colors, 'en', 'nothing'))).toEqual([]);
  expect(names(orderColors(colors, 'en', '', 'amount'))).toEqual(['Rose', 'Éclair', 'Ash', 'Sky']);
  expect(names(orderColors(colors, 'en', '', 'code'))).toEqual(['Ash', 'Éclair', 'Rose', 'Sky']);
  expect(names(orderColors(colors, 'en', '', 'hue'))).toEqual(['Rose', 'Éclair', 'Sky', 'Ash']);
});

it('a table of materials is none of formulas, whatever they are called', () => {
  const csv = materialsCsv(['Code', 'Name'], [{ id: '=1+1', name: 'Say "hi", you', hex: '#ffffff', quantity: 3 }]);
  expect(csv).toBe('\uFEFF"Code","Name"\r\n"\'=1+1","Say ""hi"", you","#ffffff","3"');
});

it('a shopping list has a line for each, with its code where that is not its name', () => {
  const list = shoppingList('Robin', [colors[0]!, { id: 'Ash', name: 'Ash', quantity: 7 }], String);
  expect(list).toBe('Robin\n☐ 5 × Sky (T-10)\n☐ 7 × Ash');
});

it('bricks of colours that come to the same one are counted together', () => {
  const xml = brickLinkXml([
    { name: 'White', hex: '#ffffff', quantity: 3 },
    { name: 'Snow', hex: '#fdfdfd', quantity: 4 },
    { name: 'Red & <more>', hex: '#b40000', quantity: 2 },
  ]);
  expect(xml).toBe(
    '<INVENTORY><ITEM><ITEMTYPE>P</ITEMTYPE><ITEMID>3024</ITEMID><COLOR>1</COLOR><MINQTY>7</MINQTY></ITEM>' +
      '<ITEM><ITEMTYPE>P</ITEMTYPE><ITEMID>3024</ITEMID><COLOR>5</COLOR><MINQTY>2</MINQTY></ITEM></INVENTORY>',
  );
});
