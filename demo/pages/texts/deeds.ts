import { lighthouse, pears } from './pictures.js';
import { partOf, press, seen, type Widget } from './stage.js';

/** What a visitor does where pressing something is not all. */
export type Deed = (widget: Widget) => unknown;

// Only phones and some desktops offer to share; it is to be read everywhere.
if (!('share' in navigator))
  Object.assign(navigator, { share: () => Promise.reject(new DOMException('Nobody to share with', 'AbortError')) });

/** Something else stands in the place of `name` is put in its place while this is done, and until what it gives has come. */
async function during<Name extends string>(owner: object, name: Name, value: unknown, deed: () => unknown): Promise<void> {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  try {
    await deed();
  } finally {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  }
}

export const dropTwo: Deed = async (widget) => {
  const dataTransfer = new DataTransfer();
  for (const picture of [lighthouse, pears]) dataTransfer.items.add(new File([await picture()], 'a.jpg', { type: 'image/jpeg' }));
  widget.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
};

/** Another design is wanted, by this many colours. */
export const wish =
  (colours: number): Deed =>
  (widget) => {
    widget.setAttribute('max-colors', String(colours));
    return widget.updateComplete;
  };
/** … and made. */
export const another =
  (colours: number): Deed =>
  async (widget) => {
    await wish(colours)(widget);
    await widget.generate().catch(() => {});
  };

export const write =
  (part: string, text: string): Deed =>
  async (widget) => {
    const field = (await press(widget, part)) as HTMLInputElement;
    field.value = text;
    for (const type of ['input', 'blur']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };

/** The mouse stands in the middle of the chart, once that is drawn. */
export const point: Deed = async (widget) => {
  // Off the screen Firefox tells a chart of no size, and nothing can be pointed at.
  widget.closest('section')!.style.contentVisibility = 'visible';
  const chart = (await press(widget, 'canvas'))!;
  await seen(() => {
    const { left, top, width, height } = chart.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, pointerType: 'mouse', pointerId: 1 };
    chart.dispatchEvent(new PointerEvent('pointermove', at));
    // Which column and row it is; what else is said there, now or later, holds no number.
    return /\p{N}/u.test(partOf(widget, 'readout')?.textContent ?? '');
  });
};

const COPY = 'take-button:-4';
const SAVE = 'take-button:-2';
const LOAD = 'take-button:-1';

export const copy =
  (works: boolean): Deed =>
  (widget) =>
    during(
      navigator.clipboard,
      'writeText',
      async () => works || Promise.reject(new DOMException('', 'NotAllowedError')),
      () => press(widget, COPY),
    );

const load = (widget: Widget, file: Blob) =>
  during(
    HTMLInputElement.prototype,
    'click',
    function (this: HTMLInputElement) {
      const chosen = new DataTransfer();
      chosen.items.add(new File([file], 'progress.json'));
      this.files = chosen.files;
      this.dispatchEvent(new Event('change'));
    },
    () => press(widget, LOAD),
  );
export const loadForeign: Deed = (widget) => load(widget, new Blob(['{"patternProgress":1}']));
export const loadNothing: Deed = (widget) => load(widget, new Blob(['{}']));

/** The file of a moment ago, since when more was done. */
export const loadSaved: Deed = async (widget) => {
  let saved = new Blob();
  const catching = (blob: Blob) => ((saved = blob), '#');
  await during(URL, 'createObjectURL', catching, () =>
    during(
      HTMLAnchorElement.prototype,
      'click',
      () => {},
      () => press(widget, SAVE),
    ),
  );
  await press(widget, 'done-button');
  await load(widget, saved);
};

export const pressOffline: Deed = (widget) => during(navigator, 'onLine', false, () => widget.generate().catch(() => {}));

const refuse = () => {
  throw new DOMException('', 'UnknownError');
};
/** A name is given, and the storage does not take it. */
export const nameInVain: Deed = (widget) =>
  during(IDBObjectStore.prototype, 'put', refuse, async () => {
    await write('history-field', 'For Ann')(widget);
    await press(widget, 'history-owed');
  });
