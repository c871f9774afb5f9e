import type { Handler, Services } from '../services.js';
import { withUsage } from './answer.js';
import { callerOf } from './caller.js';
import { readDesign } from './design.js';
import { PixcraftError } from './errors.js';
import { decodeFor, idOf, keepGrid, makePattern } from './make-pattern.js';
import { takeMinute } from './minute.js';
import { readJson, readPicture } from './request-body.js';

/**
 * The one paid operation. Nothing is counted but a pattern that was made: whatever is wrong with the request is found
 * before, and a client that goes away does not stop the work (and pays for it).
 */
export const generate =
  (services: Services): Handler =>
  async (call) => {
    const { counters, outbox } = services;
    const key = callerOf(call, services);
    takeMinute(call, services, key);
    const body = await readJson(call);
    const design = readDesign(body, key);
    const { account } = key;
    if (counters.usage(account).remaining === 0) throw monthGone(counters.usage(account).resetDate);
    const picture = await readPicture(body, call);
    const pixels = await decodeFor(design, picture);
    const use = counters.reserve(account);
    if (!use) throw monthGone(counters.usage(account).resetDate);
    try {
      const { grid, answer } = await makePattern(services, design, key, pixels);
      keepGrid(services, idOf(design, key, picture), grid);
      const usage = use.count();
      call.get('entry').counted = true;
      outbox.afterUse(account, usage);
      return call.body(withUsage(answer, usage), 200, { 'Content-Type': 'application/json' });
    } finally {
      use.giveBack();
    }
  };

const monthGone = (resetDate: string) =>
  new PixcraftError('RATE_LIMIT_EXCEEDED', `All uses of this month are gone. The counter starts again on ${resetDate}.`);
