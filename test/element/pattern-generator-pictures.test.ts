import { expect as chaiExpect } from '@open-wc/testing';
import type { PatternGenerator, PictureSource } from '../../src/index.js';
import { FakeApi } from './support/fake-api.js';
import { webpMap } from './support/pictures.js';
import { button, done, inState, message, part, picture, pictureFile, ready, soon, widget } from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));

const data = async () =>
  new Promise<string>(async (resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsDataURL(await picture());
  });
const transfer = (...files: File[]) => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
};
const textFile = () => new File(['Dear diary'], 'cat.png', { type: 'image/png' });
const choose = (el: PatternGenerator, file: File) => {
  const input = el.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  input.files = transfer(file).files;
  input.dispatchEvent(new Event('change'));
  return input;
};
/** True when the element took it: the browser's own doing is then prevented. */
const drop = (el: HTMLElement, ...files: File[]) =>
  !el.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer(...files), bubbles: true, cancelable: true, composed: true }));
const paste = (target: EventTarget, ...files: File[]) => {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  // Firefox without a window loses the files of a made-up paste.
  Object.defineProperty(event, 'clipboardData', { value: transfer(...files) });
  return !target.dispatchEvent(event);
};

it('a file is chosen, and the same one again is a choice too', async () => {
  const el = await widget(api);
  const file = await pictureFile();
  const input = choose(el, file);
  await inState(el, 'ready');
  expect((el.image as File).name).toBe('cat.png');
  expect(input.value).toBe('');
  expect(input.accept).toBe('image/*');
});

it('a file is dropped', async () => {
  const el = await widget(api);
  const file = await pictureFile();
  const over = new DragEvent('dragover', { dataTransfer: transfer(file), bubbles: true, cancelable: true });
  el.dispatchEvent(over);
  expect(over.defaultPrevented).toBe(true);
  expect([...part(el, 'dropzone').part]).toContain('over');
  expect(drop(el, file)).toBe(true);
  await inState(el, 'ready');
  expect([...part(el, 'dropzone').part]).not.toContain('over');
});

it('while a file is held over it the whole widget is a target that is seen', async () => {
  const el = await widget(api);
  await soon(() => part(el, 'usage') ?? api.calls.length);
  const target = () => getComputedStyle(part(el, 'widget'), '::after');
  await el.updateComplete;
  expect(target().content).toBe('none');
  const dataTransfer = transfer(await pictureFile());
  const { width, height } = part(el, 'widget').getBoundingClientRect();
  await soon(() => {
    el.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
    const style = target();
    return parseFloat(style.width) > width - 12 && parseFloat(style.height) > height - 12;
  });
  el.dispatchEvent(new DragEvent('dragleave', { dataTransfer, bubbles: true }));
  expect(target().content).toBe('none');
});

it('of several files the first picture is taken, and that is said', async () => {
  const el = await widget(api);
  const [one, other] = [await pictureFile(), await pictureFile()];
  const note = new File(['Dear diary'], 'note.txt', { type: 'text/plain' });
  expect(drop(el, note, one, other)).toBe(true);
  expect(el.image).toBe(one);
  await soon(() => message(el) === 'Several files were dropped: the first picture is used.');
  expect(part(el, 'message').part.contains('notice')).toBe(true);
  drop(el, other);
  await soon(() => message(el) === 'Picture chosen.');
});

describe('a camera', () => {
  const fingers = (coarse: boolean) =>
    vi
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) => ({ matches: query.includes('coarse') && coarse }) as MediaQueryList);
  afterEach(() => void vi.restoreAllMocks());

  it('is offered to fingers, and its photo is taken', async () => {
    fingers(true);
    const opened: HTMLInputElement[] = [];
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      opened.push(this);
    });
    const el = await widget(api);
    await soon(() => part(el, 'camera'));
    expect(part(el, 'camera').getAttribute('aria-label')).toBe('Take a photo');
    part(el, 'camera').click();
    expect(opened[0]).toMatchObject({ type: 'file', accept: 'image/*' });
    expect(opened[0]!.getAttribute('capture')).toBe('environment');
    const photo = await pictureFile();
    opened[0]!.files = transfer(photo).files;
    opened[0]!.dispatchEvent(new Event('change'));
    await inState(el, 'ready');
    expect(el.image).toBe(photo);
    await chaiExpect(el).to.be.accessible();
  });

  it('is not offered to a mouse, nor where the picture is the page’s', async () => {
    fingers(false);
    const mouse = await widget(api);
    await soon(() => api.to('/usage').length || api.calls.length);
    await mouse.updateComplete;
    expect(part(mouse, 'camera')).toBeUndefined();
    vi.restoreAllMocks();
    fingers(true);
    const fixed = await ready(api, { controls: 'niche' });
    expect(part(fixed, 'camera')).toBeUndefined();
  });
});

describe('an address', () => {
  /** Answers for the picture's own address. */
  const answer = (response: () => Promise<Response>) => {
    const { fetch } = globalThis;
    vi.spyOn(globalThis, 'fetch').mockImplementation((url, options) =>
      String(url).includes('/cat.png') ? response() : fetch(url, options),
    );
  };
  afterEach(() => void vi.restoreAllMocks());

  it('that can be read is tried on for free; untouched it is sent as an address, cut as bytes', async () => {
    const file = await picture();
    answer(async () => new Response(file));
    const el = await widget(api, { 'image-url': 'https://pictures.test/cat.png', 'height-cm': undefined });
    await soon(() => part(el, 'compare'));
    expect(message(el)).not.toMatch(/address/);
    await el.generate();
    expect(api.paid[0]!.body).toMatchObject({ image_url: 'https://pictures.test/cat.png', height_cm: 20 });
    el.reset();
    el.image = 'https://pictures.test/cat.png';
    el.adjustments = { turn: 90 };
    await el.generate();
    expect(api.paid[1]!.body).not.toHaveProperty('image_url');
    expect(atob(api.paid[1]!.body.image)).toMatch(/^(.PNG|\xff\xd8)/);
  });

  it('that is long in coming is waited for aloud, and a press can be taken back meanwhile', async () => {
    const file = await picture();
    let letGo!: (response: Response) => void;
    answer(() => new Promise((resolve) => (letGo = resolve)));
    const el = await widget(api, { 'image-url': 'https://pictures.test/cat.png' });
    const taken = el.generate();
    await inState(el, 'working');
    button(el, 'cancel').click();
    await inState(el, 'ready');
    const promise = el.generate();
    await inState(el, 'working');
    letGo(new Response(file));
    await expect(taken).rejects.toMatchObject({ code: 'cancelled' });
    await promise;
    await inState(el, 'done');
    expect(api.paid).toHaveLength(1);
  });

  it.each<[string, () => Promise<Response>]>([
    ['its site does not allow it', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['it is gone', async () => new Response('', { status: 404 })],
    ['it is no picture', async () => new Response('<p>Hello')],
  ])(
    'that cannot be read, because %s, is sent all the same, and the visitor is told why there is no draft',
    async (_, response) => {
      answer(response);
      const el = await widget(api, { 'image-url': 'https://pictures.test/cat.png' });
      await soon(() => /sent by its address, without a free draft/.test(message(el)));
      expect(part(el, 'cropper')).toBeUndefined();
      await el.generate();
      expect(api.paid[0]!.body).toMatchObject({ image_url: 'https://pictures.test/cat.png' });
    },
  );
});

it('a drag of something else is the page’s', async () => {
  const el = await widget(api);
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', 'hello');
  const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
  el.dispatchEvent(over);
  expect(over.defaultPrevented).toBe(false);
  expect(drop(el)).toBe(false);
  expect(el.state).toBe('empty');
});

it('a picture is pasted: into the widget, or anywhere into the first empty one', async () => {
  const [first, second] = [await widget(api), await widget(api)];
  expect(paste(document.body, await pictureFile())).toBe(true);
  await inState(first, 'ready');
  expect(second.state).toBe('empty');
  expect(paste(part(second, 'dropzone'), await pictureFile())).toBe(true);
  await inState(second, 'ready');
});

it('a paste into the page’s own field stays there', async () => {
  const el = await widget(api);
  const field = document.body.appendChild(document.createElement('input'));
  expect(paste(field, await pictureFile())).toBe(false);
  expect(el.state).toBe('empty');
  field.remove();
});

it.each<[string, () => Promise<PictureSource>]>([
  ['a Blob', () => picture()],
  ['a Blob without a type', async () => new Blob([await picture()])],
  ['a JPEG', () => picture('image/jpeg')],
  ['a WebP', async () => webpMap()],
  ['a File', pictureFile],
  ['a data: string', data],
  ['a blob: string', async () => URL.createObjectURL(await picture())],
  ['an SVG', async () => new Blob(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9"/></svg>'])],
])('%s is sent as a picture', async (_, source) => {
  const el = await widget(api);
  el.image = await source();
  await inState(el, 'ready');
  expect(part<HTMLImageElement>(el, 'thumbnail').src).toMatch(/^(blob|data):/);
  await el.generate();
  expect(api.paid[0]!.body).not.toHaveProperty('image_url');
  expect(atob(api.paid[0]!.body.image)).toMatch(/^(.PNG|\xff\xd8)/);
});

it.each<[string, (url: string) => PictureSource]>([
  ['a URL', (url) => new URL(url)],
  ['an address', (url) => url],
])('%s is sent as it is', async (_, source) => {
  const el = await widget(api);
  el.image = source(location.origin + '/favicon.ico?cat');
  await inState(el, 'ready');
  await el.generate();
  expect(api.paid[0]!.body).toMatchObject({ image_url: location.origin + '/favicon.ico?cat' });
});

it.each<[string, (el: PatternGenerator) => unknown]>([
  ['chosen', (el) => choose(el, textFile())],
  ['dropped', (el) => drop(el, textFile())],
  ['pasted', (el) => paste(el, textFile())],
])('a text file with a picture’s name is refused when it is %s', async (_, give) => {
  const el = await widget(api);
  give(el);
  await inState(el, 'error');
  expect(message(el)).toBe('This picture cannot be read. Please choose another one.');
  expect(part(el, 'thumbnail')).toBeUndefined();
  // And the next one is taken.
  drop(el, await pictureFile());
  await inState(el, 'ready');
});

it.each<[string, (el: PatternGenerator) => unknown]>([
  ['disabled', (el) => (el.disabled = true)],
  ['not to be changed', (el) => (el.controls = 'niche')],
])('nothing is taken while the picture is %s', async (_, change) => {
  const el = await widget(api);
  change(el);
  await el.updateComplete;
  expect([drop(el, await pictureFile()), paste(el, await pictureFile())]).toEqual([false, false]);
  expect(el.image).toBeUndefined();
});

it('nothing is taken by hand while a pattern is made or shown', async () => {
  const el = await ready(api);
  const { image } = el;
  const held = api.hold('/generate');
  const promise = el.generate();
  await inState(el, 'working');
  expect(drop(el, await pictureFile())).toBe(false);
  held.letGo();
  await promise;
  expect(drop(el, await pictureFile())).toBe(false);
  expect(el.image).toBe(image);
});

it('null takes the picture away', async () => {
  const el = await done(api);
  el.image = null as never;
  await inState(el, 'empty');
  expect(el.result).toBeUndefined();
});

it('the last of several pictures counts, however long each takes', async () => {
  const el = await widget(api);
  const last = await picture();
  for (const image of [textFile(), await data(), 'data:text/plain,no', last]) el.image = image;
  await inState(el, 'ready');
  await el.generate();
  expect(el.image).toBe(last);
  expect(el.state).toBe('done');
});
