import { expect as chaiExpect } from '@open-wc/testing';
import { pack } from '../../src/chart/bits.js';
import type { PatternResult } from '../../src/providers/provider.js';
import * as craft from '../../src/element/panels/craft/craft.js';
import { voice as speak } from '../../src/element/texts/voice.js';
import { result, run, Shelf, show, soon } from './support/stage.js';

describe('keys on the chart', () => {
  it('walk cell by cell, by ten with Shift, to the ends, and every cell is told', async () => {
    const { part, press, walk } = await show();
    const told = () => part('readout').textContent;
    await walk();
    expect(press('ArrowRight')).toBe(false);
    press('Home');
    press('ArrowUp', { shiftKey: true });
    expect(told()).toBe('Column 1, row 1: Rose');
    press('ArrowRight');
    press('ArrowDown');
    expect(told()).toBe('Column 2, row 2: Rose');
    press('End');
    expect(told()).toBe('Column 12, row 2: Navy');
    expect(part('readout').getAttribute('aria-live')).toBe('polite');
    press('ArrowLeft', { shiftKey: true });
    expect(told()).toBe('Column 2, row 2: Rose');
  });

  it('mark a cell, its run, its row; and take that back', async () => {
    const { part, press, walk } = await show();
    const told = () => part('readout').textContent;
    await walk();
    press('ArrowRight');
    press('Home');
    press(' ');
    expect(told()).toMatch(/Column 1, .*Rose · done/);
    press('ArrowRight');
    expect(told()).not.toContain('done');
    press('r');
    expect(told()).toContain('done');
    press('z', { ctrlKey: true });
    expect(told()).not.toContain('done');
    press('l');
    press('End');
    expect(told()).toMatch(/Navy · done/);
  });

  it('lead to cells that no map lies on: it is in the corner that is looked at least', async () => {
    const { part, parts, press, walk } = await show();
    await walk();
    for (let times = 0; times < 4; times++) press('+');
    await soon(() => parts('minimap').length && !part('minimap').hidden, 'the map is there');
    const middle = (name: string) => {
      const { left, top, width, height } = part(name).getBoundingClientRect();
      return [left + width / 2, top + height / 2] as const;
    };
    const corner = () => {
      const [[x, y], [mapX, mapY]] = [middle('canvas'), middle('minimap')];
      return `${mapY < y ? 'top' : 'bottom'} ${mapX < x ? 'left' : 'right'}`;
    };
    press('ArrowRight');
    for (const key of ['End', 'PageDown']) press(key);
    await soon(() => corner() === 'top left', 'the last cell is free');
    for (const key of ['Home', 'PageUp']) press(key);
    await soon(() => corner() === 'bottom right', 'and so is the first');
    // Nor does it lie on what is worked: the last row but one, first run, and then its last one.
    for (const key of ['0', '+']) press(key);
    part('canvas').dispatchEvent(new FocusEvent('blur'));
    for (let row = 0; row < 8; row++) part('next').click();
    await soon(() => corner() === 'top right', 'the run is free');
    parts('run-button').at(-1)!.click();
    await soon(() => corner() === 'top left', 'and so is the last one');
  });

  it('stop once in each list, and walk in it', async () => {
    const { root, parts, part, walk, view } = await show();
    await walk();
    const stops = (name: string) => parts(name).map(({ tabIndex }) => tabIndex);
    const key = (name: string) =>
      root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    expect(stops('material-button')).toEqual([0, -1, -1]);
    part('material-button').focus();
    expect(key('ArrowDown')).toBe(false);
    expect(root.activeElement).toBe(parts('material-button')[1]);
    expect(stops('material-button')).toEqual([-1, 0, -1]);
    key('End');
    expect(key('ArrowDown')).toBe(true);
    expect(root.activeElement).toBe(parts('material-button')[2]);
    key('Home');
    expect(stops('material-button')).toEqual([0, -1, -1]);
    // In the runs Tab stops where one works.
    parts('run-button')[1]!.click();
    expect(stops('run-button')).toEqual([-1, 0, -1]);
    view.update({ result: result(), lang: 'en', speak });
    await soon(
      () => parts('material-button').length === 3 && !parts('material-button').some((each) => each.hasAttribute('tabindex')),
      'without the tools each is a stop',
    );
  });

  it('leave those of the browser alone, and end with the focus', async () => {
    const { part, press, walk } = await show();
    await walk();
    for (const key of ['Tab', 'Escape', 'a']) expect(press(key)).toBe(true);
    expect(press('ArrowRight', { altKey: true })).toBe(true);
    press('ArrowRight');
    part('canvas').blur();
    expect(part('readout').textContent).toContain('Drag');
  });

  it('go to the line and run of a cell with Enter', async () => {
    const { part, press, walk } = await show();
    await walk();
    press('ArrowRight');
    press('End');
    press('PageDown');
    press('Enter');
    expect(part('current-label').textContent).toBe('Row 10');
    expect(part('current-run').textContent).toContain('Navy');
  });
});

describe('work', () => {
  it('goes from run to run, and tells how much is done and what is left of each colour', async () => {
    const { part, parts, work } = await show();
    await work();
    part('done-button').click();
    expect(part('current-run').textContent).toContain('Sage');
    expect(parts('done-run')).toHaveLength(1);
    part('line-done-button').click();
    expect(part('current-label').textContent).toBe('Row 2');
    expect(part('share-text').textContent).toBe('10%');
    expect(parts('left').map(({ textContent }) => textContent)).toEqual(['45 of 50 left', '36 of 40 left', '27 of 30 left']);
    part('undo-button').click();
    part('undo-button').click();
    expect(part('share-text').textContent).toBe('0%');
  });

  it('has the run at hand in the middle of its bar, row after row and in full screen, and lets whoever looks elsewhere', async () => {
    const runs = Array.from({ length: 40 }, (_, at) => run(1, at % 2 ? 'Rose' : 'Navy'));
    const { part, work } = await show({ result: result({ columns: 40, rows: 2, guide: [{ runs }, { runs }] }) });
    await work();
    const bar = part('runs');
    const off = () => {
      const middle = (node: Element) => node.getBoundingClientRect().left + node.clientWidth / 2;
      return Math.abs(middle(part('current-run')) - middle(bar));
    };
    for (let at = 0; at < 20; at++) part('done-button').click();
    expect(part('runs').scrollLeft).toBeGreaterThan(300);
    expect(off()).toBeLessThan(3);
    part('stage').requestFullscreen = () => Promise.reject(new Error('not here'));
    part('full-button').click();
    expect(off()).toBeLessThan(3);
    bar.scrollLeft = 0;
    part('pen-button').click();
    expect(bar.scrollLeft).toBe(0);
    part('next').click();
    expect(bar.scrollLeft).toBe(0);
    part('full-button').click();
  });

  it('a pen marks cells by a stroke, quick as it may be, and one press takes the stroke back', async () => {
    const { part, parts, work } = await show();
    await work();
    part('pen-button').click();
    const canvas = part('canvas');
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const at = (type: string, x: number) =>
      canvas.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, clientX: left + x * width, clientY: top + height / 2, bubbles: true }),
      );
    canvas.setPointerCapture = () => {};
    at('pointerdown', 0.3);
    at('pointermove', 0.8);
    at('pointerup', 0.8);
    const share = parseFloat(part('share-text').textContent!);
    expect(share).toBeGreaterThan(3);
    expect(parts('left')).toHaveLength(3);
    part('undo-button').click();
    expect(part('share-text').textContent).toBe('0%');
  });

  it('a pen marks the cell that is tapped, and none where two fingers zoom', async () => {
    const { part, work } = await show();
    await work();
    part('pen-button').click();
    const canvas = part('canvas');
    canvas.setPointerCapture = () => {};
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const finger = (pointerId: number, type: string, x: number) =>
      canvas.dispatchEvent(
        new PointerEvent(type, { pointerId, clientX: left + x * width, clientY: top + height / 2, bubbles: true }),
      );
    finger(1, 'pointerdown', 0.4);
    finger(1, 'pointermove', 0.402);
    finger(2, 'pointerdown', 0.6);
    finger(2, 'pointermove', 0.8);
    finger(1, 'pointermove', 0.3);
    finger(1, 'pointerup', 0.3);
    finger(2, 'pointerup', 0.8);
    expect(part('share-text').textContent).toBe('0%');
    expect(part('undo-button').getAttribute('aria-disabled')).toBe('true');
    finger(1, 'pointerdown', 0.5);
    finger(1, 'pointerup', 0.5);
    expect(part('share-text').textContent).toBe('0.8%');
    finger(1, 'pointerdown', 0.5);
    finger(1, 'pointercancel', 0.5);
    expect(part('share-text').textContent).toBe('0.8%');
  });

  it('is kept, and goes on where it stopped', async () => {
    const shelf = new Shelf();
    const first = await show({ door: shelf.open() });
    await first.work();
    first.part('done-button').click();
    await soon(() => shelf.saves, 'it is written');
    expect(shelf.kept!.share).toBeCloseTo(5 / 120);
    first.view.unmount();

    const again = await show({ door: shelf.open() });
    await soon(() => again.part('work-button').textContent!.includes('4.2%'), 'it is told where one stopped');
    expect(again.part('current-run').textContent).toContain('Sage');
  });

  it('with a storage that never answers goes on all the same, colours as well', async () => {
    const never = new Promise<never>(() => {});
    const door = { progress: () => never, saveProgress: () => never, onProgress: () => () => {} };
    const { part, parts, work, view } = await show({ door });
    await work();
    part('line-done-button').click();
    part('done-button').click();
    expect(part('share-text').textContent).toBe('14.2%');
    parts('tool')
      .find(({ textContent }) => textContent!.includes('Change colours'))!
      .click();
    part('material-button').click();
    await soon(() => parts('recolor-choice').length, 'colours are offered');
    part('recolor-choice').click();
    await soon(() => parts('material').length === 2, 'two are one');
    expect(() => view.unmount()).not.toThrow();
  });

  it('that is not written yet is written when the viewer goes', async () => {
    const shelf = new Shelf();
    const { part, work, view } = await show({ door: shelf.open() });
    await work();
    part('line-done-button').click();
    view.unmount();
    await soon(() => shelf.saves, 'it is written');
    expect(shelf.kept!.share).toBeCloseTo(0.1);
  });

  it('is the same in all tabs, and nothing of either is lost', async () => {
    const shelf = new Shelf();
    const [one, other] = [await show({ door: shelf.open() }), await show({ door: shelf.open() })];
    await one.work();
    await other.work();
    one.part('done-button').click();
    other.part('next').click();
    other.part('done-button').click();
    const shares = () => [one, other].map(({ part }) => part('share-text').textContent).join();
    await soon(() => shares() === '8.3%,8.3%', 'both know of both');
    expect(shelf.kept!.share).toBeCloseTo(10 / 120);
  });

  it.each([
    ['of another chart', new Uint8Array(3).fill(255).buffer],
    ['of another form', 'rubbish'],
  ])('a record %s harms nothing', async (_, marks) => {
    const shelf = new Shelf();
    shelf.kept = { share: 1, marks: marks as ArrayBuffer };
    const { part, work } = await show({ door: shelf.open() });
    await work();
    expect(part('share-text').textContent).toBe('0%');
    part('done-button').click();
    await soon(() => shelf.saves, 'it is written');
    expect(shelf.kept.share).toBeCloseTo(5 / 120);
  });

  it('a million marks are shown at once', async () => {
    const shelf = new Shelf();
    shelf.kept = { share: 0.5, marks: pack(Uint8Array.from({ length: 1e6 }, (_, at) => at % 2)).buffer };
    const guide = Array.from({ length: 1000 }, () => ({ runs: [run(1000, 'Rose')] }));
    const { part } = await show({ result: result({ columns: 1000, rows: 1000, guide }), door: shelf.open() });
    await soon(() => part('work-button').textContent!.includes('50%'), 'it is read');
  });
});

describe('full screen', () => {
  it('fills the window where there is no other, and gives the stage back', async () => {
    const { host, part, parts, work } = await show();
    await work();
    const stage = part('stage');
    stage.requestFullscreen = () => Promise.reject(new Error('not here'));
    const parent = stage.parentNode;
    part('full-button').click();
    const { width, height } = part('full').getBoundingClientRect();
    // Without the scroll bars, which take room in Firefox.
    const { clientWidth, clientHeight } = document.documentElement;
    expect([width, height]).toEqual([clientWidth, clientHeight]);
    expect(part('full-button').getAttribute('aria-pressed')).toBe('true');
    await chaiExpect(host).to.be.accessible();
    part('full').dispatchEvent(new Event('close'));
    expect(parts('full')).toHaveLength(0);
    expect(stage.parentNode).toBe(parent);
    part('done-button').click();
    expect(part('share-text').textContent).toBe('4.2%');
  });

  it('is left when the viewer goes', async () => {
    const { root, part, work, view } = await show();
    await work();
    part('stage').requestFullscreen = () => Promise.reject(new Error('not here'));
    part('full-button').click();
    view.unmount();
    expect(root.querySelector('dialog')).toBeNull();
  });

  it('keeps the screen awake for as long as it is there', async () => {
    const release = vi.fn(async () => {});
    const request = vi.fn(async () => ({ release }));
    vi.spyOn(navigator, 'wakeLock', 'get').mockReturnValue({ request } as never);
    const { part, work } = await show();
    await work();
    part('stage').requestFullscreen = () => Promise.reject(new Error('not here'));
    part('full-button').click();
    await soon(() => request.mock.calls.length === 1, 'it is asked for');
    part('full-button').click();
    await soon(() => release.mock.calls.length === 1, 'it is let go');
    vi.restoreAllMocks();
  });
});

describe('finding colours', () => {
  const names = (parts: (name: string) => HTMLElement[]) =>
    parts('name').map(({ textContent }) => textContent!.trim().split(' ')[0]);

  it('by name or code, in the order that is wanted, and all are there again when it is put away', async () => {
    const { host, part, parts } = await show();
    const [find] = parts('tool');
    find!.click();
    await soon(() => parts('search').length, 'the field is there');
    const [, code, hue] = parts('order');
    hue!.click();
    expect(names(parts)).toEqual(['Rose', 'Sage', 'Navy']);
    code!.click();
    const search = part('search') as HTMLInputElement;
    const look = (text: string) => {
      search.value = text;
      search.dispatchEvent(new Event('input'));
    };
    look('d2');
    expect(names(parts)).toEqual(['Navy']);
    await chaiExpect(host).to.be.accessible();
    part('material-button').click();
    expect(part('material-button').getAttribute('aria-pressed')).toBe('true');
    look('nothing of that name');
    expect(parts('material')).toHaveLength(0);
    expect(part('none-found').textContent).toContain('No such colour');
    find!.click();
    expect(names(parts)).toEqual(['Rose', 'Sage', 'Navy']);
  });
});

describe('taking along', () => {
  const open = async (more: Partial<PatternResult> = {}) => {
    const saved: { name: string; blob: Promise<Blob> }[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: fetch(this.href).then((answer) => answer.blob()) });
    });
    const shown = await show({ result: result(more) });
    shown.parts('tool').at(-1)!.click();
    await soon(() => shown.parts('take-button').length, 'it is open');
    const press = async (text: string) => {
      const before = saved.length;
      shown
        .parts('take-button')
        .find((each) => each.textContent!.includes(text))!
        .click();
      return async () => {
        await soon(() => saved.length > before, text);
        const { name, blob } = saved.at(-1)!;
        return { name, blob: await blob };
      };
    };
    return { ...shown, press };
  };
  afterEach(() => vi.restoreAllMocks());

  it('a picture of the size that was chosen', async () => {
    const { press, parts, host } = await open();
    await chaiExpect(host).to.be.accessible();
    const sizes = parts('take-button').flatMap(
      ({ textContent }) => /(\d+) × (\d+)/.exec(textContent!)?.slice(1, 3).map(Number) ?? [],
    );
    expect(sizes).toEqual([129, 113, 238, 206, 477, 413]);
    const { name, blob } = await (await press('477 × 413'))();
    expect(name).toMatch(/12x10\.png$/);
    const { width, height } = await createImageBitmap(blob);
    expect([width, height]).toEqual([477, 413]);
  });

  it('the materials as a table, and as a list in the clipboard', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { press, part } = await open();
    const { blob } = await (await press('CSV'))();
    expect((await blob.text()).split('\r\n')[1]).toBe('"D0","Rose","#d04060","50"');
    await press('Copy');
    await soon(() => part('take-told').textContent!.includes('copied'), 'it is told');
    expect(write.mock.calls[0]![0]).toContain('☐ 50 × Rose (D0)');
  });

  it('a list of bricks, where it is bricks', async () => {
    const { press } = await open({ niche: 'lego' });
    const { blob } = await (await press('BrickLink'))();
    expect(await blob.text()).toMatch(/^<INVENTORY>.*<MINQTY>50</);
    expect((await open()).parts('take-button').some((each) => each.textContent!.includes('BrickLink'))).toBe(false);
  });

  describe('sharing', () => {
    /** As a browser offers it; `canShare` tells whether it takes files. */
    const offer = (share: (data: ShareData) => Promise<void>, canShare?: () => boolean) =>
      Object.defineProperties(navigator, {
        share: { value: share, configurable: true },
        canShare: { value: canShare, configurable: true },
      });
    afterEach(() => ['share', 'canShare'].forEach((name) => Reflect.deleteProperty(navigator, name)));
    const settled = ({ parts }: Awaited<ReturnType<typeof open>>) =>
      soon(() => parts('take-button').every((each) => each.ariaDisabled !== 'true'), 'it is over');

    it('hands over the picture, or the address where no files are taken', async () => {
      const shared: ShareData[] = [];
      let files = true;
      offer(
        async (data) => void shared.push(data),
        () => files,
      );
      const shown = await open();
      await shown.press('Share');
      await soon(() => shared.length === 1, 'it is shared');
      const [file] = shared[0]!.files!;
      const { width, height } = await createImageBitmap(file!);
      expect([file!.type, width, height]).toEqual(['image/png', 477, 413]);
      expect(shared[0]!.title).toMatch(/12x10$/);
      await settled(shown);
      files = false;
      await shown.press('Share');
      await soon(() => shared.length === 2, 'it is shared again');
      expect(shared[1]).toEqual({ title: shared[0]!.title, url: location.href });
    });

    it.each([
      ['AbortError', 'closed by the visitor', ''],
      ['NotAllowedError', 'refused', 'The browser did not allow that'],
    ])('%s: %s', async (name, _, told) => {
      const share = vi.fn(() => Promise.reject(new DOMException('', name)));
      offer(share);
      const shown = await open();
      await shown.press('Share');
      await soon(() => share.mock.calls.length, 'it is asked');
      await settled(shown);
      expect(shown.part('take-told').textContent).toBe(told);
    });

    it.skipIf('share' in Navigator.prototype)('is not offered where there is none', async () => {
      expect((await open()).parts('take-button').some((each) => each.textContent!.includes('Share'))).toBe(false);
    });
  });

  it('the progress, and it comes back', async () => {
    const { press, part, work, view } = await open();
    await work();
    part('line-done-button').click();
    const { blob } = await (await press('Save progress'))();
    view.unmount();
    const again = await open();
    const choosers: HTMLInputElement[] = [];
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      choosers.push(this);
    });
    const load = async (file: Blob) => {
      await again.press('Load');
      await soon(() => choosers.length, 'a file is asked for');
      const chooser = choosers.pop()!;
      Object.defineProperty(chooser, 'files', { value: [file] });
      chooser.onchange!(new Event('change'));
    };
    await load(new Blob(['{}']));
    await soon(() => again.part('take-told').textContent!.includes('no progress'), 'it is refused');
    await load(new Blob([(await blob.text()).replace('"columns":12', '"columns":13')]));
    await soon(() => again.part('take-told').textContent!.includes('another pattern'), 'it is another one');
    await load(blob);
    await soon(() => again.part('take-told').textContent!.includes('added'), 'it is there');
    await again.work();
    expect(again.part('share-text').textContent).toBe('10%');
    const offered = () => again.parts('take-button').some(({ textContent }) => textContent!.includes('Only the marks'));
    expect(offered()).toBe(false);
    // What is marked here stays, unless the file alone is wanted; and that can be taken back.
    again.part('line-done-button').click();
    await load(blob);
    await soon(offered, 'the choice is there');
    expect(again.part('share-text').textContent).toBe('20%');
    await again.press('Only the marks');
    await soon(() => again.part('share-text').textContent === '10%', 'the file alone');
    expect(offered()).toBe(false);
    again.part('undo-button').click();
    expect(again.part('share-text').textContent).toBe('20%');
    again.part('undo-button').click();
    again.part('undo-button').click();
    expect(again.part('share-text').textContent).toBe('0%');
  });

  it('where each colour goes, for those who work one after the other', async () => {
    const { host, parts, part } = await open({ colorSummary: [{ color: 'Rose', hex: '#d04060', positions: [] }] });
    parts('take-button')[0]!.click();
    await soon(() => parts('place').length === 3, 'it is told');
    expect(part('place').textContent).toMatch(/Rose\s+Row 1\s+1–5/);
    await chaiExpect(host).to.be.accessible();
  });

  it('on paper: the chart and its legend alone, and nothing of it stays', async () => {
    const { press } = await open();
    const frames = () => document.querySelectorAll('iframe');
    const before = frames().length;
    let printed = '';
    const append = document.body.append.bind(document.body);
    vi.spyOn(document.body, 'append').mockImplementation((...nodes) => {
      const [frame] = nodes as HTMLIFrameElement[];
      frame!.addEventListener('load', () => {
        frame!.contentWindow!.print = () => {
          printed = frame!.contentDocument!.body.textContent!;
          expect(frame!.contentDocument!.images).toHaveLength(1);
          frame!.contentWindow!.dispatchEvent(new Event('afterprint'));
        };
      });
      append(...nodes);
    });
    await press('Print');
    await soon(() => printed, 'it is printed');
    expect(printed).toContain('12x10');
    expect(printed).toContain('Sage');
    expect(frames()).toHaveLength(before);
  });
});

it('reads a row aloud, run by run, and stops at a press', async () => {
  const said: string[] = [];
  let end = () => {};
  vi.spyOn(speechSynthesis, 'speak').mockImplementation((words) => {
    said.push(words.text);
    end = () => words.onend?.(new Event('end') as SpeechSynthesisEvent);
  });
  const { part, work } = await show();
  await work();
  const next = async (text: string) => {
    end();
    await soon(() => said.at(-1) === text, text);
  };
  part('aloud-button').click();
  expect(said).toEqual(['Row 1']);
  await next('5 Rose');
  await next('4 Sage');
  expect(part('current-run').textContent).toContain('Sage');
  part('aloud-button').click();
  end();
  expect(part('aloud-button').getAttribute('aria-pressed')).toBe('false');
  expect(said).toHaveLength(3);
  vi.restoreAllMocks();
});

it('where the file cannot be had nothing is lost, and a press asks again, nothing else', async () => {
  let asked = 0;
  const { part, parts } = await show({
    craft: async () => {
      if (asked++) return craft;
      throw new Error('out of reach');
    },
  });
  part('zoom-in').click();
  await soon(() => asked === 1, 'it is asked for');
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  expect(asked).toBe(1);
  part('work-button').click();
  await soon(() => parts('done-button').length, 'it is there');
  await soon(() => parts('minimap').length && !(parts('minimap')[0] as HTMLCanvasElement).hidden, 'and the map');
});

for (const [look, style] of Object.entries({
  light: 'color-scheme: light',
  dark: 'color-scheme: dark; background: #1d1a17',
  rtl: 'direction: rtl',
}))
  it(`is accessible at work: ${look}`, async () => {
    const { host, part, work } = await show();
    host.setAttribute('style', 'width: 600px; ' + style);
    await work();
    part('done-button').click();
    await chaiExpect(host).to.be.accessible();
  });
