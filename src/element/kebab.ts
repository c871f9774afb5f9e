/** widthCm -> width-cm */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => '-' + capital.toLowerCase());

/** The same for types. */
export type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;
