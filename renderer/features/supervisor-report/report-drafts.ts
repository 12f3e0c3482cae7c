import { hold } from '#renderer/forms/draft-schema.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { RatingLevel } from '#shared/domain/supervision/rating.ts';
import { canonicalText } from '#shared/domain/supervision/same-text.ts';
import {
  type ReportRecommendation,
  type SupervisorReport,
  type SupervisorReportChange,
  type SupervisorReportInput,
  supervisorReportInputSchema,
} from '#shared/domain/supervision/supervisor-report.ts';

export type LevelChoice = RatingLevel | 'not-seen';
export type CapabilityDraft = { code: string; choice: LevelChoice | null; comment: string };
export type ExampleDraft = {
  id: string;
  situation: string;
  behaviour: string;
  impact: string;
  nextStep: string;
};

/** A report while it is being written. */
export type ReportDrafts = {
  from: string;
  to: string;
  capabilities: CapabilityDraft[];
  domains: { id: string; comment: string }[];
  strengths: string;
  development: string;
  examples: ExampleDraft[];
  recommendation: ReportRecommendation | null;
  recommendationReason: string;
};

export function reportDraftsOf(report: SupervisorReport): ReportDrafts {
  const written = new Map(report.capabilities.map((part) => [part.code, part]));
  const said = new Map(report.domains.map(({ id, comment }) => [id, comment]));
  return {
    from: report.period.from,
    to: report.period.to,
    capabilities: report.facts.capabilities.map(({ code }) => {
      const part = written.get(code);
      return {
        code,
        choice: part?.notSeen === true ? 'not-seen' : (part?.level ?? null),
        comment: part?.comment ?? '',
      };
    }),
    domains: report.facts.domains.map(({ id }) => ({ id, comment: said.get(id) ?? '' })),
    strengths: report.strengths,
    development: report.development,
    examples: report.examples.map((example) => ({ ...example })),
    recommendation: report.recommendation,
    recommendationReason: report.recommendationReason,
  };
}

/** The drafts as a report would keep them, or what is at fault. */
export function checkReport(
  drafts: ReportDrafts,
  review: string | null,
): { readonly value: SupervisorReportInput | null; readonly faults: readonly Issue[] } {
  const { from, to, capabilities, ...rest } = drafts;
  const value = {
    ...rest,
    review,
    period: { from, to },
    capabilities: capabilities.map(({ code, choice, comment }) => ({
      code,
      level: choice === 'not-seen' ? null : choice,
      notSeen: choice === 'not-seen',
      comment,
    })),
  };
  const { value: held, faults } = hold(supervisorReportInputSchema, value, []);
  return {
    value: held,
    faults: faults.map((fault) =>
      fault.path[0] === 'period' ? { ...fault, path: fault.path.slice(1) } : fault,
    ),
  };
}

const changedIn = <T>(before: readonly T[], now: readonly T[], key: keyof T): readonly T[] => {
  const known = new Map(before.map((part) => [part[key], canonicalText(part)]));
  return now.filter((part) => known.get(part[key]) !== canonicalText(part));
};

/** What was written since `before`, and nothing else: what another window wrote meanwhile is not overwritten. */
export function changeSince(
  before: SupervisorReportInput,
  now: SupervisorReportInput,
): SupervisorReportChange | null {
  const capabilities = changedIn(before.capabilities, now.capabilities, 'code');
  const domains = changedIn(before.domains, now.domains, 'id');
  const { capabilities: _, domains: __, ...rest } = now;
  const plain = Object.entries(rest).filter(
    ([name, value]) => canonicalText(value) !== canonicalText(before[name as keyof SupervisorReportInput]),
  );
  const change: SupervisorReportChange = {
    ...Object.fromEntries(plain),
    ...(capabilities.length === 0 ? {} : { capabilities }),
    ...(domains.length === 0 ? {} : { domains }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
