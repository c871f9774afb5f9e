// The standard Helvetica speaks WinAnsi (code page 1252) only. What it cannot say is written as near as it can:
// "Łódź" becomes "Lódz", a smiling cat becomes "?". A name never stops a pattern from being printed.

const HIGH = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'; // 0x80–0x9f; 0xa0–0xff are the same as in Unicode
const NEAR: Record<string, string> = {
  ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ı: 'i', ŧ: 't', Ŧ: 'T', ĸ: 'k', ŋ: 'n', Ŋ: 'N', ſ: 's', ẞ: 'SS',
  '−': '-', '‐': '-', '‑': '-', '‒': '-', '―': '—', '′': "'", '″': '"', '≤': '<=', '≥': '>=', '→': '->', '←': '<-', '⁄': '/', '№': 'No.',
}; // prettier-ignore

const codes = new Map<string, string>();
for (let code = 0x20; code < 0x7f; code++) codes.set(String.fromCharCode(code), String.fromCharCode(code));
[...HIGH].forEach((char, at) => char !== '\0' && codes.set(char, String.fromCharCode(0x80 + at)));
for (let code = 0xa1; code <= 0xff; code++) if (code !== 0xad) codes.set(String.fromCharCode(code), String.fromCharCode(code));

/** The text as a string of WinAnsi bytes (one char, one byte). */
export function winAnsi(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  let bytes = '';
  for (const char of text.normalize('NFC')) bytes += codes.get(char) ?? near(char);
  return bytes;
}

function near(char: string): string {
  if (/\s/u.test(char)) return ' ';
  // Marks, joiners and controls have no body of their own: leaving them out loses nothing a reader could see.
  if (/^[\p{M}\p{Cf}\p{Cc}]$/u.test(char)) return '';
  const known = NEAR[char];
  if (known !== undefined) return known;
  let bytes = '';
  for (const part of char.normalize('NFKD')) bytes += /\p{M}/u.test(part) ? '' : (codes.get(part) ?? NEAR[part] ?? '?');
  return bytes || '?';
}

/** The inside of a PDF literal string. */
export const escaped = (bytes: string): string => bytes.replace(/[\\()\r\n]/g, (char) => (char < ' ' ? ' ' : `\\${char}`));
