import type { SupervisorReportPaper } from '#electron/services/ports/supervisor-reports.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { monthsAfter } from '#shared/domain/supervision/report-age.ts';
import { isWhole, missingBeforeSealing } from '#shared/domain/supervision/report-missing.ts';
import type { SupervisorReportModel } from '#shared/domain/supervision/report-model.ts';

/**
 * Everything a supervisor's report says, as plain data, with its fingerprint. Fails with REPORT_INCOMPLETE while
 * something is missing.
 */
export function buildSupervisorReport(
  paper: SupervisorReportPaper,
  hash: (text: string) => Sha256,
): SupervisorReportModel {
  const { portfolio, pack, report, review, follows, age, signing, record, version, domainsFrom } = paper;
  const day = signing.at.slice(0, 10);
  const missing = missingBeforeSealing(report, paper.today);
  const { recommendation } = report;
  if (missing.length > 0 || recommendation === null) throw failure('REPORT_INCOMPLETE', { missing });
  const written = new Map(report.capabilities.map((part) => [part.code, part]));
  const said = new Map(report.domains.map(({ id, comment }) => [id, comment]));
  const { capabilities, domains, ...facts } = report.facts;
  const model: Omit<SupervisorReportModel, 'fingerprint'> = {
    format: 'waymark-supervisor-report-1',
    title: 'Educational supervisor’s report',
    sample: portfolio.sample,
    doctor: { ...portfolio.doctor, employer: portfolio.employer },
    guidance: {
      id: pack.id,
      title: pack.title,
      specialty: pack.specialty,
      curriculum: pack.curriculum,
      version: pack.version,
      certainty: pack.certainty,
      capabilityName: pack.capabilityName,
    },
    targetDate: portfolio.targetDate,
    report: {
      id: report.id,
      period: report.period,
      reviewOn: review?.heldOn ?? null,
      follows: report.follows === null ? null : { ...report.follows, sealedOn: follows?.sealedOn ?? null },
    },
    author: report.author,
    facts,
    capabilities: capabilities.map(({ code, title, selfRating, items, inWindow, strength }) => {
      const { level = null, notSeen = false, comment = '' } = written.get(code) ?? {};
      return { code, title, level, notSeen, comment, selfRating, items, inWindow, strength };
    }),
    domains: domains.map((domain) => ({ ...domain, comment: said.get(domain.id) ?? '' })),
    domainsFrom,
    strengths: report.strengths,
    development: report.development,
    examples: report.examples.filter(isWhole).map(({ situation, behaviour, impact, nextStep }) => ({
      situation,
      behaviour,
      impact,
      nextStep,
    })),
    recommendation,
    recommendationReason: report.recommendationReason,
    age: { months: age.months, goodUntil: monthsAfter(day, age.months), rule: age.rule },
    signing,
    record: { entries: record.entries, head: record.hash },
    madeBy: `Waymark ${version}`,
  };
  return { ...model, fingerprint: hash(canonicalJson(model)) };
}
