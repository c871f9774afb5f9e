import type { PatternGenerator } from '../../src/element/pattern-generator.js';

/** A design by its picture's number and its width. */
export type Design = [picture: number, width: number];

/** What a tab tells of itself. */
export interface Told {
  /** Presses that have not ended. */
  open: number;
  busy: string[];
  /** What each design was shown as. */
  answers: [design: string, answer: string][];
  problems: string[];
}

/** Runs in every page before its scripts: what a visitor, and a page that behaves badly, can do to its widgets. */
export function hands(): void {
  const answers = new Map<string, string>();
  const problems: string[] = [];
  const CODES =
    /^(quota-exhausted|credits-exhausted|rate-limited|offline|network|timeout|unauthorized|server-error|bad-response|cancelled)$/;
  let open = 0;
  let blocked = false;
  const storage = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
  const all = () => [...document.querySelectorAll<PatternGenerator>('pattern-generator')];
  const one = (at: number) => all()[at % all().length];
  addEventListener('unhandledrejection', ({ reason }) => problems.push(`unhandled: ${reason}`));

  /** The same number is the same picture, byte for byte. */
  function picture(number: number): Promise<Blob> {
    const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 80 });
    const context = canvas.getContext('2d')!;
    for (let x = 0; x < 80; x++) {
      context.fillStyle = `hsl(${(number * 47 + (x >> 4) * 60) % 360} 80% ${30 + ((number * 7) % 40)}%)`;
      context.fillRect(x, 0, 1, 80);
    }
    return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
  }

  async function watched<Value>(promise: Promise<Value>): Promise<Value | undefined> {
    open++;
    try {
      return await promise;
    } catch (error) {
      const { code, message, cause } = error as { code?: string; message: string; cause?: unknown };
      if (!CODES.test(code ?? '')) problems.push(`ended with ${code ?? error}: ${message} ${JSON.stringify(cause) ?? ''}`);
      return undefined;
    } finally {
      open--;
    }
  }

  const deeds = {
    mount() {
      // A page that was loaded offline has no script.
      if (all().length > 4 || !customElements.get('pattern-generator')) return;
      const widget = document.createElement('pattern-generator');
      const given = { endpoint: '/patterns', niche: 'mosaic', 'max-wait': '4', timeout: '4', usage: 'always' };
      for (const [name, value] of Object.entries(given)) widget.setAttribute(name, value);
      document.body.append(widget);
    },
    remove: (at: number) => one(at)?.remove(),
    async press(at: number, number: number, width: number) {
      if (!all().length) deeds.mount();
      const widget = one(at);
      if (!widget || /working|waiting/.test(widget.state)) return;
      widget.image = await picture(number);
      widget.parameters = { widthCm: width, heightCm: width };
      const result = await watched(widget.generate());
      if (!result) return;
      const { columns, rows, materials } = result;
      const design = `${number}/${width}`;
      const answer = `${columns}×${rows} ${materials.map(({ hex, quantity }) => hex + quantity).join()}`;
      const before = answers.get(design) ?? answer;
      if (before !== answer) problems.push(`${design} was ${before} and is ${answer}`);
      if (columns !== width) problems.push(`${design} has ${columns} columns`);
      answers.set(design, answer);
    },
    cancel: (at: number) => one(at)?.cancel(),
    reset: (at: number) => one(at)?.reset(),
    async pdf(at: number) {
      const widget = one(at);
      if (widget?.state !== 'done') return;
      widget.addEventListener('pattern-pdf', (event) => event.preventDefault(), { once: true });
      await watched(widget.downloadPdf());
    },
    async recall(at: number) {
      one(at)?.shadowRoot?.querySelector<HTMLElement>('[part~=history-show]')?.click();
    },
    quota: (at: number) => watched(Promise.resolve(one(at)?.refreshQuota())),
    clear: (at: number) => watched(Promise.resolve(one(at)?.clearCache())),
    language: (at: number) => void (document.documentElement.lang = ['en', 'de', 'ar', 'ja'][at % 4]!),
    disable(at: number) {
      const widget = one(at);
      if (widget) widget.disabled = !widget.disabled;
    },
    move(at: number) {
      const widget = one(at);
      if (widget) document.body.prepend(widget);
    },
    async wipe() {
      // The browser's own page for visitors without a connection has no storage.
      if (blocked || origin === 'null') return;
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
    },
    /** Every look at the storage throws, as in a sandboxed frame. */
    blockStorage() {
      blocked = true;
      Object.defineProperty(globalThis, 'indexedDB', {
        configurable: true,
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    },
    freeStorage() {
      blocked = false;
      Object.defineProperty(globalThis, 'indexedDB', storage);
    },
    enable() {
      for (const widget of all()) widget.disabled = false;
    },
    empty() {
      for (const widget of all()) widget.remove();
    },
  };

  const tell = (): Told => ({
    open,
    busy: all()
      .filter(({ state }) => /working|waiting/.test(state))
      .map(({ state }) => state),
    answers: [...answers],
    problems: problems.splice(0),
  });
  Object.assign(globalThis, { soak: { deeds, tell } });
}

export type Hands = {
  deeds: Record<string, (...args: number[]) => unknown>;
  tell(): Told;
};
