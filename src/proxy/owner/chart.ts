import type { Day } from './numbers.js';

const KINDS = ['paid', 'saved', 'joined', 'refused'] as const;
const [WIDTH, HEIGHT, FOOT] = [620, 180, 24];

/** One column a day, one part a kind. All looks come from the style sheet by class: the page's policy knows no inline style. */
export function chart(days: Day[]): string {
  const most = Math.max(1, ...days.map((day) => KINDS.reduce((sum, kind) => sum + day[kind], 0)));
  const step = WIDTH / 31;
  const columns = days.map((day, i) => {
    let y = HEIGHT;
    const parts = KINDS.map((kind) => {
      const height = (day[kind] / most) * (HEIGHT - 24);
      y -= height;
      return height
        ? `<rect class="${kind}" x="${(i * step + 2).toFixed(1)}" y="${y.toFixed(1)}" width="${(step - 4).toFixed(1)}" height="${height.toFixed(1)}"/>`
        : '';
    });
    const number = Number(day.day.slice(8));
    const label =
      number === 1 || number % 5 === 0
        ? `<text x="${((i + 0.5) * step).toFixed(1)}" y="${HEIGHT + FOOT - 4}">${number}</text>`
        : '';
    const title = `${day.day}: ${KINDS.map((kind) => `${day[kind]} ${kind}`).join(', ')}`;
    return `<g><title>${title}</title>${parts.join('')}${label}</g>`;
  });
  return (
    `<svg role="img" aria-label="Requests a day this month; the table below has the numbers" viewBox="0 0 ${WIDTH} ${HEIGHT + FOOT}">` +
    `<path class="base" d="M0 ${HEIGHT}.5H${WIDTH}"/><text class="most" x="0" y="18">${most}</text>${columns.join('')}</svg>`
  );
}
