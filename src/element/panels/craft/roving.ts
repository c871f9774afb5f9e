const LISTS = '[part=materials],[part=runs],[part=recolor-list]';
const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

const buttonsOf = (list: Element) => [...list.querySelectorAll('button')];

function stopAt(list: Element, stop?: Element): void {
  const find = (selector: string) => list.querySelector(selector);
  // Where one works, or else where one was last.
  const to = stop ?? find('[aria-current=true] button') ?? find('button[tabindex="0"]') ?? find('button');
  for (const each of buttonsOf(list)) {
    const at = each === to ? 0 : -1;
    if (each.getAttribute('tabindex') !== `${at}`) each.tabIndex = at;
  }
}

/** Lists may be long: Tab stops once in each, and arrows, Home and End walk in it. To be renewed whenever the lists are. */
export function roving(root: ShadowRoot) {
  const life = new AbortController();
  const lists = () => root.querySelectorAll(LISTS);
  const walk = (event: Event) => {
    const { key, target } = event as KeyboardEvent;
    const list = (target as Element).closest(LISTS);
    const all: Element[] = list ? buttonsOf(list) : [];
    const at = all.indexOf(target as Element);
    const to = at < 0 ? undefined : (all[STEPS[key]?.(at, all.length - 1) ?? -1] as HTMLElement | undefined);
    if (!to) return;
    event.preventDefault();
    stopAt(list!, to);
    to.focus();
  };
  root.addEventListener('keydown', walk, { signal: life.signal });
  return {
    renew: () => lists().forEach((list) => stopAt(list)),
    end() {
      life.abort();
      for (const list of lists()) for (const each of buttonsOf(list)) each.removeAttribute('tabindex');
    },
  };
}
