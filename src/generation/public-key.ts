let warned = false;

/** Said once a page; on the owner's own machine a key is nobody else's. */
export function warnOfPublicKey(): void {
  if (warned || /^(localhost|127\.|\[::1])/.test(location.hostname)) return;
  warned = true;
  console.warn('<pattern-generator> A key in a page is public: keep it on your server, behind pattern-generator-element/proxy.');
}
