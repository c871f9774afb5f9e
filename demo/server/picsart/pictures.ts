import type { Call, Handler, Services } from '../services.js';
import { inspect } from '../picture/inspect.js';
import { admit } from './caller.js';
import { PicsartError } from './errors.js';
import { OUTPUT, readParameters } from './parameters.js';
import { FORMATS, pictureIn, readForm } from './read-form.js';

/** Documented: what an answer points to lives for a day. */
const DAY = 24 * 60 * 60 * 1000;
/** Assumed. */
const CREDITS_A_PATTERN = 1;

function keep(call: Call, { results }: Services, bytes: Uint8Array, type: string, extension: string) {
  const id = `${crypto.randomUUID()}.${extension}`;
  results.keep(id, { type, details: '', bytes }, DAY);
  return call.json({ status: 'success', data: { id, url: new URL(`/tools/1.0/results/${id}`, call.req.url).href } });
}

/** The paid operation. A request that is wrong costs nothing, one whose client went away does. */
export const makePattern =
  (services: Services): Handler =>
  async (call) => {
    const account = admit(call, services);
    if (services.credits.available(account) < CREDITS_A_PATTERN) throw creditsGone();
    const form = await readForm(call);
    const parameters = readParameters(form.fields);
    const picture = await pictureIn(form, call);
    const info = await inspect(picture, FORMATS);
    const reserved = services.credits.reserve(account, CREDITS_A_PATTERN);
    if (!reserved) throw creditsGone();
    try {
      const bytes = await services.run('tiling', { picture, info, parameters });
      reserved.spend();
      call.get('entry').counted = true;
      const { type, extension } = OUTPUT[parameters.format];
      return keep(call, services, bytes, type, extension);
    } finally {
      reserved.giveBack();
    }
  };

const creditsGone = () => new PicsartError(402, 'No credits left');

/** Keeps a picture so that its address can be used as `image_url`. Assumed to cost no credit. */
export const upload =
  (services: Services): Handler =>
  async (call) => {
    admit(call, services);
    const picture = await pictureIn(await readForm(call), call);
    const { format } = await inspect(picture, FORMATS);
    return keep(call, services, picture, `image/${format}`, format === 'jpeg' ? 'jpg' : format);
  };

export const balance =
  (services: Services): Handler =>
  (call) => {
    const account = admit(call, services);
    return call.json({ credits: services.credits.available(account) });
  };

/** Where answers point to. It needs no key, as with the real one. */
export const result =
  ({ results }: Services): Handler =>
  (call) => {
    const found = results.find(call.req.param('id') ?? '');
    if (!found?.type.startsWith('image/')) throw new PicsartError(404, 'There is no such picture, or its 24 hours are over');
    return call.body(found.bytes.slice().buffer, 200, { 'Content-Type': found.type, 'Cache-Control': 'no-store' });
  };
