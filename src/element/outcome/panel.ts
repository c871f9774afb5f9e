import type { ReactiveControllerHost } from 'lit';
import type { Lit, Mount, Mounted } from '../files.js';

export interface PanelOptions<Input> {
  load(): Promise<Mount<Input>>;
  /** What is to be shown now; nothing takes it away. */
  wanted(): Input | undefined;
}

/** A later file draws in a part of the widget that is left empty for it. Tells whether it stands there. */
export function panel<Input extends object>(
  host: ReactiveControllerHost & HTMLElement,
  lit: Lit,
  part: string,
  { load, wanted }: PanelOptions<Input>,
): () => boolean {
  let input: Input | undefined;
  let mounted: Mounted<Input> | undefined;

  const leave = () => {
    // What stands in its stead is to be seen again.
    if (mounted) host.requestUpdate();
    mounted?.unmount();
    mounted = input = undefined;
  };
  const show = async (wish: Input) => {
    if (mounted) return mounted.update(wish);
    // Where the file cannot be had there is no panel, and the next occasion asks again.
    const mount = await load().catch(() => undefined);
    // Only the last wish counts: an earlier one may be served later.
    if (!mount || wish !== input) return;
    mounted = mount(host.shadowRoot!.querySelector<HTMLElement>(`[part=${part}]`)!, wish, lit);
    host.requestUpdate();
  };
  host.addController({
    hostUpdated() {
      const before = input;
      const wish = wanted();
      if (!wish) leave();
      else if (!before || Object.keys(wish).some((key) => wish[key as keyof Input] !== before[key as keyof Input]))
        void show((input = wish));
    },
    hostDisconnected: leave,
  });
  return () => !!mounted;
}
