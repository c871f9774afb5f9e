import type { Adjustments, Crop } from '../image/adjustments.js';
import type { Frame, Sides } from './crop.js';

type Turned = Pick<Adjustments, 'turn' | 'mirror'>;

/** Sides of a picture as it is seen, turned. */
export const seenSides = ({ width, height }: Sides, { turn = 0 }: Turned): Sides =>
  turn % 180 ? { width: height, height: width } : { width, height };

/** A quarter clockwise, in a picture of these sides; all in shares, so the sides are 1. */
const quarter = ({ x, y, width, height }: Crop): Crop => ({ x: 1 - y - height, y: x, width: height, height: width });
const flip = (crop: Crop): Crop => ({ ...crop, x: 1 - crop.x - crop.width });

function quarters(crop: Crop, degrees: number): Crop {
  let turned = crop;
  for (let done = 0; done < degrees; done += 90) turned = quarter(turned);
  return turned;
}

/** Where a cut, told in the upright picture, is seen once that is turned and mirrored. */
export function toSeen(crop: Crop = { x: 0, y: 0, width: 1, height: 1 }, picture: Sides, turned: Turned): Frame {
  const shares = quarters(crop, turned.turn ?? 0);
  const { x, y, width, height } = turned.mirror ? flip(shares) : shares;
  const sides = seenSides(picture, turned);
  return { x: x * sides.width, y: y * sides.height, width: width * sides.width, height: height * sides.height };
}

/** The way back: which part of the upright picture a frame shows. */
export function toCrop(frame: Frame, picture: Sides, turned: Turned): Crop {
  const sides = seenSides(picture, turned);
  const shares = {
    x: Math.max(0, frame.x / sides.width),
    y: Math.max(0, frame.y / sides.height),
    width: Math.min(1, frame.width / sides.width),
    height: Math.min(1, frame.height / sides.height),
  };
  const back = quarters(turned.mirror ? flip(shares) : shares, (360 - (turned.turn ?? 0)) % 360);
  return { ...back, x: Math.max(0, back.x), y: Math.max(0, back.y) };
}

/** Another quarter, clockwise as it is seen: a mirrored picture turns the other way beneath. */
export const turnedOn = ({ turn = 0, mirror }: Turned): 0 | 90 | 180 | 270 => ((turn + (mirror ? 270 : 90)) % 360) as 0;
