import { startWebKit } from '../support/webkit-driver.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** As WebDriver calls them (17.4.2, "keyboard actions"). */
export const KEYS = { Shift: '\uE008', Tab: '\uE004', Enter: '\uE007', ArrowLeft: '\uE012' };

/** Between two looks, which take turns from the page. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 30));

/** The system's WebKit over plain WebDriver: just what the journeys here need. */
export class WebKit {
  #url: string;
  #stop: () => void;

  private constructor(url: string, stop: () => void) {
    this.#url = url;
    this.#stop = stop;
  }

  static async start(): Promise<WebKit> {
    const { port, capabilities, stop } = await startWebKit();
    const driver = new WebKit(`http://127.0.0.1:${port}/session`, stop);
    const { sessionId } = await driver.#call('', { capabilities: { alwaysMatch: capabilities } });
    driver.#url += '/' + sessionId;
    await driver.#call('/timeouts', { script: 20_000 });
    return driver;
  }

  async stop(): Promise<void> {
    await fetch(this.#url, { method: 'DELETE' }).catch(() => {});
    this.#stop();
  }

  async #call(path: string, body?: object): Promise<any> {
    const response = await fetch(this.#url + path, body && { method: 'POST', body: JSON.stringify(body) });
    const { value } = (await response.json()) as any;
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  goTo = (url: string) => this.#call('/url', { url });
  reload = () => this.#call('/refresh', {});
  windows = (): Promise<string[]> => this.#call('/window/handles');
  switchTo = (handle: string) => this.#call('/window', { handle });
  async newTab(): Promise<string> {
    const { handle } = await this.#call('/window/new', { type: 'tab' });
    await this.switchTo(handle);
    return handle;
  }

  /** Into the first frame of the page, until the next page. */
  async enterFrame(): Promise<void> {
    await this.#call('/frame', { id: await this.run(() => document.querySelector('iframe')) });
  }

  /** Runs a function in the page, with values that JSON can carry; elements go in and come out as they are. */
  run<Result>(script: (...args: any[]) => Result, ...args: unknown[]): Promise<Awaited<Result>> {
    const body = `const done = arguments[arguments.length - 1];
      Promise.resolve((${script})(...arguments)).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    return this.#call('/execute/async', { script: body, args }).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  }

  /** Waits until a function of the page says yes. */
  async until(script: (...args: any[]) => unknown, ...args: unknown[]): Promise<void> {
    const end = Date.now() + 15_000;
    while (!(await this.run(script, ...args))) {
      if (Date.now() > end) throw new Error(`Not in 15 s: ${script}`);
      await breath();
    }
  }

  /** A part of the (first) widget of the page, as WebDriver wants it. */
  async part(name: string): Promise<string> {
    const find = (name: string) => document.querySelector('pattern-generator')!.shadowRoot!.querySelector(`[part~="${name}"]`);
    await this.until(
      (name: string) => !!document.querySelector('pattern-generator')?.shadowRoot?.querySelector(`[part~="${name}"]`),
      name,
    );
    return ((await this.run(find, name)) as any)[ELEMENT];
  }
  click = async (part: string) => this.#call(`/element/${await this.part(part)}/click`, {});
  choose = async (file: string) => this.#call(`/element/${await this.part('file')}/value`, { text: file });
  text = async (part: string): Promise<string> =>
    this.run(
      (name: string) =>
        document.querySelector('pattern-generator')!.shadowRoot!.querySelector(`[part~="${name}"]`)?.textContent?.trim() ?? '',
      part,
    );
  /** Waits until a part says this among other things. */
  says = (part: string, text: string) =>
    this.until(
      (name: string, text: string) =>
        document.querySelector('pattern-generator')?.shadowRoot?.querySelector(`[part~="${name}"]`)?.textContent?.includes(text),
      part,
      text,
    );
  /** A key for whatever has the focus, with others held down. */
  async press(key: string, ...held: string[]): Promise<void> {
    const keys = [...held, key];
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.reverse().map((value) => ({ type: 'keyUp', value }));
    await this.#call('/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
  }
  /** From one field to the next (with Shift: the one before) until a part has the focus. */
  async tabTo(part: string, ...held: string[]): Promise<void> {
    const focused = () =>
      document.querySelector('pattern-generator')!.shadowRoot!.activeElement?.getAttribute('part')?.split(' ') ?? [];
    for (let step = 0; step < 40; step++) {
      await this.press(KEYS.Tab, ...held);
      if ((await this.run(focused)).includes(part)) return;
    }
    throw new Error(`Tab does not lead to ${part}`);
  }
  /** Waits until the widget is in a state. */
  async state(state: string): Promise<void> {
    const now = () => {
      const widget = document.querySelector('pattern-generator');
      return [
        widget?.getAttribute('state') ?? '',
        widget?.shadowRoot?.querySelector('[part~=message]')?.textContent?.trim(),
      ].join(': ');
    };
    const end = Date.now() + 15_000;
    for (let seen = ''; (seen = await this.run(now)).split(':')[0] !== state; await breath())
      if (Date.now() > end) throw new Error(`Not ${state} in 15 s, but ${seen}`);
  }
}
