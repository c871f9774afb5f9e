import { channels } from './hex.js';

/** What is to be bought. */
export interface Needed {
  id?: string;
  name: string;
  hex?: string;
  quantity: number;
}

// What a spreadsheet would take for a formula stays a text: https://owasp.org/www-community/attacks/CSV_Injection
const cell = (text: unknown) =>
  `"${String(text ?? '')
    .replace(/^[=+\-@\t\r]/, "'$&")
    .replaceAll('"', '""')}"`;

/** One material a line; with the mark by which spreadsheets know UTF-8. */
export const materialsCsv = (heads: string[], all: readonly Needed[]): string =>
  '\uFEFF' +
  [heads, ...all.map(({ id, name, hex, quantity }) => [id, name, hex, quantity])]
    .map((line) => line.map(cell).join(','))
    .join('\r\n');

export const shoppingList = (title: string, all: readonly Needed[], number: (value: number) => string): string =>
  [title, ...all.map(({ id, name, quantity }) => `☐ ${number(quantity)} × ${id && id !== name ? `${name} (${id})` : name}`)].join(
    '\n',
  );

/**
 * BrickLink's numbers of colours that 1 × 1 plates commonly have, as other tools have them from https://www.bricklink.com/catalogColors.asp;
 * how each looks is assumed to be near enough.
 */
const BRICKS =
  '1:ffffff 2:dec69c 3:f7d117 4:ff7e14 5:b30006 6:00642e 7:0057a6 11:212121 24:a5499c 28:d09168 34:a6ca55 36:10cb31 39:00a29f 42:61afff 47:c87080 48:76a290 55:5a7184 59:6a0e15 63:143044 68:b35408 69:907450 71:b52952 80:2e5543 85:595d60 86:afb5c7 88:89351d 89:5f2683 90:feccb0 103:ffec6c 104:f7bcda 105:bcd1ed 110:ffc700 120:330000 150:e3a05b 153:009fe0 154:d3bde3 155:7c9051 156:6acee0 157:c689d9'
    .split(' ')
    .map((entry) => entry.split(':'))
    .map(([id, hex]) => ({ id: id!, look: channels('#' + hex) }));
const PLATE = '3024';

/**
 * A list of wanted 1 × 1 plates for BrickLink, as other tools write it after https://www.bricklink.com/help.asp?helpID=207, without an XML
 * declaration. The nearest colours.
 */
export function brickLinkXml(all: readonly Needed[]): string {
  const wanted = new Map<string, number>();
  for (const { hex, quantity } of all) {
    const own = channels(hex);
    const far = ({ look }: (typeof BRICKS)[number]) => look.reduce((sum, value, at) => sum + (value - own[at]!) ** 2, 0);
    const { id } = BRICKS.reduce((best, one) => (far(one) < far(best) ? one : best));
    wanted.set(id, (wanted.get(id) ?? 0) + quantity);
  }
  const item = ([color, count]: [string, number]) =>
    `<ITEM><ITEMTYPE>P</ITEMTYPE><ITEMID>${PLATE}</ITEMID><COLOR>${color}</COLOR><MINQTY>${count}</MINQTY></ITEM>`;
  return `<INVENTORY>${[...wanted].map(item).join('')}</INVENTORY>`;
}
