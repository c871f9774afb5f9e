import { checkField, refuseField, type Field, type Parameters } from './field.js';
import { snakeName } from './snake-name.js';

/** Parameters in the API's own words. */
export const toWire = (parameters: Parameters): [name: string, value: string | number][] =>
  Object.entries(parameters).map(([name, value]) => [snakeName(name), value]);

/**
 * And back, by the provider's own field table: what is not in it is dropped, what is wrong is refused. In a form all values
 * are text; in JSON (`typed`) a number must be one.
 */
export function fromWire(fields: readonly Field[], from: Record<string, unknown>, typed: boolean): Parameters {
  const parameters: Parameters = {};
  for (const field of fields) {
    const name = snakeName(field.name);
    const value = Object.hasOwn(from, name) ? from[name] : undefined;
    if (value == null || value === '') continue;
    if (typed && typeof value !== (field.min === undefined ? 'string' : 'number')) throw refuseField(field);
    parameters[field.name] = checkField(field, value);
  }
  return parameters;
}
