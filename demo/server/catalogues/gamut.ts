import { cubeRoot } from '../../../src/engine/exact-math.js';
import { emptyColorList, putColor, type ColorList } from '../../../src/engine/color-spaces.js';
import { LINEAR_LIGHT } from '../../../src/engine/srgb.js';

/**
 * How colourful dyed cotton gets, by CIELAB hue angle: [hue, chroma at the peak, lightness of the peak]. Rounded figures for
 * the usual reactive and vat dyes: yellows and reds reach far, greens, turquoises and blues do not.
 */
const PEAKS: readonly [hue: number, chroma: number, lightness: number][] = [
  [0, 68, 46],
  [30, 82, 44],
  [55, 90, 62],
  [80, 90, 76],
  [97, 92, 86],
  [112, 78, 80],
  [135, 64, 58],
  [160, 56, 50],
  [190, 46, 52],
  [220, 44, 56],
  [255, 52, 46],
  [285, 62, 34],
  [308, 58, 34],
  [335, 62, 42],
  [360, 68, 46],
];

/** What a material can show: lightness from a worn black to an optical white, chroma as a multiple of cotton's. */
export interface Reach {
  darkest: number;
  lightest: number;
  chroma: number;
}

/** The most chroma at a lightness and hue: a tent over the peak that leaves a little colour at both ends. */
function mostChroma(lightness: number, hue: number, reach: Reach): number {
  const after = PEAKS.findIndex(([angle]) => angle >= hue);
  const [hue2, chroma2, peak2] = PEAKS[Math.max(after, 1)]!;
  const [hue1, chroma1, peak1] = PEAKS[Math.max(after, 1) - 1]!;
  const t = (hue - hue1) / (hue2 - hue1);
  const peak = peak1 + (peak2 - peak1) * t;
  const far =
    lightness > peak
      ? (reach.lightest - lightness) / (reach.lightest - peak)
      : (lightness - reach.darkest) / (peak - reach.darkest);
  return reach.chroma * (chroma1 + (chroma2 - chroma1) * t) * cubeRoot(Math.max(0, far) * Math.max(0, far)) + 2;
}

/**
 * How much choice a maker wants there: as much as the eye tells shades apart (CIEDE2000's own scale for chroma), and some more
 * in greys and naturals, and in skin.
 */
function demand(lightness: number, chroma: number, hue: number): number {
  const neutral = 0.3 * Math.exp(-((chroma / 20) ** 2));
  const skin = 0.5 * Math.exp(-(((hue - 55) / 22) ** 2) - ((chroma - 24) / 14) ** 2 - ((lightness - 60) / 25) ** 2);
  return (1 + neutral + skin) / (1 + 0.045 * chroma);
}

export interface WeightedColors {
  colors: ColorList;
  /** the same as sRGB bytes */
  bytes: number[][];
  weights: number[];
}

/** Every `step`-th sRGB colour that the material can show, weighed by demand. */
export function sampleGamut(reach: Reach, step: number): WeightedColors {
  const one = emptyColorList(1);
  const kept: { rgb: number[]; weight: number }[] = [];
  for (let red = 0; red < 256; red += step) {
    for (let green = 0; green < 256; green += step) {
      for (let blue = 0; blue < 256; blue += step) {
        putColor(one, 0, LINEAR_LIGHT[red]!, LINEAR_LIGHT[green]!, LINEAR_LIGHT[blue]!);
        const [lightness, a, b] = [one.lab[0]!, one.lab[1]!, one.lab[2]!];
        if (lightness < reach.darkest || lightness > reach.lightest) continue;
        const chroma = Math.hypot(a, b);
        const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
        if (chroma > mostChroma(lightness, hue, reach)) continue;
        kept.push({ rgb: [red, green, blue], weight: demand(lightness, chroma, hue) });
      }
    }
  }
  const colors = emptyColorList(kept.length);
  kept.forEach(({ rgb }, i) => putColor(colors, i, LINEAR_LIGHT[rgb[0]!]!, LINEAR_LIGHT[rgb[1]!]!, LINEAR_LIGHT[rgb[2]!]!));
  return { colors, bytes: kept.map(({ rgb }) => rgb), weights: kept.map(({ weight }) => weight) };
}
