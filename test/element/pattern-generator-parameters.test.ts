import { FakeApi } from './support/fake-api.js';
import { button, done, field, inState, message, part, ready, type, widget } from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));
const sent = () => api.paid.at(-1)!.body;
const shown = (el: HTMLElement) =>
  [...el.shadowRoot!.querySelectorAll('[part=input]')].map((input) => input.getAttribute('name'));

describe('whose word counts', () => {
  it('`parameters` goes before attributes, the visitor before both', async () => {
    const el = await ready(api, { 'width-cm': 20 });
    el.parameters = { widthCm: 30, maxColors: 9 };
    await el.updateComplete;
    expect(field(el, 'widthCm').value).toBe('30');
    await type(el, 'widthCm', '40');
    await el.generate();
    expect(sent()).toMatchObject({ width_cm: 40, height_cm: 20, max_colors: 9 });
  });

  it('`parameters` in the API’s own spelling goes before attributes too', async () => {
    const el = await ready(api, { 'width-cm': 20 });
    el.parameters = { width_cm: 30 };
    await el.updateComplete;
    expect(field(el, 'widthCm').value).toBe('30');
    await type(el, 'heightCm', '50');
    await el.generate();
    expect(sent()).toMatchObject({ width_cm: 30, height_cm: 50 });
  });

  it('the page may change its mind after the visitor has typed', async () => {
    const el = await ready(api);
    await type(el, 'widthCm', '40');
    el.setAttribute('width-cm', '60');
    await el.generate();
    expect(sent()).toMatchObject({ width_cm: 60 });
  });

  it('the same `parameters` again, as frameworks set them at every render, leave the visitor’s input alone', async () => {
    const el = await ready(api);
    el.parameters = { maxColors: 9 };
    await el.updateComplete;
    await type(el, 'widthCm', '40');
    el.parameters = { maxColors: 9 };
    await el.updateComplete;
    await el.generate();
    expect(sent()).toMatchObject({ width_cm: 40, max_colors: 9 });
  });

  it('reset() forgets what the visitor typed', async () => {
    const el = await ready(api);
    await type(el, 'widthCm', '40');
    el.reset();
    await inState(el, 'empty');
    expect(field(el, 'widthCm').value).toBe('20');
  });

  it('the picture made is the one of the visitor’s last choice of craft', async () => {
    const el = await ready(api, { 'width-cm': 30 });
    await type(el, 'niche', 'curtains');
    await el.generate();
    // Its unit is the API's own business: what nobody has set is not sent.
    expect(sent()).toMatchObject({ niche: 'curtains', width_cm: 30 });
    for (const name of ['unit_width_cm', 'unit_height_cm', 'color_catalog']) expect(sent()).not.toHaveProperty(name);
    expect(el.result).toMatchObject({ columns: 20, rows: 10, direction: 'columns' });
  });
});

describe('controls', () => {
  it('shows the main ones when nothing is said', async () => {
    const el = await widget(api);
    expect(shown(el)).toEqual(['niche', 'widthCm', 'heightCm', 'maxColors']);
    expect(part(el, 'dropzone')).toBeDefined();
    expect(shown(await widget(api, { provider: 'picsart' }))).toEqual(['pattern', 'width', 'height', 'rotate', 'scale']);
  });

  it('shows those that are named, and a picture only if it is', async () => {
    const el = await widget(api, { controls: 'max-colors  color-catalog\nunit-width-cm' });
    expect(shown(el).sort()).toEqual(['colorCatalog', 'maxColors', 'unitWidthCm']);
    expect(part(el, 'dropzone')).toBeUndefined();
    el.controls = 'image niche';
    await el.updateComplete;
    expect(shown(el)).toEqual(['niche']);
    expect(part(el, 'dropzone')).toBeDefined();
  });

  it('none shows none, and the picture of the page is still made', async () => {
    const el = await ready(api, { controls: 'none' });
    expect(shown(el)).toEqual([]);
    expect(part(el, 'dropzone')).toBeUndefined();
    expect(part(el, 'thumbnail')).toBeDefined();
    button(el, 'generate').click();
    await inState(el, 'done');
  });

  it('offers the crafts that the API has', async () => {
    api.niches = [{ id: 'felt', name: 'Felt balls', default_unit: { width_cm: 2, height_cm: 2 } }];
    const el = await widget(api, { niche: 'felt' });
    const options = () => [...(field(el, 'niche') as HTMLSelectElement).options].map(({ text }) => text);
    await expect.poll(options).toContain('Felt balls');
    expect(options()).toEqual(['Felt balls']);
    await done(api, { niche: 'Felt' });
    expect(sent()).toMatchObject({ niche: 'felt' });
  });

  it('a value out of bounds is named with its bounds, and nothing is sent', async () => {
    const el = await ready(api);
    await type(el, 'widthCm', '5');
    button(el, 'generate').click();
    await inState(el, 'error');
    expect(message(el)).toBe('Please check “Width (cm)”: from 10 to 1000.');
    expect(field(el, 'widthCm').getAttribute('aria-invalid')).toBe('true');
    expect(field(el, 'heightCm').getAttribute('aria-invalid')).toBe('false');
    expect(api.paid).toEqual([]);
    await type(el, 'widthCm', '10');
    await inState(el, 'ready');
  });
});
