const fullWidth = 0xff10; // the digits ０ to ９
const arabicIndic = 0x0660;

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= fullWidth && code <= fullWidth + 9) return String(code - fullWidth);
  if (code >= arabicIndic && code <= arabicIndic + 9) return String(code - arabicIndic);
  if ('‐‑‒–—―−﹘﹣－'.includes(character)) return '-';
  if ('’‘ʼ´`＇'.includes(character)) return "'";
  if (character === '：') return ':';
  if (character === '＠') return '@';
  return ' ';
}

// Spaces that are no plain space, what takes no room at all, dashes, apostrophes and digits of other scripts.
const unusual =
  /[\u00a0\u00ad\u2000-\u200f\u2010-\u2015\u2018\u2019\u02bc\u00b4`\u2028\u2029\u202f\u205f\u2060\u2212\u3000\ufe58\ufe63\ufeff\uff07\uff0d\uff10-\uff19\uff1a\uff20\u0660-\u0669\r\f\v]/g;

/** The text in plain characters, each in its place: offsets stay what they were. */
export const flatten = (text: string): string =>
  text.replace(unusual, (character) =>
    character === '\u2028' || character === '\u2029' || character === '\f' ? '\n' : plainCharacter(character),
  );
