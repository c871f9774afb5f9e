import type { Parameters } from '../field.js';
import type { PatternResult, Run, Step } from '../result.js';
import { directionOf } from './direction.js';
import { EACH } from '../../core/each.js';
import { each, fields, list, number, pick, text, type Fields } from '../tolerant.js';
import { documentedUnit } from './units.js';

// The shapes of the arrays are assumed, so everything is read under every name it may have.

const hex = (entry: Fields) => text(entry, 'hex|color_hex|colour|color');
const name = (entry: Fields) => text(entry, 'name|label|color_name|color|hex');
const count = (entry: Fields) => number(entry, 'quantity|count|units') ?? 0;

const run = (entry: Fields): Run => ({ color: text(entry, 'color|name|label|hex'), hex: hex(entry), count: count(entry) });

/** Runs that are worth a pause; there may be as many steps. */
const LONG = 1000;

/** Its runs are read when they are looked at, or walked over one by one: 300,000 of them at once would keep the page waiting. */
function step(entry: Fields): Step {
  let runs: Run[] | undefined;
  const given = pick(entry, 'runs|segments|units');
  const made: Step = {
    label: text(entry, 'label|title|instruction') || undefined,
    get runs() {
      return (runs ??= list(given, run));
    },
    set runs(others) {
      runs = others;
    },
  };
  // Not to be seen, so that a copy of the step has none: its runs may be others.
  if (Array.isArray(given) && given.length > LONG) Object.defineProperty(made, EACH, { value: () => runs ?? each(given, run) });
  return made;
}

/** As it was asked for or is documented; else the API has chosen, and only it knows. */
function unit(parameters: Parameters): PatternResult['unit'] {
  const { unitWidthCm, unitHeightCm } = { ...documentedUnit(parameters), ...parameters };
  if (unitWidthCm !== undefined && unitHeightCm !== undefined) return { width: +unitWidthCm, height: +unitHeightCm };
}

export function result(body: unknown, parameters: Parameters): PatternResult {
  const answer = fields(body);
  const size = fields(answer.dimensions);
  const columns = number(size, 'cols|columns') ?? 0;
  const rows = number(size, 'rows') ?? 0;
  const materials = list(answer.materials, (entry) => ({
    id: text(entry, 'id|code') || undefined,
    name: name(entry),
    hex: hex(entry),
    quantity: count(entry),
    percentage: number(entry, 'percentage|percent') ?? 0,
  }));
  if (answer.error || !(columns > 0 && rows > 0 && Number.isSafeInteger(columns * rows)) || !materials.length)
    throw Error('No pattern in the answer');
  const niche = text(answer, 'niche') || String(parameters.niche);
  return {
    provider: 'pixcraft',
    niche,
    columns,
    rows,
    totalUnits: number(size, 'total_units') || columns * rows,
    unit: unit({ ...parameters, niche }),
    materials,
    guide: list(pick(answer, 'assembly_guide|guide'), step),
    direction: directionOf(niche),
    colorSummary: Array.isArray(answer.color_summary) ? answer.color_summary : undefined,
    difficulty: text(answer, 'difficulty') || undefined,
    raw: body,
  };
}
