/** Strings, tokens, byte sequences (one character a byte) and display strings all arrive as strings. */
export type Bare = string | number | boolean | Date;
export type Params = Record<string, Bare | undefined>;
export type Item = [value: Bare, parameters: Params];
export type Member = Item | [items: Item[], parameters: Params];

// One alternative for each bare type: string, token, byte sequence, display string, boolean, date, number.
// A number with too many digits leaves some over, which then fail as a missing delimiter.
const BARE =
  /^(?:"((?:[ !#-[\]-~]|\\["\\])*)"|([A-Za-z*][\w:/!#$%&'*+.^`|~-]*)|:([\w+/=]*):|%"((?:[ !#$&-~]|%[\da-f]{2})*)"|\?([01])|@(-?\d{1,15})|-?\d{1,12}\.\d{1,3}|-?\d{1,15})/;

/** A List of RFC 9651 (https://www.rfc-editor.org/rfc/rfc9651#section-4.2.1); undefined when malformed. */
export function parseList(text: string): Member[] | undefined {
  const take = (pattern: RegExp) => {
    const found = pattern.exec(text);
    if (found) text = text.slice(found[0].length);
    return found;
  };
  // Whatever does not match throws: destructuring null, decoding rubbish.
  const bare = (): Bare => {
    const [all, string, token, bytes, display, boolean, date] = take(BARE)!;
    if (bytes !== undefined) return atob(bytes);
    if (display !== undefined) return decodeURIComponent(display);
    if (boolean) return boolean > '0';
    return string?.replace(/\\(.)/g, '$1') ?? token ?? (date ? new Date(+date * 1000) : +all!);
  };
  const parameters = () => {
    const all: Params = {};
    for (let found; (found = take(/^; *([a-z*][a-z\d_.*-]*)(=?)/));) all[found[1]!] = !found[2] || bare();
    return all;
  };
  const item = (): Item => [bare(), parameters()];
  const member = (): Member => (take(/^\(/) ? [many(item, /^ +|^(?=\))/, /^\)/), parameters()] : item());
  const many = <T>(read: () => T, separator: RegExp, end: RegExp): T[] => {
    const all: T[] = [];
    for (take(/^ */); !take(end);) {
      all.push(read());
      if (!take(separator)) throw text;
    }
    return all;
  };
  try {
    return many(member, /^[ \t]*(?:,[ \t]*(?!$)|$)/, /^$/);
  } catch {
    return;
  }
}
