import type { ReactiveControllerHost } from 'lit';

/** The address of one blob at a time; it is given back when another takes its place, or the host leaves the page. */
export function objectUrl(host: ReactiveControllerHost): (blob?: Blob) => string | undefined {
  let held: Blob | undefined;
  let url: string | undefined;
  const of = (blob?: Blob) => {
    if (blob !== held) {
      if (url) URL.revokeObjectURL(url);
      held = blob;
      url = blob && URL.createObjectURL(blob);
    }
    return url;
  };
  host.addController({ hostDisconnected: () => void of() });
  return of;
}
