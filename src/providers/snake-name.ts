/** widthCm -> width_cm: what both APIs call it. */
export const snakeName = (name: string): string => name.replace(/[A-Z]/g, (capital) => '_' + capital.toLowerCase());
