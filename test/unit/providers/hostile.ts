import fc from 'fast-check';

const names = [
  'success error code message niche dimensions cols columns rows total_units materials id name label hex color colour',
  'quantity count units percentage percent assembly_guide guide runs segments title color_summary difficulty usage plan',
  'calls_used calls_limit calls_remaining reset_date niches data default_unit width_cm height_cm credits url toString valueOf',
].flatMap((line) => line.split(' '));

/** What JSON can say at worst: every known name with any value, 1e999 (which is read as Infinity), members that pose as methods. */
const { any } = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, '', 'unlimited', 'NaN', '1e999', -1, 0, 0.5, 12, 1e308, Infinity, '133', '2026-12-01'),
    fc.string(),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 8, noNullPrototype: true }),
  ),
}));
export const hostile = any;

/** An answer that looks like a pattern, so that reading goes all the way in. */
export const almostPattern = fc.record(
  {
    niche: hostile,
    dimensions: fc.record({ cols: fc.oneof(fc.nat(300), hostile), rows: fc.oneof(fc.nat(300), hostile), total_units: hostile }),
    materials: fc.array(fc.record({ id: hostile, name: hostile, hex: hostile, quantity: hostile, percentage: hostile }), {
      maxLength: 4,
    }),
    assembly_guide: hostile,
    color_summary: hostile,
    difficulty: hostile,
    usage: hostile,
  },
  { requiredKeys: ['dimensions', 'materials'], noNullPrototype: true },
);

/** All numbers in a value, however deep. */
export const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Object.values(Object(value)).flatMap((part) => (part === value ? [] : numbersIn(part)));
