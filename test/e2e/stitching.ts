import type { Page } from '@playwright/test';
import { ATTRIBUTES, expect, picture, type Widget } from './shop.js';

/** Stitched in two colours with a third: enough for symbols, lines, marks. */
const guide = Array.from({ length: 10 }, (_, row) => [
  { color: 'Rose', hex: '#d04060', count: 3 + (row % 4) },
  { color: 'Snow', hex: '#f6f2ea', count: 5 },
  { color: 'Navy', hex: '#203060', count: 6 - (row % 4) },
]);
const names = ['Rose', 'Snow', 'Navy'];
const answer = {
  success: true,
  niche: 'crossstitch',
  dimensions: { cols: 14, rows: 10, total_units: 140 },
  materials: names.map((name, at) => ({ id: `T-${at}`, name, hex: guide[0]![at]!.hex, quantity: 47, percentage: 33.3 })),
  assembly_guide: guide.map((runs, row) => ({ step: row + 1, direction: 'rows', runs })),
  color_summary: names.map((color, at) => ({ color, hex: guide[0]![at]!.hex, positions: [] })),
  difficulty: 'easy',
  usage: { calls_used: 1, calls_limit: 500, calls_remaining: 499, reset_date: '2099-01-01' },
};

type Shop = (body?: string, options?: { csp?: string; html?: string }) => Promise<Widget>;

/** A result on the page, and the work on it begun. */
export async function stitching(shop: Shop, page: Page, style = '', csp?: string): Promise<Widget> {
  await page.route('**/api/v1/generate', (route) => route.fulfill({ json: answer }));
  const body = `<pattern-generator ${ATTRIBUTES.replace('mosaic', 'crossstitch')} studio="none"></pattern-generator>`;
  const widget = await shop(body, { html: `lang="en" style="color-scheme: light dark; ${style}"`, csp: csp ?? 'off' });
  await widget.choose('a', await picture(3));
  await widget.expectState('ready');
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('work-button').click();
  await expect(widget.part('done-button')).toBeVisible();
  await widget.part('line-done-button').click();
  await expect(widget.part('current-place')).toHaveText('2 of 10');
  return widget;
}
