import { NotSent, type Fetch } from '../api/transport.js';

/** A policy's refusal is reported in a task of its own, soon after the request has failed. */
const REPORT = 100;

/** What has answered this page once, and what its owner was told of: one connection lost later is nobody's mistake. */
const heard = new Set<string>();

/**
 * The browser's `fetch`, which tells a lost connection from an address that the page's own policy forbids: there, nothing
 * was sent. https://www.w3.org/TR/CSP3/#report-violation
 * The owner hears of an address that has never answered; why, no browser tells a page.
 */
export const pageFetch: Fetch = async (url, init) => {
  const { origin } = new URL(url, document.baseURI);
  let forbidden = false;
  let left = false;
  const over = new AbortController();
  const note = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // Blocked is an address, its origin alone, or the scheme of one without.
    if (effectiveDirective === 'connect-src' && (blockedURI + '/').startsWith(origin + '/')) forbidden = true;
  };
  document.addEventListener('securitypolicyviolation', note, over);
  // What is under way then ends as if its connection were lost; in Firefox before the page is hidden.
  for (const sign of ['beforeunload', 'pagehide']) addEventListener(sign, () => void (left = true), over);
  try {
    const answer = await fetch(url, init);
    heard.add(origin);
    return answer;
  } catch (error) {
    if (!init.signal?.aborted && !forbidden) await new Promise((resolve) => setTimeout(resolve, REPORT));
    if (forbidden) throw new NotSent('forbidden by the policy of the page');
    if (!init.signal?.aborted && !left && navigator.onLine !== false && !heard.has(origin)) {
      heard.add(origin);
      console.error(
        `<pattern-generator> ${origin} is unreachable or does not allow this page's origin (CORS). Check endpoint: it must be the proxy, or an API whose key names this page in its allowed_domains.`,
      );
    }
    throw error;
  } finally {
    over.abort();
  }
};
