import { FakeApi } from './support/fake-api.js';
import { button, done, field, heard, inState, picture, pictureFile, ready, soon, widget } from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));

describe('a property holds what was meant', () => {
  it.each<[attribute: string, property: string, written: string, meant: unknown]>([
    ['timeout', 'timeout', '45', 45],
    ['max-wait', 'maxWait', '0', 0],
    ['width-cm', 'widthCm', '25.5', 25.5],
    ['width-cm', 'widthCm', 'wide', 'wide'],
    ['no-pdf', 'noPdf', '', true],
    ['no-pdf', 'noPdf', 'false', false],
    ['disabled', 'disabled', 'false', false],
    ['cache', 'cache', 'off', 'off'],
  ])('%s, or %s, = %j', async (attribute, property, written, meant) => {
    const el = (await widget(api, { [attribute]: written })) as any;
    expect(el[property]).toBe(meant);
    const other = (await widget(api, { [attribute]: undefined })) as any;
    other[property] = written;
    expect(other[property]).toBe(meant);
  });

  it.each<[string, string, unknown]>([
    ['timeout', 'timeout', 60],
    ['usage', 'usage', 'low'],
    ['width-cm', 'widthCm', undefined],
    ['disabled', 'disabled', false],
  ])('%s taken away, or %s set to nothing, is the default', async (attribute, property, initial) => {
    const el = (await widget(api, { [attribute]: '7' })) as any;
    el.removeAttribute(attribute);
    expect(el[property]).toBe(initial);
    for (const nothing of [undefined, null]) {
      el[property] = '7';
      el[property] = nothing;
      expect(el[property]).toBe(initial);
    }
  });

  it('no-pdf="false" leaves the PDF button, disabled="false" the widget on', async () => {
    const el = await done(api, { 'no-pdf': 'false', disabled: 'false' });
    expect(button(el, 'pdf')).toBeDefined();
  });
});

describe('the picture that is there already, set again, changes nothing', () => {
  it.each<[string, (el: HTMLElement) => Promise<unknown>, () => Promise<unknown>]>([
    ['the same file', () => picture(), async () => undefined],
    ['the same address', async () => 'https://pictures.test/cat.jpg', async () => 'https://pictures.test/cat.jpg'],
    [
      'the same URL in another object',
      async () => new URL('https://pictures.test/cat.jpg'),
      async () => new URL('https://pictures.test/cat.jpg'),
    ],
  ])('%s: neither the press nor the result is lost', async (_, first, second) => {
    const el = await widget(api);
    const image = await first(el);
    const again = (await second()) ?? image;
    el.image = image as never;
    await inState(el, 'ready');
    const held = api.hold('/generate');
    const promise = el.generate();
    await inState(el, 'working');
    el.image = again as never;
    held.letGo();
    await promise;
    await inState(el, 'done');
    el.image = again as never;
    await el.updateComplete;
    expect([el.state, el.result]).toEqual(['done', await promise]);
  });

  it('nothing, while there is nothing, leaves what is said', async () => {
    const el = await widget(api);
    el.image = new Blob(['hello']);
    await inState(el, 'error');
    el.image = undefined;
    await el.updateComplete;
    expect(el.error?.code).toBe('image-invalid');
  });
});

describe('undefined takes back what the page said, and not what the visitor chose', () => {
  const choose = (el: HTMLElement, file: File) => {
    const files = new DataTransfer();
    files.items.add(file);
    const input = el.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  it.each([false, true])('the page had a picture: %s', async (had) => {
    const el = await widget(api);
    if (had) {
      el.image = await picture();
      await inState(el, 'ready');
    }
    const file = await pictureFile();
    choose(el, file);
    await soon(() => el.image === file && el.state === 'ready');
    el.image = undefined;
    expect(el.image).toBe(file);
    await el.generate();
    el.image = undefined;
    await el.updateComplete;
    expect(el.state).toBe('done');
    el.image = null as never;
    await inState(el, 'empty');
  });
  it('the page’s own', async () => {
    const el = await ready(api);
    el.image = undefined;
    await inState(el, 'empty');
  });
});

describe('what stands in the fields counts at the press', () => {
  const stands = async (tell: (input: HTMLInputElement) => void) => {
    const el = await ready(api);
    const input = field(el, 'widthCm') as HTMLInputElement;
    input.value = '30';
    tell(input);
    const promise = el.generate();
    await promise;
    return api.paid.at(-1)!.body.width_cm;
  };
  it('after `input` without `change`', async () => {
    expect(await stands((input) => input.dispatchEvent(new Event('input', { bubbles: true })))).toBe(30);
  });
  it('without any event', async () => expect(await stands(() => {})).toBe(30));

  it('a craft, too', async () => {
    const el = await ready(api);
    await soon(() => (field(el, 'niche') as unknown as HTMLSelectElement).options.length === 2);
    field(el, 'niche').value = 'curtains';
    await el.generate();
    expect(api.paid.at(-1)!.body.niche).toBe('curtains');
  });

  it('a word of the page that is no number is not replaced by the empty field it leaves', async () => {
    const el = await ready(api, { 'width-cm': 'wide' });
    await expect(el.generate()).rejects.toMatchObject({ code: 'parameters-invalid', field: 'widthCm' });
    expect(api.paid).toEqual([]);
  });

  it('a new word of the page goes before what was typed', async () => {
    const el = await ready(api);
    const input = field(el, 'widthCm') as HTMLInputElement;
    input.value = '30';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    el.widthCm = 25;
    await el.updateComplete;
    await el.generate();
    expect(api.paid.at(-1)!.body.width_cm).toBe(25);
  });
});

describe('language and direction are followed', () => {
  const heading = (el: HTMLElement) => el.shadowRoot!.querySelector('[part=heading]')?.textContent;

  it('when `lang` of an ancestor changes, out of shadow trees', async () => {
    const outer = document.body.appendChild(document.createElement('div'));
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const root = inner.attachShadow({ mode: 'open' });
    root.innerHTML = '<pattern-generator></pattern-generator>';
    const el = root.firstElementChild as HTMLElement;
    await soon(() => heading(el) === 'Make your own pattern');
    inner.lang = 'es';
    await soon(() => heading(el) === 'Crea tu propio patrón');
    inner.lang = '';
    outer.lang = 'de';
    await soon(() => /Muster|Vorlage/.test(heading(el)!));
    outer.remove();
  });

  it('by the viewer that is open, and the strip', async () => {
    const el = await done(api);
    const text = () => el.shadowRoot!.textContent!;
    await soon(() => /Materials/.test(text()));
    el.lang = 'es';
    await soon(() => !/Materials/.test(text()) && /Materiales/.test(text()));
    el.strings = { viewerMaterials: 'Mine' };
    await soon(() => /Mine/.test(text()));
  });

  it('not by a widget that is gone', async () => {
    const el = await widget(api);
    el.remove();
    const updates = vi.spyOn(el, 'requestUpdate');
    for (let i = 0; i < 20; i++) {
      document.documentElement.lang = i % 2 ? 'en' : 'fr';
      await new Promise((resolve) => setTimeout(resolve));
    }
    document.documentElement.removeAttribute('lang');
    // What was under way when it went may still come in.
    expect(updates.mock.calls.length).toBeLessThan(5);
  });
});

it('`disabled` while it is on sends nothing', async () => {
  const el = await ready(api, { disabled: true });
  const states = heard(el, 'pattern-state');
  await expect(el.generate()).rejects.toMatchObject({ code: 'cancelled' });
  expect(states).toEqual([]);
  expect(api.paid).toEqual([]);
});
