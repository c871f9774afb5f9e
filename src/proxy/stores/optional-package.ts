/** A package that only servers need: where it is missing, the error says how to get it. */
export async function optionalPackage<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new Error(`The package "${name}" is missing: npm install ${name}`, { cause });
  }
}
