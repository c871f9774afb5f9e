import { NotSent, type Fetch } from '../api/transport.js';

/** A policy's refusal is reported in a task of its own, soon after the request has failed. */
const REPORT = 100;

/**
 * The browser's `fetch`, which tells a lost connection from an address that the page's own policy forbids: there, nothing
 * was sent. https://www.w3.org/TR/CSP3/#report-violation
 */
export const pageFetch: Fetch = async (url, init) => {
  let forbidden = false;
  const origin = (address: string) => {
    try {
      return new URL(address, document.baseURI).origin;
    } catch {
      return;
    }
  };
  const note = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'connect-src' && origin(blockedURI) === origin(url)) forbidden = true;
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    return await fetch(url, init);
  } catch (error) {
    if (!init.signal?.aborted && !forbidden) await new Promise((resolve) => setTimeout(resolve, REPORT));
    throw forbidden ? new NotSent('forbidden by the policy of the page') : error;
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
};
