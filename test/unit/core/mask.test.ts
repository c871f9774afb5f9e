import fc from 'fast-check';
import { masked, maskedJson, mayHold, secretsOf } from '../../../src/core/mask.js';
import { finish } from '../../../src/core/slices.js';

const secrets = secretsOf({ Authorization: 'Bearer session-token-123', 'X-Key': 'px_live_abc"\\\n' });

const cleaned = <T>(value: T): T => JSON.parse(finish(maskedJson(value, secrets))) as T;

it('takes a secret out of every value and name, however deep', () => {
  const value = { message: 'bad session-token-123', deep: [{ 'px_live_abc"\\\n': ['Bearer session-token-123', 7, null, true] }] };
  expect(cleaned(value)).toEqual({ message: 'bad ***', deep: [{ '***': ['***', 7, null, true] }] });
});

it('leaves everything else as it is, and nothing of the secret in any text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, around) => {
      expect(finish(maskedJson(value, []))).toBe(JSON.stringify(value));
      const told = cleaned({ text: around + 'session-token-123' + around });
      expect(told.text).not.toContain('session-token-123');
    }),
  );
});

it('a text is looked through for every spelling of a secret', () => {
  const escape = (json: string) => json.replace(/[a-z]/g, (char) => '\\u' + char.charCodeAt(0).toString(16).padStart(4, '0'));
  // Only within quotes may letters be spelled so.
  const strange = (json: string) =>
    json.replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
      text.replace(/\\.|[^\\]+/g, (part) => (part.startsWith('\\') ? part : escape(part))),
    );
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...secrets, 'harmless'), fc.string(), fc.boolean(), (value, word, around, as) => {
      const said = { value, deep: [as ? { [around + word]: 1 } : around + word + around] };
      for (const json of [JSON.stringify(said), strange(JSON.stringify(said))]) {
        expect(JSON.parse(json)).toEqual(said);
        const changed = JSON.stringify(cleaned(said)) !== JSON.stringify(said);
        const holds = finish(mayHold(json, secrets));
        if (changed) expect(holds).toBe(true);
        else if (word === 'harmless') expect(holds).toBe(false);
      }
    }),
  );
});

it('a scheme or a short word is no secret of its own', () => {
  expect(masked('Bearer of bad news', secrets)).toBe('Bearer of bad news');
});

it('a text of nothing but escapes is looked through in slices, however the secret lies in them', () => {
  const parts = (work: Generator<void, boolean>) => {
    for (let count = 0; ; count++) {
      const { done, value } = work.next();
      if (done) return { value, count };
    }
  };
  const spelled = [...'session-token-123'].map((char) => '\\u00' + char.charCodeAt(0).toString(16)).join('');
  for (const before of [0, 1, 9990, 9999, 10_000, 12_345]) {
    const text = (word: string) => '"' + '\\\\'.repeat(before) + word + '\\n'.repeat(30_000) + '"';
    expect(parts(mayHold(text(spelled), secrets)).value, `${before}`).toBe(true);
    expect(parts(mayHold(text('session\\u002dtoken-123'), secrets)).value, `${before}`).toBe(true);
    // A backslash that is meant as one, and five letters.
    const { value, count } = parts(mayHold(text('\\' + spelled), secrets));
    expect([value, count >= 3]).toEqual([false, true]);
  }
});

it('a large value is written in slices', () => {
  const value = { list: Array.from({ length: 1000 }, (_, at) => ({ at, word: 'session-token-123' })) };
  const work = maskedJson(value, secrets);
  let turns = 0;
  while (!work.next().done) turns++;
  expect(turns).toBeGreaterThan(100);
});
