import type { Catalogue, Choice, Color, Lookups } from '../lookups.js';
import { fields, list, number, pick, text, type Fields } from '../tolerant.js';

// That these paths exist is documented, and `assemblyDirection`; all other names are assumed.
const WIDTH = 'width_cm|unit_width_cm|default_unit_width_cm|width';
const HEIGHT = 'height_cm|unit_height_cm|default_unit_height_cm|height';

/** A list of whatever describes a niche, wherever it is kept. */
export const niches = (body: unknown) => list(pick(fields(body), 'niches|data') ?? body);

/** Undefined for a size that nobody can have meant. */
function choice(niche: Fields): Choice | undefined {
  const size = fields(pick(niche, 'default_unit|unit|default_units') ?? niche);
  const id = text(niche, 'id|niche|name');
  const named = { id, name: text(niche, 'name|label|id') };
  if (!id) return;
  if (pick(size, WIDTH + '|' + HEIGHT) === undefined) return named;
  const unitWidthCm = number(size, pick(size, WIDTH) === undefined ? HEIGHT : WIDTH) ?? 0;
  const unitHeightCm = number(size, pick(size, HEIGHT) === undefined ? WIDTH : HEIGHT) ?? 0;
  const sane = [unitWidthCm, unitHeightCm].every((side) => side > 0 && side <= 100);
  return sane ? { ...named, brings: { unitWidthCm, unitHeightCm } } : undefined;
}

const color = (entry: Fields): Color[] => {
  const hex = text(entry, 'hex|color_hex|colour|color').toLowerCase();
  if (!/^#[\da-f]{6}$/.test(hex)) return [];
  return [{ id: text(entry, 'id|code') || undefined, name: text(entry, 'name|label|id') || hex, hex }];
};
const colors = (value: unknown) => list(value).flatMap(color);

export const lookups = {
  niches: {
    path: '/api/v1/niches',
    /** All or nothing: a menu with holes would hide a craft that the visitor could have chosen. */
    read(body): Choice[] | undefined {
      const choices = niches(body).map(choice);
      return choices.length && choices.every((one) => one !== undefined) ? choices : undefined;
    },
  },
  colors: {
    path: '/api/v1/colors',
    read(body): Catalogue | undefined {
      const answer = fields(body);
      const told = pick(answer, 'colors|data') ?? body;
      const catalogue: Catalogue = {
        all: colors(told),
        byNiche: Object.fromEntries(
          Array.isArray(told) ? [] : Object.entries(fields(told)).map(([niche, entries]) => [niche, colors(entries)]),
        ),
        custom: colors(answer.custom_colors),
      };
      const some = [catalogue.all, catalogue.custom, ...Object.values(catalogue.byNiche)].some(({ length }) => length);
      return some ? catalogue : undefined;
    },
  },
} satisfies Lookups;
