/** A frame on a picture, in the picture's own pixels. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Sides {
  width: number;
  height: number;
}

/** What is taken hold of: −1 the left or upper edge, 1 the right or lower one, 0 neither. */
export interface Hold {
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

/** No frame gets smaller: it could not be taken hold of any more. */
const leastOf = ({ width, height }: Sides) => Math.min(width, height, Math.max(4, Math.min(width, height) / 20));

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));

/** Moved back inside, its size kept. */
function inside({ x, y, width, height }: Frame, picture: Sides): Frame {
  return { x: clamp(x, 0, picture.width - width), y: clamp(y, 0, picture.height - height), width, height };
}

/** The largest frame of a shape (width divided by height), in the middle; without one the whole picture. */
export function fit(picture: Sides, ratio = picture.width / picture.height): Frame {
  const width = Math.min(picture.width, picture.height * ratio);
  const height = width / ratio;
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}

/** Another shape around the same middle and of the same area, as far as the picture reaches. */
export function reshape({ x, y, width, height }: Frame, ratio: number, picture: Sides): Frame {
  const most = fit(picture, ratio);
  const wide = Math.min(most.width, Math.sqrt(width * height * ratio));
  const high = wide / ratio;
  return inside({ x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high }, picture);
}

export const move = (frame: Frame, x: number, y: number, picture: Sides): Frame =>
  inside({ ...frame, x: frame.x + x, y: frame.y + y }, picture);

/** Closer (above 1) or further away, its shape kept. What is at `at`, a share of the frame, stays where it is seen. */
export function zoom(frame: Frame, times: number, picture: Sides, at = { x: 0.5, y: 0.5 }): Frame {
  const { width: most } = fit(picture, frame.width / frame.height);
  const least = Math.min(most, Math.max(1, frame.width / frame.height) * leastOf(picture));
  const width = clamp(frame.width / times, least, most);
  const height = (width * frame.height) / frame.width;
  const x = frame.x + (frame.width - width) * at.x;
  const y = frame.y + (frame.height - height) * at.y;
  return inside({ x, y, width, height }, picture);
}

/** How far a side may grow from the edge or the middle that stays. */
const room = (hold: number, start: number, length: number, whole: number) =>
  hold > 0 ? whole - start : hold < 0 ? start + length : 2 * Math.min(start + length / 2, whole - start - length / 2);

/** One edge or corner is dragged, the opposite one stays. With a `ratio` the shape stays, too. */
export function resize(frame: Frame, hold: Hold, x: number, y: number, picture: Sides, ratio?: number): Frame {
  const least = leastOf(picture);
  const mostWide = room(hold.x, frame.x, frame.width, picture.width);
  const mostHigh = room(hold.y, frame.y, frame.height, picture.height);
  let width = hold.x ? frame.width + hold.x * x : frame.width;
  let height = hold.y ? frame.height + hold.y * y : frame.height;
  if (ratio) {
    // The side that was dragged further leads.
    const wanted =
      !hold.y || (hold.x && Math.abs(width - frame.width) > Math.abs(height - frame.height) * ratio) ? width : height * ratio;
    const most = Math.min(mostWide, mostHigh * ratio);
    width = clamp(wanted, Math.min(most, Math.max(1, ratio) * least), most);
    height = width / ratio;
  } else {
    width = clamp(width, Math.min(least, frame.width), hold.x ? mostWide : frame.width);
    height = clamp(height, Math.min(least, frame.height), hold.y ? mostHigh : frame.height);
  }
  const across = [1, 0.5, 0][hold.x + 1]!;
  const down = [1, 0.5, 0][hold.y + 1]!;
  return inside(
    { x: frame.x + (frame.width - width) * across, y: frame.y + (frame.height - height) * down, width, height },
    picture,
  );
}
