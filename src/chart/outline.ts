/** A piece of a path in absolute points: a move, a line, a cubic curve, or the way back to where it began. */
export type Stroke = ['M' | 'L', number, number] | ['C', number, number, number, number, number, number] | ['Z'];

const ROUND = 0.5523; // a quarter circle as one Bézier curve

/** The path of a symbol for those who know only moves, lines and curves, such as PDF. All its arcs are half circles. */
export function outline(path: string): Stroke[] {
  const strokes: Stroke[] = [];
  let [x, y] = [0, 0];
  const line = (toX: number, toY: number, kind: 'M' | 'L' = 'L') => void strokes.push([kind, (x = toX), (y = toY)]);
  const curve = (...to: [number, number, number, number, number, number]) => {
    strokes.push(['C', ...to]);
    [x, y] = [to[4], to[5]];
  };
  const half = (toX: number, toY: number, sweep: number) => {
    const [alongX, alongY] = [(toX - x) / 2, (toY - y) / 2];
    // From the centre to the point halfway: a quarter turn from the way along.
    const [outX, outY] = sweep ? [alongY, -alongX] : [-alongY, alongX];
    const [topX, topY] = [x + alongX + outX, y + alongY + outY];
    curve(x + outX * ROUND, y + outY * ROUND, topX - alongX * ROUND, topY - alongY * ROUND, topX, topY);
    curve(topX + alongX * ROUND, topY + alongY * ROUND, toX + outX * ROUND, toY + outY * ROUND, toX, toY);
  };
  for (const [, command, text] of path.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const numbers = (text!.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    if (command === 'Z') strokes.push(['Z']);
    else if (command === 'H') line(numbers[0]!, y);
    else if (command === 'V') line(x, numbers[0]!);
    else if (command === 'A') half(numbers[5]!, numbers[6]!, numbers[4]!);
    else if (command === 'a') half(x + numbers[5]!, y + numbers[6]!, numbers[4]!);
    else if (command === 'C') while (numbers.length) curve(...(numbers.splice(0, 6) as Parameters<typeof curve>));
    // What follows a move without a letter of its own is lines.
    else for (let at = 0; at < numbers.length; at += 2) line(numbers[at]!, numbers[at + 1]!, command === 'M' && !at ? 'M' : 'L');
  }
  return strokes;
}
