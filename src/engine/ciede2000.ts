import { angleInDegrees, expOfMinus, sineOfDegrees } from './exact-math.js';

const POWER_25_7 = 6103515625;
const SQRT3_2 = 0.8660254037844386;
const [COS_6, SIN_6] = [0.9945218953682733, 0.10452846326765347];
const [COS_63, SIN_63] = [0.4539904997395468, 0.8910065241883678];
const [COS_275, SIN_275] = [0.08715574274765789, -0.9961946980917455];

/** √(C⁷ / (C⁷ + 25⁷)): how blue and how colourful shades need another scale. */
function chromaWeight(chroma: number): number {
  const cube = chroma * chroma * chroma;
  const power = cube * cube * chroma;
  return Math.sqrt(power / (power + POWER_25_7));
}

/** sin 2Δθ: the turn of the tolerance ellipses around blue (275°), from the mean hue's cosine and sine. */
function blueTurn(cos: number, sin: number): number {
  // From 0° to 90° the hue is more than 185° below 275° and e^−x² is nothing; beyond ±154° from it, too.
  if (cos > 0 && sin >= 0) return 0;
  const turnedCos = cos * COS_275 + sin * SIN_275;
  if (turnedCos < -0.9) return 0;
  const t = angleInDegrees(turnedCos, sin * COS_275 - cos * SIN_275) / 25;
  return sineOfDegrees(60 * expOfMinus(t * t));
}

/**
 * CIEDE2000 between two CIELAB colours, kL = kC = kH = 1: about 1 is the smallest difference one sees.
 * Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula", 2005; equation numbers below are theirs.
 * Hues stay unit vectors instead of angles: no arc tangent, no cosine, and the mean hue is simply the bisector.
 */
export function deltaE2000(l1: number, a1: number, b1: number, l2: number, a2: number, b2: number): number {
  const stretch = 1.5 - 0.5 * chromaWeight((Math.sqrt(a1 * a1 + b1 * b1) + Math.sqrt(a2 * a2 + b2 * b2)) / 2); // 1 + G (4)
  const p1 = a1 * stretch;
  const p2 = a2 * stretch;
  const c1 = Math.sqrt(p1 * p1 + b1 * b1);
  const c2 = Math.sqrt(p2 * p2 + b2 * b2);

  const product = c1 * c2;
  const dot = p1 * p2 + b1 * b2;
  const cross = p1 * b2 - p2 * b1;
  const firstIsUpper = b1 > 0 || (b1 === 0 && p1 > 0);
  // (11): 2 √(C₁C₂) sin(Δh/2), written for the half plane in which it does not cancel out
  let hueDifference = 0;
  if (product > 0) {
    if (dot > 0) hueDifference = cross / Math.sqrt((product + dot) / 2);
    else hueDifference = (cross > 0 || (cross === 0 && firstIsUpper) ? 1 : -1) * Math.sqrt(2 * (product - dot));
  }

  // (14): the mean hue as a unit vector; a grey has no hue and takes the other's
  let cos = (c1 > 0 ? p1 / c1 : 0) + (c2 > 0 ? p2 / c2 : 0);
  let sin = (c1 > 0 ? b1 / c1 : 0) + (c2 > 0 ? b2 / c2 : 0);
  if (product > 0 && cross === 0 && dot < 0) {
    // Exactly opposite hues: the formula takes the plain mean of two angles in 0°…360°, 90° on from the smaller one.
    cos = firstIsUpper ? -b1 : -b2;
    sin = firstIsUpper ? p1 : p2;
  }
  const norm = Math.sqrt(cos * cos + sin * sin);
  cos = norm > 0 ? cos / norm : 1;
  sin = norm > 0 ? sin / norm : 0;

  const cos2 = 2 * cos * cos - 1;
  const sin2 = 2 * sin * cos;
  const cos3 = cos2 * cos - sin2 * sin;
  const sin3 = sin2 * cos + cos2 * sin;
  const cos4 = 2 * cos2 * cos2 - 1;
  const sin4 = 2 * sin2 * cos2;
  const t =
    1 -
    0.17 * (cos * SQRT3_2 + sin * 0.5) +
    0.24 * cos2 +
    0.32 * (cos3 * COS_6 - sin3 * SIN_6) -
    0.2 * (cos4 * COS_63 + sin4 * SIN_63); // (15)

  const chroma = (c1 + c2) / 2;
  const fromMiddle = ((l1 + l2) / 2 - 50) * ((l1 + l2) / 2 - 50);
  const lightness = (l2 - l1) / (1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle)); // ΔL′ / S_L (18)
  const saturation = (c2 - c1) / (1 + 0.045 * chroma); // ΔC′ / S_C (19)
  const hue = hueDifference / (1 + 0.015 * chroma * t); // ΔH′ / S_H (20)
  const rotation = -2 * chromaWeight(chroma) * blueTurn(cos, sin); // R_T (21)
  const square = lightness * lightness + saturation * saturation + hue * hue + rotation * saturation * hue;
  return square > 0 ? Math.sqrt(square) : 0;
}

/** CIEDE2000 between colour `i` of one list of CIELAB triples and colour `j` of another. */
export function deltaE(one: Float64Array, i: number, other: Float64Array, j: number): number {
  return deltaE2000(one[i * 3]!, one[i * 3 + 1]!, one[i * 3 + 2]!, other[j * 3]!, other[j * 3 + 1]!, other[j * 3 + 2]!);
}
