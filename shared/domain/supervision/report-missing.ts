import { z } from 'zod';
import { isSamePerson } from '../signature-places.ts';
import type { ExamplePart, SupervisorReport } from './supervisor-report.ts';

/** Parts of a supervisor's report that can be missing, in the order of the form. */
export const reportParts = [
  'capability',
  'domain',
  'strengths',
  'development',
  'example',
  'example-unfinished',
  'recommendation',
  'recommendation-reason',
  'period',
] as const;

/** `of`: the capability, domain or example that is meant; null where the part is only one. */
export const missingPartSchema = z.strictObject({ part: z.enum(reportParts), of: z.string().nullable() });
export type MissingPart = Readonly<z.output<typeof missingPartSchema>>;

const partsOf = ({ situation, behaviour, impact, nextStep }: ExamplePart) => [
  situation,
  behaviour,
  impact,
  nextStep,
];
/** An example nobody has begun is no part of the report. */
export const isBegun = (example: ExamplePart): boolean => partsOf(example).some((text) => text !== '');
export const isWhole = (example: ExamplePart): boolean => partsOf(example).every((text) => text !== '');

type Written = Pick<
  SupervisorReport,
  | 'capabilities'
  | 'domains'
  | 'strengths'
  | 'development'
  | 'examples'
  | 'recommendation'
  | 'recommendationReason'
  | 'period'
  | 'facts'
>;

/**
 * What still stands between a draft and its seal, in the order of the form. Each capability needs a level, a comment or
 * a plain "not seen".
 * @param today a period that has not ended cannot be reported on as if it had.
 */
export function missingBeforeSealing(report: Written, today: string): readonly MissingPart[] {
  const written = new Map(report.capabilities.map((part) => [part.code, part]));
  const said = new Map(report.domains.map(({ id, comment }) => [id, comment]));
  const missing: MissingPart[] = [];
  const miss = (part: MissingPart['part'], of: string | null = null) => missing.push({ part, of });
  for (const { code } of report.facts.capabilities) {
    const part = written.get(code);
    if (part === undefined || (part.level === null && part.comment === '' && !part.notSeen))
      miss('capability', code);
  }
  for (const { id } of report.facts.domains) if ((said.get(id) ?? '') === '') miss('domain', id);
  if (report.strengths === '') miss('strengths');
  if (report.development === '') miss('development');
  if (!report.examples.some(isWhole)) miss('example');
  for (const example of report.examples)
    if (isBegun(example) && !isWhole(example)) miss('example-unfinished', example.id);
  if (report.recommendation === null) miss('recommendation');
  if (report.recommendationReason === '') miss('recommendation-reason');
  if (report.period.to > today) miss('period');
  return missing;
}

/** The newest sealed report of each line of amendments, newest first: what a panel reads. */
export function currentReports(reports: readonly SupervisorReport[]): readonly SupervisorReport[] {
  const replaced = new Set(
    reports.filter(({ state }) => state === 'sealed').flatMap(({ follows }) => follows?.report ?? []),
  );
  return reports
    .filter(({ id, state }) => state === 'sealed' && !replaced.has(id))
    .sort((a, b) => (b.sealed?.at ?? '').localeCompare(a.sealed?.at ?? ''));
}

/** Whether somebody may amend a sealed report: only who wrote it. */
export const isAuthor = (
  { author }: Pick<SupervisorReport, 'author'>,
  person: Parameters<typeof isSamePerson>[1],
) => isSamePerson(author, person);
