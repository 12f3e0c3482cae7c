import { findIdentifiers } from '#shared/domain/identifiers/find-identifiers.ts';
import { type Hit, type IdentifierOptions, plainOptions } from '#shared/domain/identifiers/types.ts';
import type { LabelledPage, Truth } from './page.ts';
import { applicant } from './people.ts';

/** As the applicant's own portfolio would set it. */
export const applicantOptions: IdentifierOptions = {
  ...plainOptions,
  names: [applicant.name],
  gmcNumbers: [applicant.gmcNumber],
};

export type Score = {
  /** Marked by hand. */
  readonly marked: number;
  /** Of these, found by the rule of that name (at least six tenths of the characters). */
  readonly found: number;
  /** Of these, found by any rule: what a redaction by the hits would cover. */
  readonly covered: number;
  readonly hits: number;
  /** Hits that lie on something marked as of that rule. */
  readonly right: number;
};
const nothing: Score = { marked: 0, found: 0, covered: 0, hits: 0, right: 0 };

/** A misread number is found by the rule for whole ones. */
const ruleOf = ({ rule }: Truth) => (rule === 'nhs-number-misread' ? 'nhs-number' : rule);
const share = 0.6;

const coveredBy = (hits: readonly Hit[], { start, end }: Truth) =>
  hits.reduce((sum, hit) => sum + Math.max(0, Math.min(hit.end, end) - Math.max(hit.start, start)), 0) >=
  share * (end - start);

/** Precision and recall of each rule over some pages. */
export function measure(pages: readonly LabelledPage[]): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  const add = (rule: string, more: Partial<Score>) => {
    const { marked, found, covered, hits, right } = scores.get(rule) ?? nothing;
    scores.set(rule, {
      marked: marked + (more.marked ?? 0),
      found: found + (more.found ?? 0),
      covered: covered + (more.covered ?? 0),
      hits: hits + (more.hits ?? 0),
      right: right + (more.right ?? 0),
    });
  };
  for (const { text, truth } of pages) {
    const hits = findIdentifiers(text, applicantOptions);
    for (const one of truth) {
      const own = hits.filter(({ rule }) => rule === ruleOf(one));
      add(one.rule, {
        marked: 1,
        found: coveredBy(own, one) ? 1 : 0,
        covered: coveredBy(hits, one) ? 1 : 0,
      });
    }
    for (const hit of hits) {
      const right = truth.some(
        (one) => ruleOf(one) === hit.rule && one.start < hit.end && hit.start < one.end,
      );
      add(hit.rule, { hits: 1, right: right ? 1 : 0 });
    }
  }
  return scores;
}

export const recallOf = ({ marked, found }: Score) => (marked === 0 ? 1 : found / marked);
export const precisionOf = ({ hits, right }: Score) => (hits === 0 ? 1 : right / hits);

const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(8);

/** The scores as a table for people. */
export const tableOf = (title: string, scores: ReadonlyMap<string, Score>): string =>
  [
    `${title.padEnd(20)}  marked    recall   covered     hits  precision`,
    ...[...scores]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([rule, score]) =>
        [
          rule.padEnd(20),
          String(score.marked).padStart(8),
          `  ${percent(recallOf(score))}`,
          `  ${percent(score.marked === 0 ? 1 : score.covered / score.marked)}`,
          String(score.hits).padStart(9),
          `   ${percent(precisionOf(score))}`,
        ].join(''),
      ),
  ].join('\n');
