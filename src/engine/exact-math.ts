/**
 * Roots and waves made of + − × ÷ and √ only.
 *
 * ECMAScript leaves `Math.cbrt`, `pow`, `exp`, `sin` and `atan2` "implementation-approximated": V8, SpiderMonkey and
 * JavaScriptCore differ in the last bits, and one bit is enough to send a cell to another colour. The four operations are
 * exact IEEE 754 doubles everywhere, and so is √ in all engines (one hardware instruction), hence the same cells everywhere.
 */

/** Cube root of 0 ≤ x ≤ 8. Halley's step triples the number of right digits: three are enough from a parabola's guess. */
export function cubeRoot(x: number): number {
  if (x < 1e-30) return 0;
  let scaled = x;
  let scale = 1;
  for (; scaled < 0.125; scaled *= 8) scale *= 0.5;
  for (; scaled > 1; scaled *= 0.125) scale *= 2;
  let y = 0.354 + (1.02 - 0.374 * scaled) * scaled;
  for (let i = 0; i < 3; i++) {
    const cube = y * y * y;
    y = (y * (cube + scaled + scaled)) / (cube + cube + scaled);
  }
  return y * scale;
}

/** Fifth root of 0 < x ≤ 1 by Newton; only fills tables, so it takes its time. */
export function fifthRoot(x: number): number {
  let y = 1;
  for (let i = 0; i < 80; i++) y -= (y - x / (y * y * y * y)) / 5;
  return y;
}

const DEGREES = 180 / Math.PI;

/** The angle of the unit vector (cos, sin), −172°…172°. Halved three times, then eleven terms of the series. */
export function angleInDegrees(cos: number, sin: number): number {
  let t = sin / (1 + cos);
  t = t / (1 + Math.sqrt(1 + t * t));
  t = t / (1 + Math.sqrt(1 + t * t));
  const s = t * t;
  let sum = 0;
  for (let n = 29; n >= 1; n -= 2) sum = 1 / n - s * sum;
  return 8 * t * sum * DEGREES;
}

/** e^−x for 0 ≤ x ≤ 40: the series for x/64, squared six times. */
export function expOfMinus(x: number): number {
  const z = -x / 64;
  let sum = 1;
  for (let n = 16; n >= 1; n--) sum = 1 + (z / n) * sum;
  for (let i = 0; i < 6; i++) sum *= sum;
  return sum;
}

/** Sine of 0°…90°. */
export function sineOfDegrees(degrees: number): number {
  const x = degrees / DEGREES;
  const s = x * x;
  let sum = 1;
  for (let n = 22; n >= 2; n -= 2) sum = 1 - (s / (n * (n + 1))) * sum;
  return x * sum;
}
