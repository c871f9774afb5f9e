const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The page's own lines: script, element with the given attributes, and the theme where one was chosen. */
export function snippet(attributes: Record<string, string | true>, theme: Record<string, string>): string {
  const inside = Object.entries(attributes).map(([name, value]) => (value === true ? name : `${name}="${escape(value)}"`));
  const lines = [
    '<script type="module" src="/dist/pattern-generator.js"></script>',
    inside.length > 2
      ? `<pattern-generator\n  ${inside.join('\n  ')}\n></pattern-generator>`
      : `<pattern-generator ${inside.join(' ')}></pattern-generator>`,
  ];
  const rules = Object.entries(theme).map(([name, value]) => `  ${name}: ${value};`);
  if (rules.length) lines.push(`<style>\n  pattern-generator {\n  ${rules.join('\n  ')}\n  }\n</style>`);
  return lines.join('\n');
}
