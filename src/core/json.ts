import { nextTurn } from './slices.js';

/** Letters that are read in one go, in 15 to 30 ms; the largest answers, of 48 MB, would take 400 and more. */
export const PIECE = 3e6;
/** What is nested deeper, and larger than a piece there, is nobody's answer. */
const DEEPEST = 32;

const BLANK = /[ \t\n\r]*/y;
/** Of a string, as much as an engine can go back over: ten million of its escapes at once are too many. */
const LETTERS = /[^"\\]*(?:\\[^][^"\\]*){0,9999}/y;

/**
 * What `JSON.parse` makes of a text, and it throws where that does. A longer one, which must be a list or an object, is read in turns,
 * so that it does not keep a page from anything: what is larger than a piece by stretches of its entries.
 */
export async function parseJson(text: string, piece = PIECE): Promise<unknown> {
  if (text.length <= piece) return JSON.parse(text);
  let at = 0;
  const demand = (right: unknown) => right || JSON.parse(''); // which throws
  const skip = (what: RegExp) => {
    what.lastIndex = at;
    demand(what.test(text));
    at = what.lastIndex;
    return text[at];
  };
  const skipString = () => {
    demand(text[at++] === '"');
    while (skip(LETTERS) === '\\') demand(text[at + 1]);
    demand(text[at++] === '"');
  };

  /** As many entries, from here on, as make up a piece. Undefined: the first of them is a list or an object that is larger. */
  const stretch = () => {
    const from = at;
    let end: number | undefined;
    for (let depth = 0; ; at++) {
      if (at - from > piece && (depth || end)) break;
      const sign = text[at];
      demand(sign);
      if (sign === '"') {
        skipString();
        at--;
      } else if (sign === '[' || sign === '{') depth++;
      else if (sign === ',') end = depth ? end : at;
      else if ((sign === ']' || sign === '}') && !depth--) {
        end = at;
        break;
      }
    }
    at = end ?? from;
    return end === undefined ? end : text.slice(from, end);
  };

  const whole = async (depth: number): Promise<unknown> => {
    const open = skip(BLANK)!;
    const isList = open === '[';
    demand(depth < DEEPEST && (isList || open === '{'));
    const close = isList ? ']' : '}';
    const list: unknown[] = [];
    const object: Record<string, unknown> = {};
    do {
      const isFirst = text[at++] === open;
      skip(BLANK);
      const part = stretch();
      let read;
      if (part !== undefined) {
        demand(part || (isFirst && text[at] === close));
        read = JSON.parse(open + part + close);
        await nextTurn();
      } else if (isList) read = [await whole(depth + 1)];
      else {
        const from = at;
        skipString();
        demand(skip(BLANK) === ':');
        const name = JSON.parse(text.slice(from, at++));
        read = { [name]: await whole(depth + 1) };
      }
      // One by one: as arguments they are too many, and put together in a new list each time they are copied as often.
      if (isList) for (const one of read) list.push(one);
      // Defined and not assigned: `__proto__` is a name like others here.
      else
        for (const name of Object.keys(read))
          Object.defineProperty(object, name, { value: read[name], configurable: true, enumerable: true, writable: true });
    } while (skip(BLANK) === ',');
    demand(text[at++] === close);
    return isList ? list : object;
  };

  await nextTurn(); // in that of its arrival it is stored
  const read = await whole(0);
  demand(!skip(BLANK));
  await nextTurn(); // what comes of it is work, too
  return read;
}
