import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { columnMapSchema } from './columns.ts';

/** How the columns of one kind of spreadsheet were matched the last time, so that it need not be done again. */
export const matchingSchema = z.strictObject({
  id: idSchema,
  headers: z.array(z.string().max(300)).max(200).readonly(),
  columns: columnMapSchema,
  usedAt: isoInstantSchema,
});
export type Matching = Readonly<z.output<typeof matchingSchema>>;

/** Kept at most; the one not used for longest goes. */
export const mostMatchings = 50;

/** Headings as they are kept and compared. */
export const plainHeaders = (headers: readonly string[]): readonly string[] =>
  headers.map((header) => header.trim().toLowerCase().slice(0, 300));

/** The last column of a list of rows that were left: what is wrong with each. */
export const noteHeading = 'What is wrong';

/** Headings without the column that was added to a list of rows that were left: they are the same spreadsheet. */
export const withoutNote = (headers: readonly string[]): readonly string[] =>
  headers.at(-1) === noteHeading ? headers.slice(0, -1) : headers;
