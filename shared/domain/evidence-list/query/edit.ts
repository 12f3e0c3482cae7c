import { printTerm } from './print.ts';
import type { QueryTerm, Span } from './terms.ts';
import { rawTerms } from './tokens.ts';

/** The text without what stands there; the rest stays as it was written. */
export const withoutSpan = (text: string, { start, end }: Span): string =>
  `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();

/** Whether a quote was left open: what is written behind it is still in it. */
const isOpen = (text: string): boolean => rawTerms(`${text} x`).length === rawTerms(text).length;

function closed(text: string): string {
  if (!isOpen(text)) return text.trimEnd();
  // A backslash at the end would take the closing quote along.
  return isOpen(`${text}"`) ? `${text}\\"` : `${text}"`;
}

/** The text with one more term. A quote that was left open is closed first. */
export const withTerm = (text: string, term: QueryTerm): string =>
  text.trim() === '' ? printTerm(term) : `${closed(text)} ${printTerm(term)}`;
