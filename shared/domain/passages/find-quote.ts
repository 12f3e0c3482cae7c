/** Words of a text, `start` to `end`. */
export type Place = { readonly start: number; readonly end: number };

const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** A letter as it is compared: small, without accents, ligatures taken apart. */
const foldedLetter = (letter: string): string =>
  plain[letter] ??
  letter
    .normalize('NFKD')
    .replace(/\p{M}|\u00ad/gu, '')
    .toLowerCase();

type Folded = {
  readonly text: string;
  /** Where each letter of it came from; one more at the end. */
  readonly from: readonly number[];
};

/**
 * A text as it is compared: white space is one blank or, where `blanks` is false, none; a hyphen before white space goes
 * with it, since it may only be there because the line was full.
 */
function folded(text: string, blanks: boolean): Folded {
  const letters: string[] = [];
  const from: number[] = [];
  const add = (letter: string, at: number) => {
    letters.push(letter);
    from.push(at);
  };
  for (const { 0: piece, index } of text.matchAll(/[-‐‑–—−]\s+|\s+|./gsu)) {
    if (/^\s/u.test(piece)) {
      if (blanks && letters.at(-1) !== ' ') add(' ', index);
    } else if (piece.trim() === piece) for (const unit of foldedLetter(piece).split('')) add(unit, index);
  }
  from.push(text.length);
  return { text: letters.join(''), from };
}

/** Where a piece of the folded text stands in the text itself, without white space at its end. */
function placeOf(text: string, { from }: Folded, at: number, length: number): Place {
  const start = from[at] ?? 0;
  const last = from[at + length - 1] ?? start;
  // One letter may have become several, all from the same place.
  let next = at + length;
  while ((from[next] ?? text.length) <= last && next < from.length) next += 1;
  const end = from[next] ?? text.length;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function allOf(text: string, wanted: string, blanks: boolean, most: number): readonly Place[] {
  const sought = folded(wanted, blanks)
    .text.replace(/[-\s]+$/, '')
    .trim();
  if (sought === '') return [];
  const within = folded(text, blanks);
  const places: Place[] = [];
  for (
    let at = within.text.indexOf(sought);
    at !== -1 && places.length < most;
    at = within.text.indexOf(sought, at + sought.length)
  )
    places.push(placeOf(text, within, at, sought.length));
  return places;
}

/** Every place where the words stand, whatever their case, accents and line ends. @param most no more than so many */
export const findAll = (text: string, words: string, most = 1000): readonly Place[] =>
  allOf(text, words, true, most);

/**
 * Where a quotation stands in a page's text; undefined where it does not. Blanks may differ: a page tells where lines
 * and columns end in more than one way.
 */
export const findQuote = (text: string, quote: string): Place | undefined =>
  allOf(text, quote, true, 1)[0] ?? allOf(text, quote, false, 1)[0];
