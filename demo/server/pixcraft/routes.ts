import { Hono } from 'hono';
import { addEndpoints } from '../endpoints.js';
import type { Env, Services } from '../services.js';
import { answerError, PixcraftError } from './errors.js';
import { generate } from './generate.js';
import { capabilities, colors, health, niches, usage } from './look-ups.js';
import { pdf } from './pdf.js';
import { validate } from './validate.js';

/** The PixCraft contract below `/api/v1`. */
export function pixcraft(services: Services): Hono<Env> {
  const app = new Hono<Env>();
  app.onError(answerError);
  addEndpoints(
    app,
    {
      '/generate': { POST: generate(services) },
      '/generate/pdf': { POST: pdf(services) },
      '/validate': { POST: validate(services) },
      '/usage': { GET: usage(services) },
      '/niches': { GET: niches(services) },
      '/colors': { GET: colors(services) },
      '/capabilities': { GET: capabilities(services) },
      '/health': { GET: health(services) },
    },
    (_, allowed) => {
      throw new PixcraftError('METHOD_NOT_ALLOWED', `Use ${allowed}`, { Allow: allowed });
    },
    () => {
      throw new PixcraftError('NOT_FOUND', 'There is nothing at this path');
    },
  );
  return app;
}
