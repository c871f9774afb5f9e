export const find = <T extends Element = HTMLElement>(selector: string) => document.querySelector<T>(selector)!;

/** An element with properties and content; text stays text. */
export function make(tag: string, properties: object = {}, ...content: (Node | string)[]): HTMLElement {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}
