import { PatternError, toPatternError } from '../../../src/core/pattern-error.js';

it('carries what is known, and nothing else', () => {
  const retryAt = new Date();
  const error = new PatternError('rate-limited', { retryAt, status: 429, cause: { code: 'X' } });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'PatternError', code: 'rate-limited', retryAt, status: 429, cause: { code: 'X' } });
  expect(error).not.toHaveProperty('field');
  expect(error.maybeCounted).toBeUndefined();
});

describe('toPatternError', () => {
  it('leaves ours as it is', () => {
    const error = new PatternError('offline');
    expect(toPatternError(error)).toBe(error);
  });

  it('knows ours from another copy of the class, with all it carries', () => {
    // As the second file throws it: the same name and fields, another prototype.
    class PatternErrorOfTheOtherFile extends Error {
      override name = 'PatternError';
      code = 'parameters-invalid';
      field = 'widthCm';
      status = 400;
      maybeCounted = true;
      override cause = { code: 'INVALID_DIMENSIONS' };
    }
    const error = toPatternError(new PatternErrorOfTheOtherFile('other words'));
    expect(error).toBeInstanceOf(PatternError);
    expect(error).toMatchObject({
      code: 'parameters-invalid',
      field: 'widthCm',
      status: 400,
      maybeCounted: true,
      cause: { code: 'INVALID_DIMENSIONS' },
    });
  });

  it('an abort is the visitor’s own wish', () => {
    const { signal } = ((abort) => (abort.abort(), abort))(new AbortController());
    expect(toPatternError(signal.reason)).toMatchObject({ code: 'cancelled' });
  });

  it.each<[string, unknown]>([
    ['an error', new TypeError('x')],
    ['a DOMException', new DOMException('x', 'DataError')],
    ['text', 'x'],
    ['nothing', undefined],
    ['null', null],
    ['a number', 0],
  ])('%s is our side’s failure, with its cause', (_, cause) => {
    const error = toPatternError(cause);
    expect(error).toMatchObject({ name: 'PatternError', code: 'server-error' });
    expect(error.cause).toBe(cause);
  });
});
