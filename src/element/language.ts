/** The language of the nearest ancestor that has one, out of every shadow tree; '' where that is no language tag. */
export function languageOf(element: Element): string {
  let node: Node | null = element;
  while (node && !(node as HTMLElement).lang) node = node.parentNode ?? (node as ShadowRoot).host;
  try {
    return Intl.getCanonicalLocales((node as HTMLElement)?.lang)[0] ?? '';
  } catch {
    return '';
  }
}
