import { NotSent } from '../../src/api/transport.js';
import { pageFetch } from '../../src/generation/page-fetch.js';
import { failure } from './support/widget.js';

const lost = new TypeError('Failed to fetch');
const complaints: string[] = [];
let fetching: ReturnType<typeof vi.spyOn>;
let url: string;

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line) => void complaints.push(line as string));
  fetching = vi.spyOn(globalThis, 'fetch').mockRejectedValue(lost);
  url = `https://${crypto.randomUUID()}.test/api/v1/usage?secret=1`;
});
afterEach(() => void vi.restoreAllMocks());

it('an endpoint that was never reached is told to the owner once, by its origin and with what to do', async () => {
  expect(await failure(pageFetch(url, {}))).toBe(lost);
  await failure(pageFetch(url, { method: 'POST' }));
  expect(complaints).toHaveLength(1);
  const [line] = complaints;
  expect(line).toContain(`${new URL(url).origin} is unreachable or does not allow this page's origin (CORS)`);
  expect(line).toMatch(/proxy.*allowed_domains/);
  expect(line).not.toMatch(/secret|usage/);
});

it('a connection that is lost once is nobody’s mistake where the endpoint has answered before', async () => {
  fetching.mockResolvedValueOnce(new Response('', { status: 404 }));
  expect(await pageFetch(url, {})).toMatchObject({ status: 404 });
  expect(await failure(pageFetch(url, {}))).toBe(lost);
  expect(complaints).toEqual([]);
});

it('no word to the owner of a visitor without a connection', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  expect(await failure(pageFetch(url, {}))).toBe(lost);
  expect(complaints).toEqual([]);
});

it.each([
  ['is given up', (abort: AbortController) => abort.abort()],
  ['ends with its page', () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))],
  ['ends because its page is about to be left', () => dispatchEvent(new Event('beforeunload'))],
])('nor of a request that %s', async (_, end) => {
  const abort = new AbortController();
  fetching.mockImplementationOnce(async () => {
    end(abort);
    throw lost;
  });
  await failure(pageFetch(url, { signal: abort.signal }));
  expect(complaints).toEqual([]);
});

it.each([
  ['its address', () => url, true],
  ['its origin', () => new URL(url).origin, true],
  ['another one', () => new URL(url).origin + '.example/x', false],
  ['a scheme', () => 'blob', false],
])('what the page’s policy forbids was not sent: it blocked %s', async (_, blocked, forbidden) => {
  fetching.mockImplementationOnce(async () => {
    setTimeout(() =>
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          effectiveDirective: 'connect-src',
          blockedURI: blocked(),
        } as SecurityPolicyViolationEventInit),
      ),
    );
    throw lost;
  });
  expect((await failure(pageFetch(url, {}))) instanceof NotSent).toBe(forbidden);
  expect(complaints).toHaveLength(forbidden ? 0 : 1);
});
