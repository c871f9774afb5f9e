import { Hono } from 'hono';
import { addEndpoints } from '../endpoints.js';
import type { Env, Services } from '../services.js';
import { quotaHeaders } from './caller.js';
import { answerError, PicsartError } from './errors.js';
import { balance, makePattern, result, upload } from './pictures.js';

/** The Picsart contract below `/tools/1.0`. */
export function picsart(services: Services): Hono<Env> {
  const app = new Hono<Env>();
  app.onError(answerError);
  app.get('/results/:id', result(services));
  app.use(quotaHeaders(services));
  addEndpoints(
    app,
    {
      '/background/pattern': { POST: makePattern(services) },
      '/background/texture': { POST: makePattern(services) },
      '/upload': { POST: upload(services) },
      '/balance': { GET: balance(services) },
    },
    (_, allowed) => {
      throw new PicsartError(405, `Use ${allowed}`, { Allow: allowed });
    },
    () => {
      throw new PicsartError(404, 'There is nothing at this path');
    },
  );
  return app;
}
