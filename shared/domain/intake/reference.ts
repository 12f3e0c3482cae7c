import type { IsoDate } from '../dates.ts';

/** One publication as a bibliography has it. */
export type Reference = {
  readonly title: string;
  readonly authors: readonly string[];
  /** Journal, book or meeting. */
  readonly venue: string;
  readonly year: string;
  /** The first day of the month or year where no more is said; null where there is no year. */
  readonly published: IsoDate | null;
  readonly exact: boolean;
  /** Without `https://doi.org/`; empty where there is none. */
  readonly doi: string;
  readonly kind: 'paper' | 'review' | 'talk' | 'study' | 'other';
  readonly abstract: string;
  readonly volume: string;
  readonly pages: string;
};

/** A DOI as it is compared: no address before it, lower case. */
export const plainDoi = (text: string): string => {
  const found = /10\.\d{4,9}\/\S+/.exec(text);
  return found === null ? '' : found[0].replace(/[.,;)\]}]+$/, '').toLowerCase();
};

/** Authors, title, venue, year: one line as it stands in a CV. */
export function citationOf({ authors, title, venue, year, volume, pages, doi }: Reference): string {
  const who = authors.length > 8 ? [...authors.slice(0, 8), 'et al.'] : authors;
  const where = [venue, year, [volume, pages].filter((part) => part !== '').join(': ')]
    .filter((part) => part !== '')
    .join(', ');
  const parts = [who.join(', '), title, where, doi === '' ? '' : `doi:${doi}`];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
}
