import fc from 'fast-check';
import { masked, mayHold, secretsOf } from '../../../src/core/mask.js';

const secrets = secretsOf({ Authorization: 'Bearer session-token-123', 'X-Key': 'px_live_abc"\\\n' });

it('takes a secret out of every value and name, however deep', () => {
  const value = { message: 'bad session-token-123', deep: [{ 'px_live_abc"\\\n': ['Bearer session-token-123', 7, null, true] }] };
  const clean = masked(value, secrets);
  expect(clean).toEqual({ message: 'bad ***', deep: [{ '***': ['***', 7, null, true] }] });
});

it('leaves everything else as it is, and nothing of the secret in any text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, around) => {
      expect(masked(value, [])).toBe(value);
      const told = masked({ text: around + 'session-token-123' + around }, secrets);
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
        const changed = JSON.stringify(masked(said, secrets)) !== JSON.stringify(said);
        if (changed) expect(mayHold(json, secrets)).toBe(true);
        else if (word === 'harmless') expect(mayHold(json, secrets)).toBe(false);
      }
    }),
  );
});

it('a scheme or a short word is no secret of its own', () => {
  expect(masked('Bearer of bad news', secrets)).toBe('Bearer of bad news');
});
