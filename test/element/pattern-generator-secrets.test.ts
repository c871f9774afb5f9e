import { FakeApi, json } from './support/fake-api.js';
import { done, failure, heard, part, picture, ready } from './support/widget.js';

const KEY = 'px_live_do_not_tell_anybody';

/** Everything that this origin keeps. */
async function stored(): Promise<string> {
  const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name!);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of db.objectStoreNames) {
      const all = (request: IDBRequest) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const objects = db.transaction(store).objectStore(store);
      found.push(await all(objects.getAllKeys()), await all(objects.getAll()));
    }
    db.close();
  }
  return JSON.stringify(found);
}

it('a key that the API echoes appears in no text, event, log or storage', async () => {
  const logs: unknown[][] = [];
  for (const name of ['error', 'warn', 'info', 'log', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...words) => void logs.push(words));
  const api = new FakeApi();
  const el = await done(api, { 'api-key': KEY });
  const events = heard(el, 'pattern-error', 'pattern-quota', 'pattern-before-generate', 'pattern-state');
  const errors: any[] = [];
  for (const status of [401, 400, 404, 500]) {
    el.image = await picture();
    api.script(
      '/generate',
      ...Array.from({ length: status === 500 ? 3 : 1 }, () => json({ code: 'X', message: `Key ${KEY} is wrong` }, status)),
    );
    errors.push(await failure(el.generate()));
  }
  await el.updateComplete;
  vi.restoreAllMocks();
  expect(errors.map(({ code }) => code)).toEqual(['unauthorized', 'parameters-invalid', 'misconfigured', 'server-error']);
  expect(errors[0].cause.message).toBe('Key *** is wrong');
  const told = [
    el.shadowRoot!.innerHTML,
    JSON.stringify(errors.map((error) => ({ ...error, message: error.message, stack: error.stack }))),
    JSON.stringify(events.map((event) => ({ ...event }))),
    JSON.stringify(logs),
    await stored(),
  ];
  for (const [at, text] of told.entries()) expect(text.includes(KEY), `place ${at}`).toBe(false);
  // The one place that has it is the request.
  expect(api.paid[0]!.headers.get('Authorization')).toContain(KEY);
  // And the storage was really looked through.
  expect(told.at(-1)).toContain('Ruby');
});

it('what the API calls things is text, never markup', async () => {
  const api = new FakeApi();
  api.niches = [{ id: 'mosaic', name: '<img src=x onerror=alert(1)>', default_unit: { width_cm: 1, height_cm: 1 } }];
  const el = await ready(api, { lang: 'xx' });
  el.strings = { heading: '<b>Hello</b>' };
  await el.updateComplete;
  expect(part(el, 'heading').textContent).toBe('<b>Hello</b>');
  expect(el.shadowRoot!.querySelector('b, img[src=x]')).toBeNull();
});
