/** `#rrggbb` when the text is a colour, with or without `#`, in three or six digits; anything else an API may say is none. */
export function readHex(text: unknown): string | undefined {
  const digits = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(String(text).trim())?.[1]?.toLowerCase();
  return digits && '#' + (digits.length < 6 ? digits.replace(/./g, '$&$&') : digits);
}
