import fc from 'fast-check';
import { parseJson } from '../../../src/core/json.js';
import { HUGE } from '../../support/huge-answers.js';

const outcome = async (read: () => unknown) => {
  try {
    // As a text, so that an own `__proto__` counts and the order of names does.
    return JSON.stringify(await read());
  } catch (error) {
    return (error as Error).name;
  }
};

/** However small the pieces are. */
async function expectTheSame(text: string): Promise<void> {
  const wanted = await outcome(() => JSON.parse(text));
  const isLeaf = !/^[ \t\r\n]*[[{]/.test(text);
  for (const piece of [0, 1, 3, 10, 40]) {
    const due = isLeaf && text.length > piece ? 'SyntaxError' : wanted;
    expect([text, piece, await outcome(() => parseJson(text, piece))]).toEqual([text, piece, due]);
  }
}

it('a text in pieces comes to what JSON.parse makes of it', () =>
  fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t\r\n'), (value, space) =>
      expectTheSame(JSON.stringify(value, undefined, space)),
    ),
  ));

it('and is refused where JSON.parse refuses it', async () => {
  const some = fc.constantFrom(
    '',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '"',
    '\\',
    '1',
    '-',
    ' ',
    'true',
    '\u00a0',
    '\n',
    '"a":',
    '[]',
    '{}',
  );
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 3 }), some, fc.nat(), fc.nat(3), (json, put, at, cut) => {
      const from = at % (json.length + 1);
      return expectTheSame(json.slice(0, from) + put + json.slice(from + cut));
    }),
  );
  await fc.assert(fc.asyncProperty(fc.array(some), (parts) => expectTheSame(parts.join(''))));
});

it.each([
  '[1,]', '[,1]', '[1,,2]', '[}', '{]', '{"a":1,}', '{"a" :\n1 , "a":2}', '{"__proto__":{"x":1},"b":2}', '{"2":1,"1":2}', '["\\\\",1]',
  '["\\"],[",1]', '[[1],[2]] 3', ' [ ] ', '{1:2}', '{"a",1}', '"\\u0041"', '01', '[1 2]', '{"a":[1,2],"b":{"c":"}"}}', '[;1]', '{"a";1}',
])('%s', expectTheSame); // prettier-ignore

it('what is nested for its own sake is refused', async () => {
  await expect(parseJson('['.repeat(1e6) + ']'.repeat(1e6), 1000)).rejects.toThrow(SyntaxError);
});

it('a string of ten million escapes is read, too', async () => {
  const text = JSON.stringify({ a: '\n'.repeat(1e7), b: 1 });
  expect(await parseJson(text)).toEqual({ a: '\n'.repeat(1e7), b: 1 });
});

it('the page has its turn after each piece of the largest answers', async () => {
  const text = JSON.stringify(HUGE.grid());
  const turns = vi.spyOn(globalThis, 'MessageChannel');
  const read = await parseJson(text, 1e6);
  expect(turns.mock.calls.length).toBeGreaterThanOrEqual(17);
  expect(JSON.stringify(read) === text).toBe(true);
  turns.mockRestore();
});
