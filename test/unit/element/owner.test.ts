import { PatternError, type PatternErrorCode } from '../../../src/core/pattern-error.js';
import { causeOf, ownersLine } from '../../../src/element/outcome/owner.js';

beforeEach(() => void vi.stubGlobal('document', { baseURI: 'https://shop.example/cups/' }));
afterEach(() => void vi.unstubAllGlobals());

type Setup = Parameters<typeof ownersLine>[1];
const told = (code: PatternErrorCode, details: ConstructorParameters<typeof PatternError>[1], setup: Setup) =>
  ownersLine(new PatternError(code, details), setup);
const unauthorized = (apiKey?: string) => told('unauthorized', { status: 401 }, { endpoint: '/patterns', apiKey });

it('names the code, the address and what it answered, in one line', () => {
  expect(told('misconfigured', { status: 404 }, { endpoint: '/patterns' })).toMatch(
    /^<pattern-generator> misconfigured: https:\/\/shop\.example\/patterns answered 404\. .+$/,
  );
  expect(told('unauthorized', { status: 401 }, { base: 'https://api.example' })).toContain('https://api.example/ answered 401');
});

it.each([
  ['“px_live_demo”', 'quotation marks'],
  ['px_live_demo ', 'blanks'],
  ['px_live\u200b_demo', 'invisible characters'],
  ['px_live_demo\ufeff', 'invisible characters'],
  ['px live demo', 'blanks'],
])('a key with what nobody sees in it: %j', (apiKey, what) => {
  expect(unauthorized(apiKey)).toContain(`There are ${what} in the api-key`);
  const unfit = { cause: 'A header cannot hold this value: check the key and what authorize returns.' };
  expect(told('misconfigured', unfit, { apiKey })).toContain(`There are ${what} in the api-key`);
});

it('a missing key and a wrong one are told apart', () => {
  expect(unauthorized()).toContain('No api-key was sent');
  expect(unauthorized('px_live_demo')).toContain('wrong or switched off');
});

it('a redirect, with its status or where a browser hides it', () => {
  expect(told('misconfigured', { status: 301 }, {})).toContain('answered 301. Redirects are not followed');
  expect(told('misconfigured', {}, { endpoint: '/patterns' })).toContain('/patterns redirects. Redirects are not followed');
});

it('what is wrong before anything is sent', () => {
  expect(told('misconfigured', { cause: 'There is no provider "x"' }, {})).toContain('was not asked. There is no provider "x"');
});

it('an unknown provider, beside all that are known', () => {
  const providers = new Map([
    ['pixcraft', {}],
    ['loom', {}],
  ]);
  expect(told('misconfigured', { cause: 'There is no provider "x"' }, { providers })).toMatch(
    /There is no provider "x"\. Known are: pixcraft, loom$/,
  );
  expect(told('misconfigured', { cause: 'There is no pattern yet' }, { providers })).not.toContain('loom');
});

it('what the API said stands beside the line, and nothing where it said nothing', () => {
  const cause = (cause: unknown) => causeOf(new PatternError('misconfigured', { cause }));
  expect(cause({ message: 'No such path', policy: undefined })).toEqual([{ message: 'No such path', policy: undefined }]);
  const error = new RangeError('turn');
  expect(cause(error)).toEqual([error]);
  for (const nothing of [{ policy: undefined }, {}, undefined, 'a part of the line']) expect(cause(nothing)).toEqual([]);
});

it('a parameter that the page itself set, and none that the visitor typed', () => {
  const error = new PatternError('parameters-invalid', { field: 'widthCm' });
  error.message = 'Please check “Width (cm)”: from 10 to 1000.';
  expect(ownersLine(error, { own: true })).toBe('<pattern-generator> parameters-invalid: width-cm. ' + error.message);
  expect(ownersLine(error, { own: false })).toBeUndefined();
});

it('never a secret: no key, no password, no query', () => {
  const said = [
    unauthorized('px_live_secret “'),
    told('misconfigured', { status: 404 }, { endpoint: 'https://me:secret@api.example/x?token=secret#secret', apiKey: 'secret' }),
  ];
  expect(said.join()).not.toContain('secret');
});

it('a page instead of an API, and nothing for what is nobody’s mistake', () => {
  expect(told('bad-response', { status: 200, cause: 'The endpoint answers a web page' }, {})).toContain('a web page');
  expect(told('bad-response', { status: 200, cause: new Error('x') }, {})).toBeUndefined();
  for (const code of ['forbidden', 'network', 'quota-exhausted'] as const) expect(told(code, {}, {})).toBeUndefined();
});
