import { recount } from '../../api/counter.js';
import { fields, text } from '../../providers/tolerant.js';
import { readOptions, type ProxyOptions, type Settings } from '../options.js';
import { SureFacts } from '../stores/sure-facts.js';
import { openShopAccount } from '../upstream.js';

/** What was found at the start, in plain words. `fatal`: there is no use in going on. */
export interface Finding {
  fine: boolean;
  text: string;
  fatal?: boolean;
}

/** Whether key, origins and store work, told before the first visitor finds out. Costs nothing. */
export async function* checks(options: ProxyOptions): AsyncGenerator<Finding> {
  const settings = readOptions(options);
  yield settings.origins
    ? { fine: true, text: `Pages that may ask: ${[...settings.origins].join(', ')}` }
    : { fine: true, text: 'Pages that may ask: only those of this address itself. For others set ORIGINS=https://shop.example' };
  try {
    await settings.store.check();
    yield { fine: true, text: 'The store works' };
  } catch (error) {
    yield { fine: false, fatal: true, text: `The store does not work: ${(error as Error).message}. Check STORE` };
    return;
  }
  yield await checkKey(settings);
}

async function checkKey(settings: Settings): Promise<Finding> {
  const { store, timeout, upstream: base } = settings;
  // What it tells of the quota is what the proxy begins with.
  const account = await openShopAccount(settings, new SureFacts(store), store.tabs, { asked: 0, failed: 0 });
  const reply = await recount(account, { timeout: Math.min(timeout, 10_000) }).catch(() => undefined);
  const { status = 0, body } = reply ?? {};
  const code = text(fields(body), 'code|message');
  if (status === 200) return { fine: true, text: `The key works at ${base}` };
  if (status === 401 || status === 403)
    return { fine: false, fatal: true, text: `${base} does not take the key (${status}${code && ` ${code}`}). Check API_KEY` };
  if (!status)
    return {
      fine: false,
      text: `${base} does not answer. Check UPSTREAM, or wait until it is back: the proxy starts all the same`,
    };
  return {
    fine: false,
    text: `${base} answers ${status} to the free question whether the key works. Check UPSTREAM and PROVIDER`,
  };
}
