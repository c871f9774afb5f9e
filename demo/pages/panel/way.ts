import { find } from '../make.js';

/** What the widget is given; a key in a page is for trials only. */
const WAYS: Record<string, Record<string, string>> = {
  proxy: { endpoint: '/patterns' },
  direct: { endpoint: '/', 'api-key': 'px_live_demo' },
};

/** The switch between the shop's proxy and the API itself. */
export function offerWays(widget: HTMLElement): void {
  const form = find<HTMLFormElement>('#way');
  const apply = () => {
    const way = WAYS[new FormData(form).get('way') as string]!;
    for (const name of ['endpoint', 'api-key'])
      if (name in way) widget.setAttribute(name, way[name]!);
      else widget.removeAttribute(name);
    const inside = Object.entries(way).map(([name, value]) => `${name}="${value}"`);
    find('#tag').textContent = `<pattern-generator ${inside.join(' ')}>`;
  };
  form.addEventListener('change', apply);
  apply(); // a browser that comes back remembers what was chosen
}
