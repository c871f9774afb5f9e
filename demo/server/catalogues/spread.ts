import { oklabDistance } from '../../../src/engine/color-spaces.js';
import { listColors } from '../../../src/engine/srgb-colors.js';
import type { WeightedColors } from './gamut.js';

const ROUNDS = 40;
const toHexByte = (value: number) => Math.round(value).toString(16).padStart(2, '0');

/**
 * `count` colours evenly over the gamut: the anchors stay where they are; the others start where the weighted gap is widest
 * (farthest point) and then settle in the middle of the colours that are nearest to them (Lloyd). No chance is involved.
 */
export function spread(gamut: WeightedColors, anchors: readonly string[], count: number): string[] {
  const { colors, bytes, weights } = gamut;
  const sites = new Float64Array(count * 3);
  sites.set(listColors(anchors).oklab);
  const gap = new Float64Array(colors.length).fill(Infinity);
  const owner = new Int32Array(colors.length);
  const offer = (site: number) => {
    for (let i = 0; i < colors.length; i++) {
      const distance = oklabDistance(colors.oklab, i, sites, site);
      if (distance < gap[i]!) {
        gap[i] = distance;
        owner[i] = site;
      }
    }
  };
  for (let site = 0; site < count; site++) {
    if (site >= anchors.length) {
      let widest = 0;
      for (let i = 1; i < gap.length; i++) if (gap[i]! * weights[i]! > gap[widest]! * weights[widest]!) widest = i;
      sites.set(colors.oklab.subarray(widest * 3, widest * 3 + 3), site * 3);
    }
    offer(site);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(count * 4);
    owner.forEach((site, i) => {
      const weight = weights[i]!;
      for (let k = 0; k < 3; k++) sums[site * 4 + k]! += colors.oklab[i * 3 + k]! * weight;
      sums[site * 4 + 3]! += weight;
    });
    for (let site = anchors.length; site < count; site++) {
      const weight = sums[site * 4 + 3]!;
      if (weight > 0) for (let k = 0; k < 3; k++) sites[site * 3 + k] = sums[site * 4 + k]! / weight;
    }
    gap.fill(Infinity);
    for (let site = 0; site < count; site++) offer(site);
  }
  // The mean of a site's members in sRGB bytes lies beside the mean in OKLab and always is a colour of the screen.
  const means = Array.from({ length: count }, () => [0, 0, 0, 0]);
  owner.forEach((site, i) => [...bytes[i]!, 1].forEach((value, k) => (means[site]![k]! += value * weights[i]!)));
  const hex = (mean: number[]) => '#' + [0, 1, 2].map((k) => toHexByte(mean[k]! / mean[3]!)).join('');
  return [...anchors, ...means.slice(anchors.length).map(hex)];
}
