import { evidenceInputSchema } from '../evidence.ts';
import { bareItem, type Candidate, type RowProblem, short } from './candidate.ts';
import { citationOf, type Reference } from './reference.ts';

const longestTitle = 200;
const longestAnswer = 5000;

/** A publication as evidence of research. @param row its place in the file, from 1. */
export function referenceItem(row: number, reference: Reference): Candidate {
  const { title, published, exact, doi, year } = reference;
  const problems: RowProblem[] = [];
  const shown = { row, title: short(title), files: [] };
  const citation = citationOf(reference).slice(0, longestAnswer);
  if (title === '') problems.push({ code: 'no-title', column: '', says: short(citation) });
  if (published === null) problems.push({ code: 'no-date', column: '', says: year });
  if (title === '' || published === null) return { ...shown, item: null, problems };
  if (!exact) problems.push({ code: 'date-inexact', column: '', says: year });
  if (title.length > longestTitle) problems.push({ code: 'text-cut', column: '', says: short(title) });
  const parsed = evidenceInputSchema.safeParse(
    bareItem({
      type: 'research',
      title: title.slice(0, longestTitle),
      startedOn: published,
      details: {
        kind: reference.kind,
        citation,
        status: 'published',
        ...(doi === '' ? {} : { doi: doi.slice(0, 400) }),
      },
    }),
  );
  return parsed.success
    ? { ...shown, item: parsed.data, problems }
    : { ...shown, item: null, problems: [{ code: 'not-valid', column: '', says: '' }] };
}
