import { untilThen, type Told } from './error-text.js';
import type { Scene } from './parts.js';

/** Why nothing new can be made for a while, and until when. */
export function heldBackTold(scene: Scene): Told {
  const { why, until } = scene.generation.closed ?? {};
  // The site's own proxy gives each visitor so many a day.
  if (why === 'day') return untilThen(scene, 'day-exhausted', until);
  if (why === 'credits' || !until) return untilThen(scene, 'credits-exhausted');
  return why === 'limit' ? untilThen(scene, 'rate-limited', until) : untilThen(scene, 'quota-exhausted', until, true);
}
