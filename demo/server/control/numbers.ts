/** An order to the control API that makes no sense; answered with 400 and this message. */
export class ControlError extends Error {}

export type Order = Record<string, unknown>;

/** A whole number of at least `min`. */
export function whole(order: Order, name: string, min = 0): number {
  const value = order[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min)
    throw new ControlError(`\`${name}\` must be a whole number, ${min} or more`);
  return value;
}

export function flag(order: Order, name: string, usual: boolean): boolean {
  const value = order[name] ?? usual;
  if (typeof value !== 'boolean') throw new ControlError(`\`${name}\` must be true or false`);
  return value;
}

export function text(order: Order, name: string): string | undefined {
  const value = order[name];
  if (value !== undefined && typeof value !== 'string') throw new ControlError(`\`${name}\` must be a text`);
  return value;
}
