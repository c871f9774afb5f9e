/** A shape that stands for a colour, in a box of 100 × 100 with y upwards; paths as in SVG. */
export interface Shape {
  /** What a copied or extracted text holds. */
  char: string;
  /** Shapes of one family look alike from a distance. */
  family: string;
  fill: string;
  stroke: string;
  weight: number;
}

const circle = (_: string, r: number, x = '50', y = '50'): string =>
  `M${+x - r} ${y}a${r} ${r} 0 0 0 ${2 * r} 0a${r} ${r} 0 0 0 ${-2 * r} 0Z`;
const star = Array.from({ length: 10 }, (_, i) => {
  const r = i % 2 ? 14 : 35;
  return `${i ? 'L' : 'M'}${50 + r * Math.sin((i * Math.PI) / 5)} ${47 + r * Math.cos((i * Math.PI) / 5)}`;
}).join('') + 'Z'; // prettier-ignore

/**
 * Character and family; fill; stroke; its weight where it is not 10. `(27)` is a circle of that radius, `*` the star.
 * In the order in which they are given out: the first twenty are told apart at arm's length. Letters and digits that are
 * taken for one another (I l 1, O 0 Q, X ×) are left out.
 *
 * Families: a solid, b pointing up, c pointing down, f framed, l with a stem, n upright lines, x crossing, v arrows,
 * z lying, k corners, g pointing aside, d slanted.
 */
const TABLE = `
●a;(28)
✚a;M41 19H59V41H81V59H59V81H41V59H19V41H41Z
△b;;M50 77 79 27H21Z
■a;M25 25H75V75H25Z
○f;;(25);11
✖x;;M28 28 72 72M72 28 28 72;17
▲b;M50 81 83 24H17Z
◇f;;M50 20 79 50 50 80 21 50Z
★b;*
/d;;M30 22 70 78;12
♥a;M50 20C38 32 18 44 18 61 18 73 27 79 35 79 42 79 47 75 50 69 53 75 58 79 65 79 73 79 82 73 82 61 82 44 62 32 50 20Z
□f;;M27 27H73V73H27Z
Ab;;M27 22 50 79 73 22M35 41H65
◆a;M50 16 82 50 50 84 18 50Z
◐f;M50 77A27 27 0 0 1 50 23Z;(27);7
Nn;;M30 22V78L70 22V78
▼c;M50 19 83 76H17Z
‖n;;M38 23V77M62 23V77;12
♣a;(15,50,66)(15,34,45)(15,66,45)M46 50H54L60 19H40Z
Hn;;M31 22V78M69 22V78M31 50H69
☆b;;*;7
▬z;M18 39H82V61H18Z
⊙f;(9);(27);8
Zl;;M30 77H70L30 23H70
◢k;M22 22H78V78Z
Kl;;M32 22V78M69 78 32 46M44 56 70 22
⊕f;;(27)M50 23V77M23 50H77;8
↑v;;M50 20V77M28 55 50 78 72 55;11
El;;M68 77H34V23H68M34 51H62
◧f;M26 26H50V74H26Z;M26 26H74V74H26Z;7
Tc;;M27 77H73M50 77V22
∧b;;M23 32 50 70 77 32;12
☾f;M62 79C38 84 20 68 20 50 20 32 38 16 62 21 48 28 42 39 42 50 42 61 48 72 62 79Z
⊠f;;M26 26H74V74H26ZM26 26 74 74M74 26 26 74;7
Vc;;M27 78 50 22 73 78
◤k;M22 78V22L78 78Z
7c;;M30 77H70L43 22
▶g;M25 19V81L81 50Z
Wn;;M20 78 34 23 50 66 66 23 80 78;9
=z;;M24 39H76M24 61H76;12
◑f;M50 77A27 27 0 0 0 50 23Z;(27);7
Mn;;M26 22V78L50 42 74 78V22
↓v;;M50 80V23M28 45 50 22 72 45;11
Ll;;M36 78V23H69
⊗f;;(27)M31 31 69 69M69 31 31 69;8
Fl;;M35 22V77H69M35 51H63
◀g;M75 19V81L19 50Z
▽c;;M50 23 79 73H21Z
#x;;M40 21 44 79M56 21 60 79M22 41H76M24 60H78;8
~z;;M20 44C28 60 40 60 50 50 60 40 72 40 80 56;12`;

export const SHAPES: readonly Shape[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name, fill = '', stroke = '', weight = 10] = line.split(';');
    const path = (text: string) => text.replace(/\((\d+)(?:,(\d+),(\d+))?\)/g, circle as () => string).replace('*', star);
    return { char: name![0]!, family: name![1]!, fill: path(fill), stroke: path(stroke), weight: +weight };
  });
