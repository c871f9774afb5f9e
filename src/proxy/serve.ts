import { admit } from './admit.js';
import { answer, jsonAnswer as json, type Answer } from './answer.js';
import type { Bodies } from './body.js';
import type { Incoming } from './incoming.js';
import { leftOf } from './left.js';
import type { Context, Settings } from './options.js';
import { ownerAnswer, ownerStyle } from './owner/answer.js';
import type { Pdfs } from './pdf.js';
import type { Pictures } from './pictures.js';
import { Refused } from './refused.js';
import type { Route } from './route.js';
import type { Seen } from './seen.js';
import { serveBody } from './serve-body.js';
import type { Upstream } from './upstream.js';
import type { Uploads } from './uploads.js';
import { vendorOf } from './vendor.js';

/** What one proxy holds while it runs. */
export interface House extends Upstream {
  settings: Settings;
  bodies: Bodies;
  pdfs: Pdfs;
  pictures: Pictures;
  seen: Seen;
  uploads: Uploads;
}

/** From the route to the answer. What goes wrong is thrown. */
export async function serve(route: Route, request: Incoming, context: Context, house: House): Promise<Answer> {
  const { settings, lookUps, pictures, account } = house;
  const vendor = vendorOf(settings.provider.name);
  switch (route.kind) {
    case 'none':
      throw new Refused('not-found');
    case 'other-method':
      throw new Refused('method', { allowed: route.allowed });
    case 'owner':
      return route.part === 'style' ? ownerStyle() : ownerAnswer(request, settings, house);
    case 'health':
      return json({ status: 'ok', time: new Date(settings.clock.now()).toISOString() });
    case 'picture': {
      const picture = await pictures.get(route.key);
      if (!picture) throw new Refused('not-found');
      const headers = { 'Content-Type': picture.about.type!, 'Cache-Control': 'private, max-age=86400, immutable' };
      return answer(picture.bytes, headers);
    }
  }
  const visitor = await admit(request, context, settings);
  switch (route.kind) {
    case 'look-up':
      return json(await lookUps.get(route.name, route.path));
    case 'usage': {
      const body = await lookUps.get(route.name, route.path);
      await account.ledger.load();
      const left = leftOf(house, settings);
      return json(vendor.usage(left, body), vendor.headers?.(left));
    }
  }
  return serveBody(route, visitor, request, context, house);
}
