import type { Stage } from '../viewer/stage.js';

/** Brings the run at hand to the middle of its bar, once: whoever looks elsewhere then is left alone. Call what it returns after each change. */
export function following(stage: Stage, root: ShadowRoot): () => void {
  let followed = '';
  return () => {
    const bar = root.querySelector('[part=runs]');
    const run = bar?.querySelector('[part~=current-run]');
    // A bar that is moved to another place forgets how far it was scrolled.
    const now = `${stage.step} ${stage.run} ${!!bar?.closest('dialog')}`;
    if (!run || now === followed) return;
    followed = now;
    const middle = (node: Element) => node.getBoundingClientRect().left + node.clientWidth / 2;
    bar!.scrollLeft += middle(run) - middle(bar!);
  };
}
