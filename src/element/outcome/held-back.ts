import { untilThen, type Told } from './error-text.js';
import type { Scene } from './parts.js';

/** Why nothing new can be made for a while, and until when. */
export function heldBackTold(scene: Scene): Told {
  const { closed, error } = scene.generation;
  const { why, until } = closed ?? {};
  // The site's own proxy gives each visitor so many a day.
  const { policy } = Object(error?.cause) as { policy?: string };
  if (policy === 'visitor-day') return untilThen(scene, 'day-exhausted', error!.retryAt ?? until);
  if (why === 'credits' || !until) return untilThen(scene, 'credits-exhausted');
  return why === 'limit' ? untilThen(scene, 'rate-limited', until) : untilThen(scene, 'quota-exhausted', until, true);
}
