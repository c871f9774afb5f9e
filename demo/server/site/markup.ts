/** Text that is HTML already. */
export class Markup {
  constructor(readonly text: string) {}
}

type Content = Markup | string | number | undefined | false | Content[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escape = (text: string) => text.replace(/[&<>"]/g, (char) => ESCAPES[char]!);

function written(content: Content): string {
  if (content === undefined || content === false) return '';
  if (Array.isArray(content)) return content.map(written).join('');
  return content instanceof Markup ? content.text : escape(String(content));
}

/** HTML with what is put in escaped. */
export const markup = (strings: TemplateStringsArray, ...values: Content[]) =>
  new Markup(strings.reduce((text, part, i) => text + written(values[i - 1]) + part));

/** A sentence of a comment: `code`, and nothing else of Markdown. */
export const prose = (text: string) =>
  new Markup(escape(text).replace(/`([^`]+)`/g, (_, code: string) => `<code>${code}</code>`));

/** ` name="value"` for each; without a value for true, nothing for what is false or absent. */
export const attributes = (all: Record<string, string | number | boolean | undefined>) =>
  new Markup(
    Object.entries(all)
      .map(([name, value]) => {
        if (value === undefined || value === false) return '';
        return value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
      })
      .join(''),
  );
