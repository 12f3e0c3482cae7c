import { z } from 'zod';
import type { CvFinding } from '../cv/findings.ts';
import type { Institution } from '../registers/institutions.ts';
import { createNames } from '../safe-names.ts';
import { namedWith } from './arrange.ts';
import type { SubmissionPlan } from './plan-types.ts';

/** A document Waymark writes itself for a set: the CV, or what goes on the pro forma of an institution. */
export const madeDocumentSchema = z.strictObject({
  kind: z.enum(['cv', 'pro-forma']),
  /** The section it lies in: the first. */
  section: z.string(),
  path: z.string(),
  /** Of a pro forma; empty for the CV, and where no place is given. */
  institution: z.string(),
});
export type MadeDocument = Readonly<z.output<typeof madeDocumentSchema>>;

/**
 * The set with what goes first into its first section: the CV, and lists for the pro formas. The GMC wants CV and pro
 * formas there, under the first recommendation where a decision is answered. A CV without posts is none.
 * @param institutions those with something to verify
 */
export function withMade(
  plan: SubmissionPlan,
  cv: { readonly posts: number; readonly findings: readonly CvFinding[] },
  institutions: readonly Pick<Institution, 'name'>[],
): SubmissionPlan {
  const [first] = plan.sections;
  if (first === undefined || first.kind === 'unplaced') return plan;
  const names = createNames();
  const made = (kind: MadeDocument['kind'], words: string, institution: string): MadeDocument => ({
    kind,
    section: first.id,
    path: `${first.folder}/${names(namedWith(`${first.code} 000`, words, '.pdf'), 'Document.pdf')}`,
    institution,
  });
  const cvs = cv.posts === 0 ? [] : [made('cv', 'CV', '')];
  const lists = institutions.map(({ name }) =>
    made('pro-forma', `Pro forma list ${name === '' ? 'no place given' : name}`, name),
  );
  const { uploads } = plan.totals;
  const { length } = cv.findings;
  return {
    ...plan,
    made: [...cvs, ...lists],
    totals: {
      ...plan.totals,
      uploads: { separate: uploads.separate + cvs.length, joined: uploads.joined + cvs.length },
    },
    problems:
      cvs.length === 0 || length === 0
        ? plan.problems
        : [{ kind: 'cv-findings', itemId: null, about: 'CV', count: length }, ...plan.problems],
  };
}
