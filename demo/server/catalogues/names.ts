import { deltaE } from '../../../src/engine/ciede2000.js';
import { listColors } from '../../../src/engine/srgb-colors.js';

/** Everyday words for colours, each with about the shade it calls to mind. No maker's colour names. */
const WORDS = `
chalk f3f1ea, snow f7f9fb, milk f5f0e4, cream f6ead0, ivory f3e9d2, bone e3dac6, eggshell ece4d4, linen e5d9c6, oatmeal d8c8ac
parchment e8dcb9, sand d6bf95, straw dcc277, wheat e2c48d, flax cdb78a, hay c9b25e, biscuit d9b98c, almond e6cfb0, barley c4a66a, camel b98d5a
caramel b5702f, toffee 8d5524, honey d9962b, amber e39a1a, ochre c28a2c, mustard c9a227, turmeric d99a1b, saffron ecae2d, butter f5e29a, custard f3d977
primrose f2ea8f, lemon f2e04a, sunflower f4c21c, canary f6e34c, maize e9bd4c, corn efc95c, marigold ee9f1f, apricot f3b67f, peach f5c5a2, melon f0a884
cantaloupe f2ab78, tangerine ee8424, orange e9761c, pumpkin d46a1e, carrot e2702a, rust a8471f, copper b3693a, cinnamon 9c5a32, ginger b4692f, fox b4562c
terracotta c0654a, clay b27a5e, brick a2412f, tile b4533c, paprika b33a22, tomato d8412f, poppy dc3a26, scarlet c92a23, cherry b01f33, ruby a01537
crimson a31531, garnet 7a1a2a, claret 6d1a30, wine 5d1b2d, burgundy 561a2b, maroon 5c1a1e, oxblood 4e1a1a, raspberry b72a55, cranberry 9b2742, currant 7d1f3b
rose d97b90, blush ecc4bd, shell f0d4c6, petal f3d3d8, carnation ee9aa8, salmon ee917d, coral e9705c, shrimp f0a290, flamingo ee8798, watermelon de4f62
peony d66a96, fuchsia c3338b, magenta b02478, orchid b86bb0, mallow c07ba5, heather a086a6, lilac c3a6d0, lavender b3a8d6, wisteria a196cf, violet 6f479d
iris 5f51a8, pansy 4b2e7a, plum 6a3059, aubergine 3e2138, grape 5a3a6e, damson 472a4d, mulberry 7a2f59, mauve a883a0, thistle c6b3cb, amethyst 8b66b3
indigo 333a78, navy 1d2648, midnight 171d33, ink 1e2a3d, sapphire 1f4a95, cobalt 2350a8, royal 2d4da0, cornflower 5f83cb, bluebell 7a86cc, periwinkle 8f98d6
delft 3f63a0, denim 42638e, slate 5d6b7a, steel 71859a, storm 596878, sky 93c1e4, azure 4093d4, cerulean 2e7fb5, ocean 1d5f85, lagoon 1d8c9c
turquoise 34b0b4, aqua 7fd0d0, teal 176b70, peacock 11596b, petrol 17464f, duck 2f6f78, ice d6e7ef, frost dfe9ea, mist cbd6d9, cloud d5dbe0
pigeon 8b96a1, dove b4b4b0, silver c6c8c8, pearl e4e2da, ash a6a59f, smoke 86878a, pewter 74767a, lead 5c5e61, graphite 46484b, charcoal 343638
soot 26272a, coal 1d1d1f, stone a79d8c, pebble 958d80, flint 66625c, mushroom a8998a, taupe 85766a, putty c2b59b
mouse 7d7771, fawn c69f78, hazel 8a6642, walnut 5b4130, chestnut 6f3b26, acorn 8b6a41, bark 4f3e31, cocoa 6b4a3a, coffee 4b352a, chocolate 43291f
espresso 2e201b, peat 362c25, umber 5a4632, sepia 6a5138, mahogany 5a2720, cedar 8d5545, tan c79a6b, nougat c59879, praline a97a58, latte bd9d7e
sage 9aa78a, moss 6f7b3d, fern 4d8a45, leaf 5b9a3a, grass 4a9a38, meadow 79a84e, lime a9c934, pear c4cc5c, apple 8fbb45, pistachio bcd094
celery cfd99b, cress 6f9a3d, olive 6f6a2b, khaki 9a8f62, drab 6b6446, ivy 2f5a3a, pine 23503b, spruce 24453d, fir 1d3a2c, bottle 15402f
forest 2a5230, holly 1e4a2a, emerald 1d8757, jade 3f9d77, mint a9dcc0, seafoam b8dfcd, eucalyptus 7fa394, lichen a9b59a, reed 8f9a5b, willow a7b26b
laurel 4f6b48, basil 55733d, bay 6a7d5c, juniper 4a665e, verdigris 5a9d91, malachite 1c7a52, clover 2f7d43, spring 8ed07a, bamboo b8b15a, hemp b3a682`;

interface Word {
  noun: string;
  hex: string;
}

const NOUNS: Word[] = WORDS.trim()
  .split(/,\s*|\n/)
  .map((entry) => entry.trim().split(' '))
  .map(([noun, hex]) => ({ noun: noun!, hex: `#${hex}` }));

const SAME = 2.2; // ΔE00 up to which the plain word will do

interface Difference {
  lightness: number;
  chroma: number;
  /** towards red and yellow */
  warmth: number;
  /** the word's own chroma */
  own: number;
  /** how light the colour itself is */
  light: number;
}

/** The differences a name can tell; the first that fits is told. */
const MODIFIERS: readonly [word: string, fits: (d: Difference) => boolean][] = [
  ['Pale', (d) => d.lightness > 10],
  ['Dark', (d) => d.lightness < -10],
  ['Tinted', (d) => d.chroma > 5 && d.own < 8],
  ['Bright', (d) => d.chroma > 7 && d.lightness > -3 && d.light > 45],
  ['Rich', (d) => d.chroma > 7],
  ['Dusty', (d) => d.chroma < -7 && d.lightness < 4],
  ['Faded', (d) => d.chroma < -7],
  ['Light', (d) => d.lightness > 2.5],
  ['Deep', (d) => d.lightness < -2.5],
  ['Warm', (d) => d.warmth > 1],
  ['Cool', (d) => d.warmth < -1],
  ['Clear', (d) => d.chroma > 0],
  ['Soft', () => true],
];

function modifierFor([l1, a1, b1]: number[], [l2, a2, b2]: number[]): string {
  const own = Math.hypot(a2!, b2!);
  const difference = {
    lightness: l1! - l2!,
    chroma: Math.hypot(a1!, b1!) - own,
    warmth: a1! + b1! - a2! - b2!,
    own,
    light: l1!,
  };
  return MODIFIERS.find(([, fits]) => fits(difference))![0];
}

/**
 * A name of its own for each colour: `known` hexes keep theirs; then pairs of colour and word are taken from the best fit on,
 * each name only once.
 */
export function nameColors(hexes: readonly string[], known: ReadonlyMap<string, string>): string[] {
  const names = hexes.map((hex) => known.get(hex));
  const taken = new Set<string>(known.values());
  const colors = listColors(hexes);
  const words = listColors(NOUNS.map(({ hex }) => hex));
  const triple = (lab: Float64Array, i: number) => Array.from(lab.subarray(i * 3, i * 3 + 3));
  const pairs = hexes.flatMap((_, color) =>
    NOUNS.map(({ noun }, word) => ({ color, word, noun, difference: deltaE(colors.lab, color, words.lab, word) })),
  );
  pairs.sort((p, q) => p.difference - q.difference);
  for (const { color, word, noun, difference } of pairs) {
    if (names[color] !== undefined) continue;
    const plain = noun[0]!.toUpperCase() + noun.slice(1);
    const name = difference < SAME ? plain : `${modifierFor(triple(colors.lab, color), triple(words.lab, word))} ${noun}`;
    if (taken.has(name)) continue;
    taken.add(name);
    names[color] = name;
  }
  return names.map((name, i) => name ?? hexes[i]!);
}
