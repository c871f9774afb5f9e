import { expect as chaiExpect } from '@open-wc/testing';
import type { PatternGenerator } from '../../src/index.js';
import { FakeApi } from './support/fake-api.js';
import { button, done, failure, field, heard, part, parts, ready, soon, type, type Attributes } from './support/widget.js';

/** A picture of these sides: red to the left, blue to the right, green below. */
async function photo(width = 120, height = 80): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  for (const [color, x, y, wide, high] of [
    ['#c01030', 0, 0, width / 2, height],
    ['#2040c0', width / 2, 0, width / 2, height],
    ['#20a050', 0, height * 0.75, width, height / 4],
  ] as const) {
    context.fillStyle = color;
    context.fillRect(x, y, wide, high);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A widget whose studio shows its draft. */
async function studio(api: FakeApi, attributes?: Attributes, file?: Blob): Promise<PatternGenerator> {
  const el = await ready(api, { 'height-cm': undefined, ...attributes });
  const picture = file ?? (await photo());
  const drafts = heard(el, 'pattern-draft');
  el.image = picture;
  await soon(() => drafts.length);
  return el;
}
const press = (el: PatternGenerator, name: string, index = 0) => (parts(el, name)[index] as HTMLButtonElement).click();
const frame = () => new Promise(requestAnimationFrame);
const summary = (el: PatternGenerator) => part(el, 'size-summary').textContent!.replace(/\s+/g, ' ').trim();
const key = (target: Element, key: string, more: KeyboardEventInit = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

let api: FakeApi;
beforeEach(() => {
  api = new FakeApi();
  api.niches.push({ id: 'crossstitch', name: 'Cross stitch', default_unit: { width_cm: 0.18, height_cm: 0.18 } });
});

describe('the studio', () => {
  it('shows a draft, its size and what it takes, and costs nothing', async () => {
    const el = await studio(api);
    await soon(() => part(el, 'studio-facts'));
    expect(summary(el)).toBe('20 × 13 260 pieces 20 × 13.3 cm');
    expect(part(el, 'draft-note').textContent).toBe('Draft, free');
    expect(part<HTMLCanvasElement>(el, 'draft-canvas').width).toBeGreaterThan(20);
    expect(part(el, 'studio-facts').textContent).toMatch(/2 colours\s+easy\s+about 2 h/);
    expect(api.paid).toEqual([]);
    expect(api.to('/colors')).toHaveLength(1);
  });

  it('a slider lays picture and draft against each other', async () => {
    const el = await studio(api);
    await soon(() => part(el, 'compare'));
    const slider = part<HTMLInputElement>(el, 'compare');
    for (const value of ['0', '70', '100']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input'));
      await soon(() => part(el, 'draft-canvas').style.clipPath.endsWith(value + '%)'));
    }
  });

  it('what it takes is told with the pattern as it was with the draft', async () => {
    const el = await studio(api, { niche: 'crossstitch' });
    await soon(() => /skeins/.test(part(el, 'studio-facts')?.textContent ?? ''));
    const [, , ...told] = [...part(el, 'studio-facts').children].map(({ textContent }) => textContent);
    expect(told).toEqual(['about 68 h', expect.stringMatching(/^about \d+ skeins$/), 'fabric 35\u00a0×\u00a028.1\u00a0cm']);
    await el.generate();
    await soon(() => part(el, 'estimates'));
    expect(part(el, 'estimates').textContent).toMatch(/^about 68 h · about \d+ skeins · fabric 35\u00a0×\u00a028.1\u00a0cm$/);
    el.units = 'in';
    await soon(() => /fabric 13.8\u00a0×\u00a011.1\u00a0in$/.test(part(el, 'estimates').textContent!));
  });

  it('pattern-draft tells what is drawn', async () => {
    const el = await ready(api, { 'height-cm': undefined });
    const drafts = heard(el, 'pattern-draft');
    el.image = await photo();
    await soon(() => drafts.length);
    expect(drafts[0]).toMatchObject({ columns: 20, rows: 13, units: 260, colors: 2, bubbles: true, composed: true });
  });

  it('colours of the picture where the API tells none, and says so', async () => {
    api.script('/colors', new Response('', { status: 500 }), new Response('', { status: 500 }));
    const el = await studio(api);
    await soon(() => /colours of your picture/.test(part(el, 'draft-note').textContent!));
  });

  it('what it leaves of the picture is what is sent, and an untouched picture is sent as ever', async () => {
    const el = await studio(api);
    const asked = async () => {
      await el.generate();
      const { image, height_cm } = api.paid.at(-1)!.body;
      el.reset();
      const bitmap = await createImageBitmap(
        await (await fetch(image.startsWith('data:') ? image : 'data:;base64,' + image)).blob(),
      );
      return { sides: [bitmap.width, bitmap.height], height_cm };
    };
    expect(await asked()).toEqual({ sides: [120, 80], height_cm: 13.3 });
    el.image = await photo();
    el.adjustments = { crop: { x: 0, y: 0, width: 0.5, height: 1 }, turn: 90 };
    expect(await asked()).toEqual({ sides: [80, 60], height_cm: 15 });
  });

  it('turn, mirror, light and crop are read in `adjustments`, and set there', async () => {
    const el = await studio(api);
    press(el, 'turn-button');
    expect(el.adjustments).toEqual({ turn: 90 });
    await el.updateComplete;
    expect(summary(el)).toContain('20 × 30 600 pieces');
    press(el, 'mirror-button');
    await el.updateComplete;
    expect(el.adjustments).toEqual({ turn: 90, mirror: true });
    expect(part(el, 'mirror-button').getAttribute('aria-pressed')).toBe('true');
    press(el, 'studio-tool', 1);
    await frame();
    const [, contrast] = parts(el, 'slider') as HTMLInputElement[];
    contrast!.value = '20';
    contrast!.dispatchEvent(new Event('input'));
    expect(el.adjustments).toEqual({ turn: 90, mirror: true, contrast: 20 });
    await el.updateComplete;
    press(el, 'studio-reset');
    expect(el.adjustments).toEqual({ turn: 90, mirror: true });
    el.adjustments = '{"turn":180}' as never;
    await el.updateComplete;
    expect(el.adjustments).toEqual({ turn: 180 });
    expect(part(el, 'mirror-button').getAttribute('aria-pressed')).toBe('false');
    el.adjustments = undefined;
    await el.updateComplete;
    expect(summary(el)).toContain('20 × 13');
  });

  it.each([
    [{ turn: 45 }, 'adjustments.turn must be 0, 90, 180 or 270, not 45'],
    [{ crop: { x: 0, y: 0, width: 2, height: 1 } }, 'adjustments.crop.width must be a number from 0 to 1, not 2'],
    ['{half', 'adjustments must be an object, not string'],
    [{ brightnes: 3 }, 'adjustments.brightnes is unknown'],
  ])('adjustments that make no sense are refused at the press, which costs nothing: %j', async (adjustments, mistake) => {
    const el = await studio(api);
    el.adjustments = adjustments as never;
    const error = await failure(el.generate());
    expect(error).toMatchObject({ code: 'parameters-invalid', field: 'adjustments' });
    expect(error.cause.message).toBe(mistake);
    expect(api.paid).toEqual([]);
    el.adjustments = {};
    await el.generate();
    expect(api.paid).toHaveLength(1);
  });

  it('what changes nothing is the same design: one use', async () => {
    const el = await studio(api);
    await el.generate();
    const file = el.image;
    for (const adjustments of [
      {},
      { crop: { x: 0, y: 0, width: 1, height: 1 } },
      { turn: 0, mirror: false, brightness: 0, contrast: 0, saturation: 0 },
    ] as const) {
      el.reset();
      el.image = file;
      el.adjustments = adjustments;
      await el.generate();
    }
    expect(api.paid).toHaveLength(1);
    el.reset();
    el.image = file;
    el.adjustments = { mirror: true };
    await el.generate();
    expect(api.paid).toHaveLength(2);
  });

  it('another picture in the place of one takes the adjustments away', async () => {
    const el = await studio(api);
    press(el, 'turn-button');
    el.image = await photo(60, 60);
    expect(el.adjustments).toBeUndefined();
  });
});

describe('its size', () => {
  it('the other side follows while they are locked, and not when they are not', async () => {
    const el = await studio(api);
    await type(el, 'widthCm', '40');
    expect(field(el, 'heightCm').value).toBe('26.7');
    press(el, 'studio-lock');
    await frame();
    await type(el, 'heightCm', '40');
    expect(field(el, 'widthCm').value).toBe('40');
    expect(part(el, 'warning').textContent).toMatch(/cuts off part/);
    await frame();
    press(
      el,
      'fix-button',
      parts(el, 'warning').findIndex((warning) => /cuts/.test(warning.textContent!)),
    );
    await el.updateComplete;
    expect(field(el, 'heightCm').value).toBe('26.7');
  });

  it('what the API does not take is said at once, beside the number and in its units, and costs nothing', async () => {
    const el = await studio(api);
    await type(el, 'widthCm', '5');
    await soon(() => part(el, 'field-error'));
    expect(part(el, 'field-error').textContent).toBe('Please enter 10 to 1000.');
    expect(field(el, 'widthCm').getAttribute('aria-invalid')).toBe('true');
    expect(field(el, 'widthCm').value).toBe('5');
    expect(await failure(el.generate())).toMatchObject({ code: 'parameters-invalid', field: 'widthCm' });
    expect(api.paid).toEqual([]);
    el.units = 'in';
    await soon(() => part(el, 'field-error').textContent === 'Please enter 4 to 393.7.');
    await type(el, 'widthCm', '12');
    await soon(() => !part(el, 'field-error'));
    expect(field(el, 'widthCm').getAttribute('aria-invalid')).toBe('false');
    await type(el, 'maxColors', '900');
    await soon(() => part(el, 'field-error')?.textContent === 'Please enter 1 to 500.');
    expect(field(el, 'maxColors').getAttribute('aria-errormessage')).toBe(part(el, 'field-error').id);
  });

  it.each([
    ['ar', 'سم', 'بوصة'],
    ['fr', 'cm', 'po'],
    ['en', 'cm', 'in'],
  ])('a length has one name in %s, with and without a studio', async (lang, cm, inch) => {
    const el = await studio(api, { lang, niche: 'crossstitch' });
    await soon(() => part(el, 'studio-facts')?.textContent!.includes(cm));
    expect(part(el, 'studio-size').textContent).toContain(`(${cm})`);
    expect(summary(el)).toContain(` ${cm}`);
    expect(field(el, 'fabric').querySelector('option')!.text.trim()).toMatch(new RegExp(`${cm}\\)$`));
    el.units = 'in';
    await soon(() => part(el, 'studio-size').textContent!.includes(`(${inch})`));
    await soon(() => part(el, 'studio-facts')?.textContent!.includes(inch));
    el.studio = 'none';
    await soon(() => !part(el, 'cropper'));
    const plain = [...parts(el, 'label')].map(({ textContent }) => textContent);
    expect(plain.filter((text) => text!.includes(`(${cm})`))).toHaveLength(2);
  });

  it('in inches where the page says so, sent in centimetres', async () => {
    const el = await studio(api, { units: 'in' });
    expect(part(el, 'studio-size').textContent).toContain('Width (in)');
    await type(el, 'widthCm', '10');
    expect(summary(el)).toContain('10 × 6.7 in');
    await el.generate();
    expect(api.paid[0]!.body).toMatchObject({ width_cm: 25.4, height_cm: 16.9 });
  });

  it('the count of a fabric sets the size of a stitch', async () => {
    const el = await studio(api, { niche: 'crossstitch' });
    await soon(() => field(el, 'fabric'));
    await type(el, 'fabric', '14');
    await el.generate();
    expect(api.paid[0]!.body).toMatchObject({ unit_width_cm: 0.1814, unit_height_cm: 0.1814 });
  });

  it('more than the picture can show is said, with a size that it can', async () => {
    const el = await studio(api, { 'width-cm': 300 }, await photo(100, 100));
    await soon(() => part(el, 'warning'));
    expect(part(el, 'warning').textContent).toMatch(/fewer dots/);
    // Below the button, where it comes and goes without moving that; a sign stands with the numbers.
    const { bottom } = part(el, 'generate-button').getBoundingClientRect();
    expect(part(el, 'warning').getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom);
    expect(part(el, 'studio-grid').querySelector('svg')).not.toBeNull();
    press(el, 'fix-button');
    await el.updateComplete;
    expect(+field(el, 'widthCm').value).toBeLessThanOrEqual(103);
    await soon(() => !part(el, 'warning'));
  });

  it('a design that is kept already is said to be, and shown without a use', async () => {
    const el = await studio(api);
    const file = el.image;
    await el.generate();
    el.reset();
    el.image = file;
    await soon(() => /made this one/.test(part(el, 'warning')?.textContent ?? ''));
    press(el, 'fix-button');
    await soon(() => el.state === 'done');
    expect(api.paid).toHaveLength(1);
  });
});

describe('the frame', () => {
  const opened = async () => {
    const el = await studio(api);
    press(el, 'studio-tool');
    await soon(() => part(el, 'crop-frame'));
    await frame();
    return el;
  };

  it('keys: plus zooms, arrows move, Shift and arrows resize, Home shows all', async () => {
    const el = await opened();
    const held = part(el, 'crop-frame');
    held.focus();
    key(held, '+');
    const { crop } = el.adjustments!;
    expect(crop!.width).toBeCloseTo(1 / 1.1, 3);
    expect(crop!.width).toBeCloseTo(crop!.height, 3);
    key(held, 'ArrowRight');
    expect(el.adjustments!.crop!.x).toBeGreaterThan(crop!.x);
    expect(el.adjustments!.crop!.width).toBe(crop!.width);
    key(held, 'ArrowLeft', { shiftKey: true });
    expect(el.adjustments!.crop!.width).toBeLessThan(crop!.width);
    key(held, 'Home');
    expect(el.adjustments).toBeUndefined();
    expect(el.shadowRoot!.activeElement).toBe(held);
  });

  it('minus goes further away again, and never beyond the picture', async () => {
    const el = await opened();
    const held = part(el, 'crop-frame');
    for (const pressed of ['+', '+', '+', '-']) key(held, pressed);
    expect(el.adjustments!.crop!.width).toBeCloseTo(1.1 ** -2, 3);
    for (let press = 0; press < 5; press++) key(held, '-');
    expect(el.adjustments).toBeUndefined();
  });

  it('its slider brings the picture closer, and back', async () => {
    const el = await opened();
    const slide = async (value: string) => {
      const slider = part<HTMLInputElement>(el, 'slider');
      slider.value = value;
      slider.dispatchEvent(new Event('input'));
      await frame();
    };
    await slide('50');
    expect(el.adjustments!.crop!.width).toBeCloseTo(8 ** -0.5, 2);
    await soon(() => part(el, 'studio-amount').textContent === '2.8 ×');
    await slide('0');
    expect(el.adjustments).toBeUndefined();
  });

  it.each([
    [1, 1],
    [2, 4 / 3],
    [3, 3 / 4],
  ])('shape %i of the row is taken to the pixel, and the piece follows', async (index, shape) => {
    const el = await opened();
    press(el, 'studio-choice', index);
    const { width, height } = el.adjustments!.crop!;
    expect((width * 120) / (height * 80)).toBeCloseTo(shape, 2);
    await el.updateComplete;
    await soon(() => Math.abs(+field(el, 'widthCm').value / +field(el, 'heightCm').value - shape) < 0.02);
    press(el, 'studio-choice', 0);
    expect(el.adjustments).toBeUndefined();
  });

  it('free, any edge is a handle and the height follows the frame; locked, its shape stays', async () => {
    const el = await opened();
    expect(parts(el, 'crop-handle')).toHaveLength(4);
    press(el, 'studio-choice', 4);
    await soon(() => parts(el, 'crop-handle').length === 8);
    const right = parts(el, 'crop-handle').find(({ dataset }) => dataset.hold === '1 0')!;
    for (let press = 0; press < 10; press++) key(right, 'ArrowLeft');
    const { width, height } = el.adjustments!.crop!;
    expect(height).toBe(1);
    expect(width).toBeLessThan(0.9);
    await el.updateComplete;
    await soon(() => Math.abs(+field(el, 'heightCm').value - 20 / (width * 1.5)) < 0.11);
    press(el, 'studio-choice', 4);
    await soon(() => parts(el, 'crop-handle').length === 4);
    const held = part(el, 'crop-frame');
    key(held, 'ArrowLeft', { shiftKey: true });
    const after = el.adjustments!.crop!;
    expect(after.width / after.height).toBeCloseTo(width / height, 1);
  });

  it('a double press fits; a page that fixed its size keeps the shape', async () => {
    const el = await studio(api, { 'width-cm': 20, 'height-cm': 20, controls: 'image' });
    press(el, 'studio-tool');
    await soon(() => part(el, 'crop-frame'));
    const held = part(el, 'crop-frame');
    key(held, '+');
    const { width, height } = el.adjustments!.crop!;
    expect((width * 120) / (height * 80)).toBeCloseTo(1, 2);
    held.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(el.adjustments!.crop).toMatchObject({ y: 0, height: 1 });
    expect(parts(el, 'crop-handle')).toHaveLength(4);
  });

  it('the wheel brings what is under the pointer closer', async () => {
    const el = await opened();
    const box = part(el, 'crop-frame').getBoundingClientRect();
    const wheel = new WheelEvent('wheel', { deltaY: -200, clientX: box.x, clientY: box.y, bubbles: true, cancelable: true });
    part(el, 'crop-frame').dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(true);
    expect(el.adjustments!.crop).toMatchObject({ x: 0, y: 0 });
  });
});

describe('what a page offers', () => {
  it.each([
    ['none', []],
    ['turn', ['turn-button', 'mirror-button', 'size-input']],
    ['size light', ['studio-tool', 'studio-lock', 'size-input']],
  ])('studio="%s"', async (studio, shown) => {
    const el = await ready(api, { studio, 'height-cm': undefined });
    await soon(() => (studio === 'none' ? el.state === 'ready' : part(el, 'cropper')));
    await el.updateComplete;
    const all = ['studio-tool', 'turn-button', 'mirror-button', 'studio-lock', 'size-input', 'draft'];
    expect(all.filter((name) => part(el, name))).toEqual(shown);
    expect(!!field(el, 'widthCm')).toBe(true);
  });

  it('a visitor who may change nothing has no studio', async () => {
    const el = await ready(api, { controls: 'none' });
    await soon(() => api.to('/usage').length);
    expect(part(el, 'cropper')).toBeUndefined();
  });

  it('Picsart: crop, turn and light without sizes', async () => {
    const el = await ready(api, { provider: 'picsart', endpoint: api.endpoint });
    await soon(() => part(el, 'cropper'));
    expect(part(el, 'studio-size')).toBeUndefined();
    press(el, 'turn-button');
    await el.generate();
    expect(api.paid).toHaveLength(1);
  });

  it('Picsart: the draft is the tiling that it makes, and follows what is asked for', async () => {
    const el = await ready(api, { provider: 'picsart', endpoint: api.endpoint, width: '800', height: '400' });
    const drafts = heard(el, 'pattern-draft');
    el.image = await photo();
    await soon(() => part(el, 'compare'));
    expect(drafts[0]).toMatchObject({ columns: 0, rows: 0, colors: 0, units: 0 });
    expect(part(el, 'draft-note').textContent).toBe('Draft, free');
    const { width, height } = part(el, 'draft-canvas').getBoundingClientRect();
    expect(width / height).toBeCloseTo(2, 1);
    expect(part(el, 'size-summary')).toBeUndefined();
    await type(el, 'pattern', 'mirror');
    await soon(() => drafts.length > 1);
    expect(api.paid).toEqual([]);
    expect(api.to('/colors')).toEqual([]);
  });

  it('disabled switches it off', async () => {
    const el = await studio(api);
    el.disabled = true;
    await el.updateComplete;
    expect(parts(el, 'turn-button').every((it) => (it as HTMLButtonElement).disabled)).toBe(true);
  });

  it('goes when the pattern is there, and comes back with the picture', async () => {
    const el = await done(api);
    expect(part(el, 'cropper')).toBeUndefined();
    button(el, 'again').click();
    await soon(() => part(el, 'cropper'));
  });
});

describe.each<[string, string, string | undefined, string]>([
  ['light', 'light', undefined, 'en'],
  ['dark', 'dark', undefined, 'en'],
  ['right to left', 'light', 'rtl', 'ar'],
])('%s', (_, scheme, dir, lang) => {
  it.each(['nothing', 'crop', 'light'])('is accessible with %s open', async (open) => {
    const el = await studio(api, { dir, lang, niche: 'crossstitch' });
    el.style.colorScheme = scheme;
    if (open !== 'nothing') press(el, 'studio-tool', open === 'crop' ? 0 : 1);
    await frame();
    await frame();
    await chaiExpect(el).to.be.accessible();
  });
});
