type Pages = { readonly from: number; readonly to: number };

/** `page 3`, `pages 3–4`. */
export const pagesWords = ({ from, to }: Pages): string =>
  from === to ? `page ${from}` : `pages ${from}–${to}`;

const shownLength = 90;

/** The beginning of a quotation, for a line of a list. */
export const quoteStart = (quote: string): string =>
  quote.length <= shownLength ? quote : `${quote.slice(0, quote.lastIndexOf(' ', shownLength)).trimEnd()} …`;

/** `page 3, “led the meeting”`. */
export const passageWords = (passage: Pages & { readonly quote: string }): string =>
  passage.quote === '' ? pagesWords(passage) : `${pagesWords(passage)}, “${quoteStart(passage.quote)}”`;

export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
