type Attributes = Record<string, string | number | boolean>;

/** Makes an element that pages can style as `::part(name)`. Content goes in as text, never as markup. */
export function part<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  content: (Node | string)[] = [],
  attributes: Attributes = {},
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  node.append(...content);
  for (const [key, value] of Object.entries({ part: name, ...attributes })) node.setAttribute(key, String(value));
  return node;
}

export const button = (name: string, content: (Node | string)[], attributes: Attributes = {}): HTMLButtonElement =>
  part('button', name, content, { type: 'button', ...attributes });
