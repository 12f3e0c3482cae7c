/** Signs over letters, as LaTeX writes them, as Unicode combines them. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
};
const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
};

/** LaTeX as plain text: accents and letters in their own form, commands and braces gone, dashes as dashes. */
export function plainLatex(text: string): string {
  return text
    .replace(/\\i(?=[^a-zA-Z])/g, 'i')
    .replace(/\\([`'^~="u.rHvck])\s*\{?\s*\\?([A-Za-z])\s*\}?/g, (whole, sign: string, letter: string) =>
      // A letter as the sign needs a space or a brace before what it stands over: `\u g`, not `\url`.
      /[a-zA-Z]/.test(sign) && !/^\\[a-zA-Z](?:\s|\{)/.test(whole)
        ? whole
        : `${letter}${accents[sign] ?? ''}`.normalize('NFC'),
    )
    .replace(/\\([a-zA-Z]+)(?:\s+|\{\}|(?=[^a-zA-Z]|$))/g, (_, name: string) => letters[name] ?? '')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/[{}]/g, '')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
