import { chart } from './chart.js';
import type { Numbers } from './numbers.js';

const escape = (value: unknown) => String(value ?? '–').replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const row = (cells: unknown[]) =>
  `<tr>${cells.map((cell, i) => (i ? `<td>${escape(cell)}</td>` : `<th scope="row">${escape(cell)}</th>`)).join('')}</tr>`;
const table = (caption: string, heads: string[], rows: unknown[][]) =>
  `<table><caption>${caption}</caption>` +
  (heads.length ? `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` : '') +
  `<tbody>${rows.map(row).join('')}</tbody></table>`;
const figure = (name: string, value: unknown, note = '') =>
  `<div><dt>${name}</dt><dd>${escape(value)}${note && `<small>${escape(note)}</small>`}</dd></div>`;

/** The numbers as a page: no script, nothing inline, readable on a phone. */
export function page({ provider, asOf, left, days, total, refusals, upstream }: Numbers): string {
  const until = left.resetAt ? `again on ${left.resetAt.slice(0, 10)}` : '';
  const of = left.limit === undefined ? until : [`of ${left.limit}`, until].filter(Boolean).join(', ');
  const answered = upstream.lastAt
    ? `${upstream.lastStatus ?? 'no answer'} at ${upstream.lastAt.slice(11, 16)} UTC`
    : 'not asked yet';
  const seen = days.filter(({ paid, saved, joined, refused }) => paid + saved + joined + refused).reverse();
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Patterns: this month</title>
<link rel="stylesheet" href="_owner/style.css"><link rel="icon" href="data:,"></head><body><main>
<h1>Patterns: this month</h1>
<p>${escape(provider)}, as of ${escape(asOf.slice(0, 16).replace('T', ' '))} UTC</p>
<dl>
${figure('Uses left', left.exhausted ? 0 : left.remaining, of)}
${figure('Paid', total.paid)}
${figure('Saved', total.saved, 'answered with what was kept')}
${figure('Joined', total.joined, 'waited for somebody else’s')}
${figure('Refused', total.refused)}
</dl>
<ul class="legend"><li class="paid">paid</li><li class="saved">saved</li><li class="joined">joined</li><li class="refused">refused</li></ul>
${chart(days)}
${table(
  'By day (UTC)',
  ['Day', 'Paid', 'Saved', 'Joined', 'Refused'],
  seen.map(({ day, paid, saved, joined, refused }) => [day.slice(5), paid, saved, joined, refused]),
)}
${
  refusals.length
    ? table(
        'Why refused',
        ['Reason', 'Times'],
        refusals.slice(0, 10).map(({ reason, count }) => [reason, count]),
      )
    : ''
}
${table(
  'The vendor, as this machine sees it since it was started',
  [],
  [
    ['Asked', upstream.asked],
    ['Without a good answer', upstream.failed],
    ['Usual answer time', upstream.ms === undefined ? undefined : `${upstream.ms} ms`],
    ['Last answer', answered],
  ],
)}
</main></body></html>`;
}

export const STYLE = `:root{color-scheme:light dark;--paid:#1d5fbf;--saved:#2e8b57;--joined:#8a6fc9;--refused:#c2410c}
@media(prefers-color-scheme:dark){:root{--paid:#6ea8ff;--saved:#5fc98d;--joined:#b9a3f0;--refused:#ff9563}}
body{margin:0;font:1rem/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:auto;padding:1rem}
h1{font-size:1.4rem;margin:0}
p{margin:.2rem 0 1rem}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;margin:0 0 1rem}
dl div{border:1px solid color-mix(in srgb,currentColor 25%,transparent);border-radius:.5rem;padding:.5rem .75rem}
dd{margin:0;font-size:1.6rem;font-variant-numeric:tabular-nums}
small{display:block;font-size:.8rem;line-height:1.3}
svg{display:block;width:100%;height:auto;margin:0 0 1rem}
svg text{font-size:11px;fill:currentColor;text-anchor:middle}
svg .most{text-anchor:start}
.base{stroke:currentColor;opacity:.4}
rect.paid{fill:var(--paid)}rect.saved{fill:var(--saved)}rect.joined{fill:var(--joined)}rect.refused{fill:var(--refused)}
.legend{display:flex;flex-wrap:wrap;gap:1rem;padding:0;margin:0 0 .25rem;list-style:none;font-size:.875rem}
.legend li::before{content:"";display:inline-block;width:.8em;height:.8em;margin-inline-end:.4em;background:currentColor}
.legend .paid::before{background:var(--paid)}.legend .saved::before{background:var(--saved)}
.legend .joined::before{background:var(--joined)}.legend .refused::before{background:var(--refused)}
table{width:100%;border-collapse:collapse;margin:0 0 1.5rem;font-variant-numeric:tabular-nums}
caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{padding:.25rem .5rem .25rem 0;text-align:end;border-bottom:1px solid color-mix(in srgb,currentColor 15%,transparent)}
thead th{font-weight:600}
th:first-child{text-align:start;white-space:nowrap}
tbody th{font-weight:normal}
@media(max-width:30rem){svg text{font-size:20px}table{font-size:.875rem}}
@media(max-width:20rem){main{padding:.5rem}table{font-size:.75rem}th,td{padding-inline-end:.25rem}}
`;
