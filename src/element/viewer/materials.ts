import type { Material } from '../../providers/provider.js';
import { readHex } from './hex.js';
import { button, part } from './part.js';
import type { Voice } from './viewer-strings.js';

/** A colour chip; a colour that cannot be read stays an empty one. */
export function swatch(hex: unknown): HTMLElement {
  const chip = part('span', 'swatch');
  chip.style.backgroundColor = readHex(hex) ?? 'transparent';
  return chip;
}

/** What is needed. With `pick`, a colour under the pointer or with the focus is shown on the picture; a press keeps it. */
export function materials(list: Material[], { number, percent }: Voice, signal: AbortSignal, pick?: (color?: number) => void) {
  let kept: HTMLElement | undefined;
  const rows: HTMLElement[] = list.map(({ id, name, hex, quantity, percentage }) => {
    const content = [
      swatch(hex),
      part('span', 'name', [name, ...(id && id != name ? [part('span', 'id', [id])] : [])], { dir: 'auto' }),
      part('span', 'quantity', [number(quantity)]),
      part('span', 'percentage', [percent(percentage)]),
    ];
    return pick ? button('material-button', content, { 'aria-pressed': false }) : part('div', 'material-button', content);
  });
  const node = part(
    'ul',
    'materials',
    rows.map((row) => part('li', 'material', [row])),
    { role: 'list' },
  );
  if (!pick) return node;

  let shown: HTMLElement | undefined;
  const show = (row = kept) => {
    if (row != shown) pick((shown = row) && rows.indexOf(row!));
  };
  const rowOf = ({ target }: Event) => rows.find((row) => row.contains(target as Node));
  for (const type of ['pointerover', 'focusin'] as const) node.addEventListener(type, (event) => show(rowOf(event)), { signal });
  for (const type of ['pointerleave', 'focusout'] as const) node.addEventListener(type, () => show(), { signal });
  const press = (event: Event) => {
    const row = rowOf(event);
    if (!row) return;
    kept = kept == row ? undefined : row;
    for (const each of rows) each.ariaPressed = String(each == kept);
    show();
  };
  node.addEventListener('click', press, { signal });
  return node;
}
