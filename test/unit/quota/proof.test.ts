import { proofOf } from '../../../src/quota/proof.js';

describe('what an answer to a paid request proves about the bill', () => {
  it.each([400, 401, 402, 403, 404, 408, 413, 415, 422, 429, 431, 451, 499])('%i: nothing was counted', (status) =>
    expect(proofOf({ status })).toBe('not-counted'),
  );
  it.each([301, 302, 303, 307, 308])('a redirect (%i) that is not followed: nothing was counted', (status) =>
    expect(proofOf({ status })).toBe('not-counted'),
  );

  it.each([500, 501, 502, 503, 505, 507, 511])('%i: it is over, but may have been counted', (status) =>
    expect(proofOf({ status })).toBe('ended'),
  );
  it.each([200, 201, 204])('a %i that cannot be read: the same', (status) => expect(proofOf({ status })).toBe('ended'));

  it.each([0, 504, 520, 522, 524, 527, 530, 599])('%i: it may still be under way', (status) =>
    expect(proofOf({ status })).toBe('running'),
  );
  it('only a refusal proves that nothing was counted', () => {
    for (let status = 0; status < 1000; status++)
      if (proofOf({ status }) === 'not-counted') expect(status >= 300 && status < 500).toBe(true);
    for (const status of [100, 600, 999, -1, NaN]) expect(proofOf({ status })).toBe('running');
  });
});
