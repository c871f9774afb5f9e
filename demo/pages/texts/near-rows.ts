/**
 * Fills those of the sections that are on the screen or come next, in the order in which they stand, one after the other, and
 * empties those that are left behind. `isAsked` says whether this is still wanted.
 */
export function fillNear(
  sections: HTMLElement[],
  stage: HTMLElement,
  isAsked: () => boolean,
  fill: (section: HTMLElement) => Promise<void>,
): void {
  const near = new Set<Element>();
  let isFilling = false;

  const empty = (section: HTMLElement) => {
    section.style.minBlockSize = `${section.offsetHeight}px`;
    section.querySelector('.tongues')?.remove();
    delete section.dataset.ready;
  };
  const attend = async () => {
    if (isFilling) return;
    isFilling = true;
    const next = () => sections.find((section) => near.has(section) && !section.dataset.ready);
    for (let section; isAsked() && (section = next());) {
      delete stage.dataset.ready;
      await fill(section);
      if (!near.has(section)) empty(section);
    }
    isFilling = false;
    if (isAsked()) stage.dataset.ready = '';
  };

  const screen = new IntersectionObserver(
    (seen) => {
      if (!isAsked()) return screen.disconnect();
      for (const { target, isIntersecting } of seen as (IntersectionObserverEntry & { target: HTMLElement })[]) {
        if (isIntersecting) near.add(target);
        else if (near.delete(target) && target.dataset.ready) empty(target);
      }
      void attend();
    },
    // None above the screen, nor whose last line is on it: as they grew, what is read would be pushed away.
    { rootMargin: '-24px 0px 100%' },
  );
  for (const section of sections) {
    // As high as most get: else all of them were near.
    section.style.minBlockSize = '800px';
    screen.observe(section);
  }
}
