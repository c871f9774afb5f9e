/** A shape that stands for a colour, in a box of 100 × 100 with y upwards; paths as in SVG, with M, L, C and Z only. */
export interface Shape {
  /** What a copied or extracted text holds. */
  char: string;
  fill?: string;
  stroke?: string;
  weight?: number;
}

const K = 0.5523; // a quarter circle as one Bézier curve
const circle = (r: number, x = 50, y = 50): string =>
  `M${x - r} ${y}C${x - r} ${y + K * r} ${x - K * r} ${y + r} ${x} ${y + r}C${x + K * r} ${y + r} ${x + r} ${y + K * r} ${x + r} ${y}` +
  `C${x + r} ${y - K * r} ${x + K * r} ${y - r} ${x} ${y - r}C${x - K * r} ${y - r} ${x - r} ${y - K * r} ${x - r} ${y}Z`;
const star = Array.from({ length: 10 }, (_, i) => {
  const r = i % 2 ? 14 : 35;
  return `${i ? 'L' : 'M'}${50 + r * Math.sin((i * Math.PI) / 5)} ${47 + r * Math.cos((i * Math.PI) / 5)}`;
}).join('') + 'Z'; // prettier-ignore
const square = 'M25 25L75 25L75 75L25 75Z';
const heart =
  'M50 20C38 32 18 44 18 61C18 73 27 79 35 79C42 79 47 75 50 69C53 75 58 79 65 79C73 79 82 73 82 61C82 44 62 32 50 20Z';
const rhomb = 'M50 16L82 50L50 84L18 50Z';
const up = 'M50 81L83 24L17 24Z';
const down = 'M50 19L83 76L17 76Z';
const ring = circle(27);
const leftDisc = `M50 77C${50 - K * 27} 77 23 ${50 + K * 27} 23 50C23 ${50 - K * 27} ${50 - K * 27} 23 50 23Z`;
const rightDisc = `M50 77C${50 + K * 27} 77 77 ${50 + K * 27} 77 50C77 ${50 - K * 27} ${50 + K * 27} 23 50 23Z`;
const topDisc = `M23 50C23 ${50 + K * 27} ${50 - K * 27} 77 50 77C${50 + K * 27} 77 77 ${50 + K * 27} 77 50Z`;
const bottomDisc = `M23 50C23 ${50 - K * 27} ${50 - K * 27} 23 50 23C${50 + K * 27} 23 77 ${50 - K * 27} 77 50Z`;

/**
 * In the order in which they are given out: the first twenty are told apart at arm's length. Letters and digits that are
 * taken for one another (I l 1, O 0 Q, X ×) are left out.
 */
export const SHAPES: readonly Shape[] = [
  { char: '●', fill: circle(28) },
  { char: '✚', fill: 'M41 19L59 19L59 41L81 41L81 59L59 59L59 81L41 81L41 59L19 59L19 41L41 41Z' },
  { char: '△', stroke: 'M50 77L79 27L21 27Z' },
  { char: '■', fill: square },
  { char: '○', stroke: circle(25), weight: 11 },
  { char: '✖', stroke: 'M28 28L72 72M72 28L28 72', weight: 17 },
  { char: '▲', fill: up },
  { char: '◇', stroke: 'M50 20L79 50L50 80L21 50Z' },
  { char: '★', fill: star },
  { char: '/', stroke: 'M30 22L70 78', weight: 12 },
  { char: '♥', fill: heart },
  { char: '□', stroke: 'M27 27L73 27L73 73L27 73Z' },
  { char: 'A', stroke: 'M27 22L50 79L73 22M35 41L65 41' },
  { char: '◆', fill: rhomb },
  { char: '◐', fill: leftDisc, stroke: ring, weight: 7 },
  { char: 'N', stroke: 'M30 22L30 78L70 22L70 78' },
  { char: '▼', fill: down },
  { char: '‖', stroke: 'M38 23L38 77M62 23L62 77', weight: 12 },
  { char: '♣', fill: `${circle(15, 50, 66)}${circle(15, 34, 45)}${circle(15, 66, 45)}M46 50L54 50L60 19L40 19Z` },
  { char: 'H', stroke: 'M31 22L31 78M69 22L69 78M31 50L69 50' },
  { char: '☆', stroke: star, weight: 7 },
  { char: '▬', fill: 'M18 39L82 39L82 61L18 61Z' },
  { char: '⊙', fill: circle(9), stroke: ring, weight: 8 },
  { char: 'Z', stroke: 'M30 77L70 77L30 23L70 23' },
  { char: '◢', fill: 'M22 22L78 22L78 78Z' },
  { char: 'K', stroke: 'M32 22L32 78M69 78L32 46M44 56L70 22' },
  { char: '⊕', stroke: `${ring}M50 23L50 77M23 50L77 50`, weight: 8 },
  { char: 'S', stroke: 'M69 69C64 76 57 79 50 79C39 79 32 73 32 65C32 47 70 55 70 36C70 27 62 21 51 21C42 21 35 25 30 32' },
  { char: '↑', stroke: 'M50 20L50 77M28 55L50 78L72 55', weight: 11 },
  { char: 'E', stroke: 'M68 77L34 77L34 23L68 23M34 51L62 51' },
  { char: '◧', fill: 'M26 26L50 26L50 74L26 74Z', stroke: 'M26 26L74 26L74 74L26 74Z', weight: 7 },
  { char: 'T', stroke: 'M27 77L73 77M50 77L50 22' },
  { char: '♠', fill: 'M50 82C42 68 20 58 20 43C20 34 27 29 34 29C40 29 45 32 47 36L41 18L59 18L53 36C55 32 60 29 66 29C73 29 80 34 80 43C80 58 58 68 50 82Z' },
  { char: 'P', stroke: 'M34 22L34 77L53 77C63 77 69 71 69 62C69 53 63 47 53 47L34 47' },
  { char: '∧', stroke: 'M23 32L50 70L77 32', weight: 12 },
  { char: '4', stroke: 'M61 21L61 78L28 38L74 38' },
  { char: '☾', fill: 'M62 79C38 84 20 68 20 50C20 32 38 16 62 21C48 28 42 39 42 50C42 61 48 72 62 79Z' },
  { char: 'R', stroke: 'M33 22L33 77L53 77C63 77 68 71 68 63C68 54 63 49 53 49L33 49M52 49L70 22' },
  { char: '⊠', stroke: 'M26 26L74 26L74 74L26 74ZM26 26L74 74M74 26L26 74', weight: 7 },
  { char: 'V', stroke: 'M27 78L50 22L73 78' },
  { char: '◤', fill: 'M22 78L22 22L78 78Z' },
  { char: '7', stroke: 'M30 77L70 77L43 22' },
  { char: '▶', fill: 'M25 19L25 81L81 50Z' },
  { char: 'W', stroke: 'M20 78L34 23L50 66L66 23L80 78', weight: 9 },
  { char: '=', stroke: 'M24 39L76 39M24 61L76 61', weight: 12 },
  { char: '3', stroke: 'M33 77L67 77L47 55C61 55 69 48 69 38C69 28 61 21 50 21C42 21 35 24 31 31' },
  { char: '◑', fill: rightDisc, stroke: ring, weight: 7 },
  { char: 'M', stroke: 'M26 22L26 78L50 42L74 78L74 22' },
  { char: '↓', stroke: 'M50 80L50 23M28 45L50 22L72 45', weight: 11 },
  { char: 'Y', stroke: 'M27 78L50 48L73 78M50 48L50 22' },
  { char: '♡', stroke: heart, weight: 8 },
  { char: 'L', stroke: 'M36 78L36 23L69 23' },
  { char: '⊗', stroke: `${ring}M31 31L69 69M69 31L31 69`, weight: 8 },
  { char: 'F', stroke: 'M35 22L35 77L69 77M35 51L63 51' },
  { char: '◀', fill: 'M75 19L75 81L19 50Z' },
  { char: '6', stroke: `${circle(18, 50, 40)}M33 44C33 62 44 76 62 79` },
  { char: '~', stroke: 'M20 44C28 60 40 60 50 50C60 40 72 40 80 56', weight: 12 },
  { char: 'U', stroke: 'M31 78L31 42C31 29 39 21 50 21C61 21 69 29 69 42L69 78' },
  { char: '⊡', fill: 'M41 41L59 41L59 59L41 59Z', stroke: 'M26 26L74 26L74 74L26 74Z', weight: 7 },
  { char: 'J', stroke: 'M64 78L64 38C64 27 57 21 48 21C39 21 33 26 31 35' },
  { char: '▽', stroke: 'M50 23L79 73L21 73Z' },
  { char: '2', stroke: 'M32 65C32 74 40 79 50 79C61 79 68 72 68 63C68 53 61 47 31 23L70 23' },
  { char: '⬒', fill: 'M26 50L74 50L74 74L26 74Z', stroke: 'M26 26L74 26L74 74L26 74Z', weight: 7 },
  { char: 'G', stroke: 'M70 67C65 75 58 79 50 79C37 79 27 67 27 50C27 33 37 21 50 21C61 21 71 29 71 46L52 46' },
  { char: '∨', stroke: 'M23 68L50 30L77 68', weight: 12 },
  { char: '9', stroke: `${circle(18, 50, 60)}M67 56C67 38 56 24 38 21` },
  { char: '◓', fill: topDisc, stroke: ring, weight: 7 },
  { char: 'D', stroke: 'M32 22L32 78L47 78C62 78 71 67 71 50C71 33 62 22 47 22Z' },
  { char: '\\', stroke: 'M30 78L70 22', weight: 12 },
  { char: '5', stroke: 'M67 77L37 77L34 52C39 56 44 58 50 58C61 58 69 50 69 40C69 29 61 21 49 21C41 21 35 24 31 30' },
  { char: '#', stroke: 'M40 21L44 79M56 21L60 79M22 41L76 41M24 60L78 60', weight: 8 },
  { char: 'C', stroke: 'M71 66C66 74 59 79 51 79C37 79 27 67 27 50C27 33 37 21 51 21C59 21 66 26 71 34' },
  { char: '◣', fill: 'M22 78L22 22L78 22Z' },
  { char: '8', stroke: `${circle(13, 50, 64)}${circle(16, 50, 36)}` },
  { char: '←', stroke: 'M79 50L23 50M45 72L22 50L45 28', weight: 11 },
  { char: 'B', stroke: 'M33 22L33 78L51 78C60 78 66 73 66 65C66 57 60 51 51 51L33 51M51 51C62 51 69 46 69 37C69 28 62 22 51 22L33 22' },
  { char: '•', fill: circle(13) },
  { char: 'Σ', stroke: 'M70 77L31 77L53 50L31 23L70 23' },
  { char: '⬓', fill: 'M26 26L74 26L74 50L26 50Z', stroke: 'M26 26L74 26L74 74L26 74Z', weight: 7 },
  { char: 'Ω', stroke: 'M26 23L42 23C30 36 26 45 26 54C26 69 36 79 50 79C64 79 74 69 74 54C74 45 70 36 58 23L74 23', weight: 9 },
  { char: '→', stroke: 'M21 50L77 50M55 72L78 50L55 28', weight: 11 },
  { char: 'Ψ', stroke: 'M50 78L50 22M25 76L25 60C25 47 34 41 50 41C66 41 75 47 75 60L75 76', weight: 9 },
  { char: '◥', fill: 'M22 78L78 78L78 22Z' },
  { char: 'Π', stroke: 'M30 22L30 77L70 77L70 22' },
  { char: '≡', stroke: 'M24 30L76 30M24 50L76 50M24 70L76 70', weight: 9 },
  { char: 'Φ', stroke: `${circle(21)}M50 80L50 20`, weight: 9 },
  { char: '‹', stroke: 'M66 23L32 50L66 77', weight: 12 },
  { char: '?', stroke: 'M32 64C33 73 40 79 50 79C61 79 68 72 68 64C68 52 50 53 50 38M50 24L50 22', weight: 11 },
  { char: '◒', fill: bottomDisc, stroke: ring, weight: 7 },
  { char: '⊞', stroke: 'M26 26L74 26L74 74L26 74ZM50 26L50 74M26 50L74 50', weight: 7 },
  { char: '›', stroke: 'M34 23L68 50L34 77', weight: 12 },
  { char: 'h', stroke: 'M34 80L34 22M34 44C38 54 45 57 51 57C60 57 66 51 66 42L66 22' },
  { char: '▮', fill: 'M39 18L61 18L61 82L39 82Z' },
  { char: '∞', stroke: 'M50 50C42 62 36 65 30 65C21 65 16 58 16 50C16 42 21 35 30 35C36 35 42 38 50 50C58 62 64 65 70 65C79 65 84 58 84 50C84 42 79 35 70 35C64 35 58 38 50 50Z', weight: 8 },
  { char: '◨', fill: 'M50 26L74 26L74 74L50 74Z', stroke: 'M26 26L74 26L74 74L26 74Z', weight: 7 },
  { char: '%', fill: `${circle(11, 33, 67)}${circle(11, 67, 33)}`, stroke: 'M31 22L69 78', weight: 9 },
  { char: '✱', stroke: 'M50 21L50 79M25 35L75 65M25 65L75 35', weight: 10 },
  { char: '⋯', fill: `${circle(9, 24, 50)}${circle(9, 50, 50)}${circle(9, 76, 50)}` },
  { char: '⌂', stroke: 'M26 24L26 52L50 77L74 52L74 24Z' },
  { char: '▷', stroke: 'M28 23L28 77L76 50Z' },
]; // prettier-ignore

/**
 * For each shape the family it looks like from a distance: a solid, b pointing up, c pointing down, f framed, l with a stem,
 * s round letters, n upright lines, x crossing, v arrows, z lying, k corners, g pointing aside, d slanted, o a dot.
 */
export const FAMILIES = 'aabafxbfbdafbafncnanbzflklfsvlfcalbbflfckcgnzsfnvcflflgszffvclfscsfldsxskszlolffzvknzagcffglvzfxxzbg';
