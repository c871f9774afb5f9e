import type { PatternGenerator } from '../../src/index.js';
import { FakeApi, json, refusal } from './support/fake-api.js';
import {
  button,
  done,
  failure,
  field,
  inState,
  markup,
  part,
  parts,
  picture,
  ready,
  soon,
  type,
  widget,
} from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));
afterEach(() => {
  for (const style of document.querySelectorAll('style[data-test]')) style.remove();
  document.documentElement.removeAttribute('style');
});

function pageStyle(css: string): void {
  const style = document.head.appendChild(document.createElement('style'));
  style.dataset.test = '';
  style.textContent = css;
}

/** A widget in a page of this width, inside a parent with this style. */
async function inside(width: number, parent: string, attributes = {}): Promise<PatternGenerator> {
  const page = document.createElement('div');
  page.style.cssText = `position: relative; width: ${width}px`;
  page.innerHTML = `<div style="${parent}">${markup(api, attributes)}</div>`;
  document.body.append(page);
  onTestFinished(() => page.remove());
  const el = page.querySelector('pattern-generator')!;
  await inState(el, 'empty');
  return el;
}

const width = (el: Element) => el.getBoundingClientRect().width;

describe('parents that ask how wide it would like to be', () => {
  const parents: Record<string, string> = {
    'a centred flex box': 'display: flex; justify-content: center',
    'a centred flex column': 'display: flex; flex-direction: column; align-items: center',
    'a centred grid': 'display: grid; place-items: center',
    'a float': 'float: left',
    'an inline block': 'display: inline-block',
    'fit-content': 'width: fit-content; margin: auto',
    'an absolute box': 'position: absolute; inset-inline-start: 0',
    'a table cell': 'display: table-cell',
  };
  it.each(Object.entries(parents))('%s: wide where there is room, and no wider than a phone', async (_, style) => {
    const wide = await inside(1000, style);
    expect(width(wide)).toBeGreaterThan(420);
    expect(width(wide)).toBeLessThanOrEqual(1000);
    const narrow = await inside(280, style);
    expect(width(narrow)).toBeLessThanOrEqual(280.5);
    expect(width(narrow)).toBeGreaterThan(200);
  });

  it('a block is filled', async () => expect(width(await inside(700, 'display: block'))).toBe(700));
});

describe('the page’s own text styles', () => {
  it('stop at the widget', async () => {
    const plain = await widget(api);
    const names = [
      'textAlign',
      'textTransform',
      'letterSpacing',
      'whiteSpace',
      'textShadow',
      'textIndent',
      'hyphens',
      'wordSpacing',
      'fontStyle',
      'fontVariant',
      'lineHeight',
      'fontSize',
      'color',
      'cursor',
      'listStyleType',
    ] as const;
    const looks = (el: PatternGenerator) =>
      ['label', 'hint', 'input', 'heading', 'generate-button'].map((name) => {
        const style = getComputedStyle(part(el, name));
        return names.map((property) => `${name} ${property}: ${style[property]}`);
      });
    const expected = looks(plain);
    pageStyle(`body, pattern-generator { text-align: right; text-transform: uppercase; letter-spacing: 3px; white-space: nowrap;
      text-shadow: 0 0 4px red; text-indent: 40px; hyphens: auto; word-spacing: 9px; font: italic small-caps 31px/3 serif;
      cursor: crosshair; list-style: square; line-height: 3 }
      body { color: hotpink }
      * { letter-spacing: 3px }`);
    expect(looks(plain)).toEqual(expected);
  });

  it('visibility and colour scheme do come through', async () => {
    const el = await widget(api);
    el.style.visibility = 'hidden';
    expect(getComputedStyle(part(el, 'label')).visibility).toBe('hidden');
  });
});

describe('the visitor’s text size', () => {
  it.each([100, 200])('at %s percent and 280 px nothing is cut and nothing goes sideways', async (percent) => {
    document.documentElement.style.fontSize = percent + '%';
    const el = await inside(280, '', { usage: 'always', 'contact-url': '/help', lang: 'de' });
    expect(getComputedStyle(part(el, 'label')).fontSize).toBe(`${(0.875 * 16 * percent) / 100}px`);
    expect(cut(el)).toEqual([]);
    el.image = await picture();
    await soon(() => part(el, 'studio-grid'));
    for (const tool of parts(el, 'studio-tool')) {
      tool.click();
      await soon(() => tool.ariaExpanded === 'true');
      expect(cut(el)).toEqual([]);
    }
    await type(el, 'widthCm', '3');
    await failure(el.generate());
    await inState(el, 'error');
    expect(cut(el)).toEqual([]);
    const shown = await done(api, { usage: 'always', lang: 'de' });
    el.parentElement!.replaceChildren(shown);
    await soon(() => part(shown, 'slider'));
    expect(cut(shown)).toEqual([]);
    expect(width(part(shown, 'slider'))).toBeGreaterThanOrEqual(160);
    const [name, percentage] = [part(shown, 'name'), part(shown, 'percentage')].map((it) => it.getBoundingClientRect());
    expect(percentage!.top).toBeGreaterThanOrEqual(name!.top);
  });

  /** What reaches out of the widget, or out of a box that hides the rest. */
  function cut(el: PatternGenerator): string[] {
    const { left, right } = el.getBoundingClientRect();
    return [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part]')]
      .filter((node) => {
        if (
          node.closest(
            '[part=runs], [part=minimap], [part=file], [part~=silent], [part~=cropper], [part=alert]:empty, [part=history-list]',
          )
        )
          return false;
        const box = node.getBoundingClientRect();
        if (!box.width) return false;
        const { overflowX } = getComputedStyle(node);
        const hides = (overflowX !== 'visible' || node.matches('button')) && node.scrollWidth > node.clientWidth + 1;
        return box.right > right + 0.5 || box.left < left - 0.5 || hides;
      })
      .map((node) => node.getAttribute('part')!);
  }
});

describe('contrast', () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const rgb = (color: string): number[] => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (color: string) => {
    const [r, g, b] = rgb(color).map((value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (one: string, other: string) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright! + 0.05) / (dark! + 0.05);
  };

  describe.each(['light', 'dark'])('%s', (scheme) => {
    beforeEach(() => (document.documentElement.style.colorScheme = scheme));

    it('edges of what can be filled in, placeholders, quiet text', async () => {
      const el = await ready(api);
      const surface = getComputedStyle(part(el, 'widget')).backgroundColor;
      for (const name of ['maxColors', 'niche'])
        expect(contrast(getComputedStyle(field(el, name)).borderTopColor, surface)).toBeGreaterThanOrEqual(3);
      expect(contrast(getComputedStyle(button(el, 'generate')).backgroundColor, surface)).toBeGreaterThanOrEqual(3);
      expect(contrast(getComputedStyle(field(el, 'maxColors'), '::placeholder').color, surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(getComputedStyle(part(el, 'label')).color, surface)).toBeGreaterThanOrEqual(4.5);
      el.image = undefined;
      await inState(el, 'empty');
      expect(contrast(getComputedStyle(part(el, 'dropzone')).borderTopColor, surface)).toBeGreaterThanOrEqual(3);
      const off = getComputedStyle(button(el, 'generate'));
      expect(contrast(off.color, off.backgroundColor)).toBeGreaterThanOrEqual(4.5);
    });

    it('the arrow of a list of choices is drawn in the text’s colour', async () => {
      const el = await widget(api);
      const { backgroundImage, color } = getComputedStyle(field(el, 'niche'));
      expect(backgroundImage).toContain(color);
    });

    it('messages', async () => {
      const el = await ready(api, { 'contact-url': '/help' });
      api.script('/generate', refusal(401, 'INVALID_API_KEY'));
      await failure(el.generate());
      await inState(el, 'error');
      const box = getComputedStyle(part(el, 'message'));
      expect(contrast(getComputedStyle(part(el, 'alert')).color, box.backgroundColor)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(box.borderInlineStartColor, box.backgroundColor)).toBeGreaterThanOrEqual(3);
    });
  });

  const relative = CSS.supports('color: lch(from red l c h)');
  it.skipIf(!relative).each(['#000', '#fff', '#ff0', '#00f', '#777', '#767676', '#0a0', 'hotpink', 'oklch(0.7 0.2 150)'])(
    'text on the accent %s is readable without a second property',
    async (accent) => {
      const el = await ready(api);
      el.style.setProperty('--pattern-accent', accent);
      const { color, backgroundColor } = getComputedStyle(button(el, 'generate'));
      expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('the properties for danger, disabled, focus, grid and text size count', async () => {
    const el = await ready(api);
    const set = (name: string, value: string) => el.style.setProperty('--pattern-' + name, value);
    set('danger', 'rgb(1, 2, 3)');
    set('disabled', 'rgb(4, 5, 6)');
    set('focus', 'rgb(7, 8, 9)');
    set('grid', 'rgb(10, 11, 12)');
    set('font-size', '21px');
    await type(el, 'widthCm', '5');
    await failure(el.generate());
    await inState(el, 'error');
    expect(getComputedStyle(part(el, 'message')).borderInlineStartColor).toBe('rgb(1, 2, 3)');
    expect(getComputedStyle(field(el, 'widthCm')).borderTopColor).toBe('rgb(1, 2, 3)');
    field(el, 'heightCm').focus();
    expect(getComputedStyle(field(el, 'heightCm')).outlineColor).toBe('rgb(7, 8, 9)');
    expect(getComputedStyle(part(el, 'widget')).fontSize).toBe('21px');
    el.image = undefined;
    await inState(el, 'empty');
    expect(getComputedStyle(button(el, 'generate')).backgroundColor).toBe('rgb(4, 5, 6)');
    const shown = await done(api);
    shown.style.setProperty('--pattern-grid', 'rgb(10, 11, 12)');
    await soon(() => part(shown, 'canvas'));
    expect(getComputedStyle(part(shown, 'canvas')).columnRuleColor).toBe('rgb(10, 11, 12)');
  });
});

it('meter and progress are parts of our own', async () => {
  const el = await ready(api, { usage: 'always' });
  await el.refreshQuota();
  await el.updateComplete;
  pageStyle('pattern-generator::part(usage-fill), pattern-generator::part(progress-bar) { background: rgb(1, 2, 3) }');
  expect(el.shadowRoot!.querySelector('meter, progress')).toBeNull();
  expect(part(el, 'usage-bar')).toMatchObject({ role: 'meter', ariaLabel: '400 left', ariaValueText: '400 of 500 left' });
  expect(getComputedStyle(part(el, 'usage-fill')).backgroundColor).toBe('rgb(1, 2, 3)');
  expect(width(part(el, 'usage-fill')) / width(part(el, 'usage-bar'))).toBeCloseTo(0.8, 2);
  api.hold('/generate');
  void failure(el.generate());
  await inState(el, 'working');
  expect(part(el, 'progress')).toMatchObject({ role: 'progressbar', ariaLabel: 'Making your pattern…' });
  expect(getComputedStyle(part(el, 'progress-bar')).backgroundColor).toBe('rgb(1, 2, 3)');
});

describe('Escape stops what is going on', () => {
  const escape = (target: EventTarget, init: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true, ...init });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('while it works', async () => {
    const el = await ready(api);
    api.hold('/generate');
    button(el, 'generate').focus();
    button(el, 'generate').click();
    await inState(el, 'working');
    expect(escape(part(el, 'cancel-button'), { isComposing: true })).toBe(false);
    expect(el.state).toBe('working');
    expect(escape(part(el, 'cancel-button'))).toBe(true);
    await inState(el, 'ready');
  });

  it('while it waits, with the focus nowhere', async () => {
    const el = await ready(api);
    api.script('/generate', json({}, 429, { 'Retry-After': '60' }));
    void failure(el.generate());
    await inState(el, 'waiting');
    expect(escape(document.body)).toBe(true);
    await inState(el, 'ready');
    expect(escape(document.body)).toBe(false);
  });

  it('not from elsewhere on the page, nor for a widget that is gone', async () => {
    const el = await ready(api);
    api.hold('/generate');
    void failure(el.generate());
    await inState(el, 'working');
    const other = document.body.appendChild(document.createElement('input'));
    expect(escape(other)).toBe(false);
    expect(el.state).toBe('working');
    other.remove();
    el.remove();
    expect(escape(document.body)).toBe(false);
  });
});

describe('messages', () => {
  it('an error: box, mark, contact as a button, no dead button', async () => {
    const el = await ready(api, { 'contact-url': '/help' });
    const alert = part(el, 'alert');
    expect(alert.role ?? alert.getAttribute('role')).toBe('alert');
    expect(alert.textContent).toBe('');
    api.script('/generate', refusal(401, 'INVALID_API_KEY'));
    await failure(el.generate());
    await inState(el, 'error');
    expect(part(el, 'alert')).toBe(alert);
    expect(alert.textContent).toBe('Pattern making is not available here at the moment.');
    expect([...part(el, 'message').part]).toEqual(['message', 'error']);
    expect(getComputedStyle(part(el, 'message')).borderInlineStartWidth).toBe('4px');
    expect(getComputedStyle(alert, '::before').width).not.toBe('auto');
    expect(part(el, 'contact-link').getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    expect(button(el, 'generate')).toBeUndefined();
  });

  it('used up: the date stands out', async () => {
    api.used = 500;
    const el = await ready(api, { 'contact-url': '/help' });
    await el.refreshQuota();
    await inState(el, 'exhausted');
    expect([...part(el, 'message').part]).toEqual(['message', 'exhausted']);
    const date = part(el, 'message-date');
    expect(date.textContent).toMatch(/\d{4}/);
    expect(+getComputedStyle(date).fontWeight).toBeGreaterThan(+getComputedStyle(part(el, 'alert')).fontWeight);
    expect(part(el, 'contact-link')).toBeDefined();
  });

  it('a wrong field carries its sentence and gets the focus, and the button says Generate', async () => {
    const el = await ready(api);
    await type(el, 'widthCm', '5');
    button(el, 'generate').focus();
    button(el, 'generate').click();
    await inState(el, 'error');
    const input = field(el, 'widthCm');
    await soon(() => el.shadowRoot!.activeElement === input);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const said = el.shadowRoot!.getElementById(input.getAttribute('aria-errormessage')!);
    expect(said!.textContent).toBe('Please enter 10 to 1000.');
    expect(button(el, 'generate').textContent).toContain('Generate pattern');
    expect(api.paid).toEqual([]);
  });

  it('a wrong field does not take the focus from elsewhere on the page', async () => {
    const el = await ready(api);
    const outside = document.body.appendChild(document.createElement('input'));
    outside.focus();
    await type(el, 'widthCm', '5');
    await failure(el.generate());
    await inState(el, 'error');
    await el.updateComplete;
    expect(document.activeElement).toBe(outside);
    outside.remove();
  });

  it('a chosen picture is announced, and the next one too', async () => {
    const el = await ready(api);
    const region = part(el, 'message');
    await soon(() => region.textContent!.trim() === 'Picture chosen.');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(region.textContent!.trim()));
    observer.observe(region, { childList: true, subtree: true, characterData: true });
    el.image = await picture();
    await soon(() => said.at(-1) === 'Picture chosen.');
    expect(said).toContain('');
    observer.disconnect();
  });
});

describe('lang and dir are followed', () => {
  it('by shell and viewer at once', async () => {
    const el = await done(api);
    await soon(() => part(el, 'viewer'));
    el.lang = 'de';
    el.dir = 'rtl';
    await soon(() => button(el, 'again').textContent!.includes('Noch'));
    await soon(() => /Material/.test(part(el, 'materials-title')?.textContent ?? part(el, 'layout').textContent!));
    expect(getComputedStyle(part(el, 'runs')).direction).toBe('ltr');
    expect(getComputedStyle(part(el, 'actions')).direction).toBe('rtl');
    expect(parts(el, 'arrow')[0]!.textContent).toBe('→');
  });

  /** Turned in a turn of the page, as a switch of languages does it. */
  const turn = (lang: string, dir: string) => Object.assign(document.documentElement, { lang, dir });
  const direction = (node: Element) => getComputedStyle(node).direction;
  beforeEach(() => {
    const { lang, dir } = document.documentElement;
    onTestFinished(() => void turn(lang, dir));
  });

  it('by the strip', async () => {
    const el = await done(api);
    el.image = await picture();
    await inState(el, 'ready');
    await el.generate();
    await soon(() => parts(el, 'history-item').length === 2);
    turn('de', 'rtl');
    await soon(() => part(el, 'history-label').textContent!.includes('Deine letzten Muster'));
    const [item] = parts(el, 'history-item');
    expect(item!.textContent).toContain('Mosaik');
    expect(item!.querySelector('[part=history-date]')!.textContent).toMatch(/^\d\d\.\d\d\.\d{4}$/);
    expect(part(el, 'history-remove').ariaLabel).toMatch(/^Mosaik, .* entfernen$/);
    expect(direction(part(el, 'history-list'))).toBe('rtl');
    expect(direction(part(el, 'history-size'))).toBe('ltr');
    const [first, second] = parts(el, 'history-item').map((each) => each.getBoundingClientRect().left);
    expect(first).toBeGreaterThan(second!);
    turn('en', 'ltr');
    await soon(() => part(el, 'history-label').textContent!.includes('Your recent patterns'));
    expect(direction(part(el, 'history-list'))).toBe('ltr');
  });

  it('by the studio, which keeps what was set', async () => {
    const el = await ready(api, { 'width-cm': undefined, 'height-cm': undefined });
    await soon(() => part(el, 'studio-grid'));
    await type(el, 'widthCm', '25.5');
    turn('de', 'rtl');
    await soon(() => part(el, 'turn-button').textContent!.includes('Drehen'));
    await soon(() => part(el, 'size-summary').textContent!.includes('25,5'));
    expect(field(el, 'widthCm').value).toBe('25.5');
    expect(part(el, 'studio').dataset.dir).toBe('rtl');
    expect(direction(part(el, 'studio-size'))).toBe('rtl');
    expect(direction(part(el, 'cropper'))).toBe('ltr');
    expect(part(el, 'studio-grid').firstElementChild!.getAttribute('dir')).toBe('ltr');
    const [width, height] = ['widthCm', 'heightCm'].map((name) => field(el, name).getBoundingClientRect().left);
    expect(width).toBeGreaterThan(height!);
  });

  it('by what is done with a pattern, while it is open', async () => {
    const el = await done(api);
    await soon(() => part(el, 'canvas'));
    part(el, 'work-button').click();
    await soon(() => part(el, 'done-button'));
    for (const tool of parts(el, 'tool')) if (tool.ariaExpanded === 'false') tool.click();
    await soon(() => part(el, 'take-button'));
    turn('de', 'rtl');
    await soon(() => part(el, 'done-button').textContent!.includes('Fertig'));
    await soon(() => part(el, 'take').textContent!.includes('Einkaufsliste kopieren'));
    expect(part(el, 'share-bar').ariaLabel).toBe('Wie viel fertig ist');
    expect(direction(part(el, 'doing-bar'))).toBe('rtl');
    part(el, 'full-button').click();
    await soon(() => part(el, 'full'));
    expect(part(el, 'full').ariaLabel).toBe('Zählmuster');
    part(el, 'full-button').click();
    await soon(() => !part(el, 'full'));
  });
});

it('a field that is drawn anew beside the studio keeps the focus and what was typed', async () => {
  const el = await widget(api);
  field(el, 'widthCm').focus();
  field(el, 'widthCm').value = '37';
  field(el, 'widthCm').dispatchEvent(new Event('input', { bubbles: true }));
  el.image = await picture();
  await soon(() => part(el, 'size-summary'));
  expect((el.shadowRoot!.activeElement as HTMLInputElement).name).toBe('widthCm');
  expect(field(el, 'widthCm').value).toBe('37');
  // As a keyboard types: behind it.
  document.execCommand('insertText', false, '5');
  expect(field(el, 'widthCm').value).toBe('375');
});

describe('what will be kept of a picture', () => {
  it('is framed where the page sets both sizes, and the whole picture is kept where it sets no height', async () => {
    const el = await ready(api, { 'width-cm': 40, 'height-cm': 20, studio: 'none' });
    await soon(() => part(el, 'frame'));
    const frame = part(el, 'frame');
    expect(frame.getAttribute('viewBox')).toBe('0 0 40 20');
    expect(frame.getAttribute('aria-label')).toBe('What is inside the frame becomes the pattern.');
    el.removeAttribute('height-cm');
    await soon(() => !part(el, 'frame'));
    await el.generate();
    // The picture is a square.
    expect(api.paid[0]!.body).toMatchObject({ width_cm: 40, height_cm: 40 });
  });
});

it('works without AbortSignal.any', async () => {
  const { any } = AbortSignal;
  Object.assign(AbortSignal, { any: undefined });
  onTestFinished(() => void Object.assign(AbortSignal, { any }));
  const el = await ready(api);
  api.script('/generate', json({}, 429, { 'Retry-After': '1' }));
  await el.generate();
  await inState(el, 'done');
});
