import fc from 'fast-check';
import { masked, secretsOf } from '../../../src/core/mask.js';

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

it('a scheme or a short word is no secret of its own', () => {
  expect(masked('Bearer of bad news', secrets)).toBe('Bearer of bad news');
});
