import type { Material } from '../../providers/provider.js';
import type { Listen } from './gestures.js';
import { readHex } from './hex.js';
import { button, part } from './part.js';
import type { Voice } from '../texts/voice.js';

/** A colour chip; a colour that cannot be read stays an empty one. */
export function swatch(hex: unknown): HTMLElement {
  const chip = part('span', 'swatch');
  chip.style.backgroundColor = readHex(hex) ?? '';
  return chip;
}

/** What is needed. With `pick`, a colour under the pointer or with the focus is shown on the picture; a press keeps it. */
export function materials(list: Material[], { number, percent }: Voice, on: Listen, pick?: (color?: number) => void) {
  let kept: number | undefined;
  let shown: number | undefined;
  const show = (at = kept) => {
    if (at != shown) pick!((shown = at));
  };
  const rows = list.map(({ id, name, hex, quantity, percentage }, at) => {
    const content = [
      swatch(hex),
      part('span', 'name', [name, ...(id && id != name ? [part('span', 'id', [id])] : [])], { dir: 'auto' }),
      part('span', 'quantity', [number(quantity)]),
      part('span', 'percentage', [percent(percentage)]),
    ];
    if (!pick) return part('div', 'material-button', content);
    const row = button('material-button', content, { 'aria-pressed': false });
    on(row, 'pointerenter', () => show(at));
    on(row, 'focus', () => show(at));
    on(row, 'pointerleave', () => show());
    on(row, 'blur', () => show());
    on(row, 'click', () => {
      kept = kept == at ? undefined : at;
      rows.forEach((each, index) => (each.ariaPressed = `${index == kept}`));
      show();
    });
    return row;
  });
  // A list that scrolls must be reachable by keyboard; with buttons in it it is.
  return part(
    'ul',
    'materials',
    rows.map((row) => part('li', 'material', [row])),
    { role: 'list', ...(!pick && { tabindex: 0 }) },
  );
}
