import type { ReactiveControllerHost } from 'lit';

export interface IntakeOptions {
  /** Whether a picture may be given now. */
  open(): boolean;
  /** Whether there is none yet: such a widget takes a paste that is meant for nothing else. */
  empty(): boolean;
  /** `several` were given at once: the first picture is taken. */
  take(file: File, several: boolean): void;
  /** A file is held over the widget, or no longer. */
  over(over: boolean): void;
}

/** Takes pictures that are dropped on the widget or pasted. */
export function intake(host: ReactiveControllerHost & Element, { open, empty, take, over }: IntakeOptions): void {
  let life: AbortController;
  const offer = (event: Event): void => {
    const { type, target, dataTransfer, clipboardData, defaultPrevented } = event as DragEvent & ClipboardEvent;
    const data = dataTransfer ?? clipboardData;
    // A paste belongs to the widget with the focus, or to an empty one when nothing has it.
    const meant = event.composedPath().includes(host) || (target === document.body && empty());
    const offered = !defaultPrevented && meant && open() && data?.types.includes('Files');
    const held = !!offered && type === 'dragover';
    // Files are there only once they are dropped.
    const files = offered && !held ? [...data!.files] : [];
    const file = files.find(({ type }) => /^image/.test(type)) ?? files[0];
    if (file || held) event.preventDefault();
    over(held);
    if (file) take(file, !!files[1]);
  };
  host.addController({
    hostConnected() {
      const { signal } = (life = new AbortController());
      for (const type of ['dragover', 'dragleave', 'drop']) host.addEventListener(type, offer, { signal });
      document.addEventListener('paste', offer, { signal });
    },
    hostDisconnected() {
      life.abort();
    },
  });
}
