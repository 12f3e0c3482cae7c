import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import {
  type SupervisorReportModel,
  supervisorReportModelSchema,
} from '#shared/domain/supervision/report-model.ts';
import type { Verdict } from '#shared/domain/verdict.ts';

const fingerprintOf = (model: Record<string, unknown>): Sha256 => {
  const { fingerprint: _, ...rest } = model;
  return createHash('sha256').update(canonicalJson(rest), 'utf8').digest('hex');
};

/** What a report says, and the panel it names. */
export type ReportFacts = {
  readonly facts: NonNullable<Verdict['report']>;
  readonly panel: ReportModel['review']['panel'];
};

const factsOf = (model: ReportModel): ReportFacts => ({
  facts: {
    doctor: model.doctor.name,
    outcome: model.outcome.name,
    heldOn: model.review.heldOn,
    fingerprint: model.fingerprint,
    sample: model.sample,
  },
  panel: model.review.panel,
});

const supervisorFacts = (model: SupervisorReportModel): ReportFacts => ({
  facts: {
    kind: 'supervisor-report',
    doctor: model.doctor.name,
    outcome: model.recommendation,
    heldOn: model.report.period.to,
    fingerprint: model.fingerprint,
    sample: model.sample,
  },
  panel: [],
});

const known: ReadonlySet<string> = new Set(['waymark-report-1', 'waymark-supervisor-report-1']);

/**
 * Reads an embedded report and holds it against itself and against who signed.
 * @param signers SHA-256 of the certificates that signed the file
 * @returns its facts; null for a report in a later format, which this version cannot judge; 'mismatch' where it is
 * malformed, its fingerprint is not that of its content, or the signer it names did not sign
 */
export function checkReport(
  bytes: Uint8Array,
  signers: ReadonlySet<Sha256>,
): ReportFacts | null | 'mismatch' {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'mismatch';
  }
  const supervisor = supervisorReportModelSchema.safeParse(json);
  if (supervisor.success) {
    const { fingerprint, signing } = supervisor.data;
    if (fingerprintOf(json as Record<string, unknown>) !== fingerprint) return 'mismatch';
    return signers.has(signing.certificate) ? supervisorFacts(supervisor.data) : 'mismatch';
  }
  const parsed = reportModelSchema.safeParse(json);
  if (!parsed.success) {
    const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
    const later =
      typeof format === 'string' && /^waymark-(?:supervisor-)?report-\d+$/.test(format) && !known.has(format);
    return later ? null : 'mismatch';
  }
  const model = parsed.data;
  if (fingerprintOf(json as Record<string, unknown>) !== model.fingerprint) return 'mismatch';
  return signers.has(model.signing.certificate) ? factsOf(model) : 'mismatch';
}
