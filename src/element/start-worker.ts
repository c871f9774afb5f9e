/**
 * A worker from the file in which drafts are made; throws where the page's policy does not let it start. Bundlers know this form.
 * The script-file build starts it by the address from which the file came; where everything is in one file there is none.
 */
export function startWorker(address?: string): Worker | undefined {
  void address;
  return new Worker(new URL('../studio/worker.js', import.meta.url), { type: 'module' });
}
